/**
 * Assessments in exact logic. What strong Kleene logic decides is so; what it leaves open is settled over every
 * completion of the unknown, and of what stays open only the questions that still matter are listed.
 */

import { checkSituation, refuse } from '../check/check.ts';
import type { FindingRoot } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Question } from '../diagram/variables.ts';
import { pendingKey } from '../explain/pending.ts';
import type { Agreement, Finding, Pending } from '../findings/finding.ts';
import { type LibraryParts, partsOf } from '../library/parts.ts';
import { type Givens, givensOf } from '../reasoning/given.ts';
import { brokenConstraints, type SettledOutcome, settleNode } from '../reasoning/settle.ts';
import { whyNode } from '../reasoning/why.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { type AssessOptions, assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { clashesAmong } from './clashes.ts';
import { withLazy } from './lazy.ts';
import { ALL_VIEWS, holdersOfView } from './views.ts';

/** Compiles what the situation needs and assesses it exactly. Throws a ComplaintError for what the Rulebook lacks. */
export function assessExactly(
  rulebook: Rulebook,
  situation: Situation,
  options: AssessOptions = {},
): Assessment {
  refuse(checkSituation(rulebook, situation));
  return exactly(partsOf(rulebook), resolveSituation(rulebook, situation), options);
}

/** Assesses a situation that was checked, exactly. */
export function exactly(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  options: AssessOptions = {},
): Assessment {
  const { rulebook } = parts;
  const plain = assess(parts, resolved, options);
  const law = parts.lawOf(resolved);
  const { circuit } = law.scenes[0] as Scene;
  const givens = givensOf(law, resolved, holdersOfView(rulebook, options.view ?? ALL_VIEWS));
  const settled = new Exactly(law, resolved, givens);
  const findings = plain.findings.map((finding, at) =>
    settled.finding(finding, circuit.findings[at] as FindingRoot),
  );
  const impossible = brokenConstraints(rulebook, circuit, resolved);
  return {
    ...plain,
    receipt: { ...plain.receipt, logic: 'exact' },
    findings,
    clashes: clashesAmong(rulebook, findings),
    ...(impossible.length === 0 ? {} : { impossible }),
  };
}

class Exactly {
  readonly #law: Law;
  readonly #resolved: ResolvedSituation;
  readonly #givens: Givens;
  readonly #settled = new Map<number, SettledOutcome>();

  constructor(law: Law, resolved: ResolvedSituation, givens: Givens) {
    this.#law = law;
    this.#resolved = resolved;
    this.#givens = givens;
  }

  finding(finding: Finding, { node }: FindingRoot): Finding {
    if (finding.outcome !== 'undetermined') return finding;
    let settled = this.#settled.get(node);
    if (!settled) {
      settled = settleNode(this.#law, node, this.#givens);
      this.#settled.set(node, settled);
    }
    const { outcome, decidedBy } = settled;
    // What is worked out on use stays so: only the other properties are copied.
    const base = Object.fromEntries(
      Object.keys(finding)
        .filter((key) => !lazy.has(key))
        .map((key) => [key, finding[key as keyof Finding]]),
    ) as Omit<Finding, Lazy>;
    return withLazy<Omit<Finding, Lazy>, Pick<Finding, Lazy>>(
      { ...base, outcome, ...(outcome === 'undetermined' && decidedBy === 'diagram' ? {} : { decidedBy }) },
      {
        sentence: () => finding.sentence,
        citations: () => finding.citations,
        reason: () => finding.reason,
        silences: () => finding.silences,
        agreement: () => this.#agreement(finding.agreement, node),
        pending: () => (outcome === 'undetermined' ? this.#pending(finding.pending, node) : []),
      },
    );
  }

  /** The questions on whose answer the outcome still depends. */
  #pending(pending: readonly Pending[], node: number): readonly Pending[] {
    const { missing, decided } = whyNode(this.#law, node, this.#givens);
    if (!decided) return pending;
    const keys = new Set(missing.map(questionKey));
    return pending.filter((each) => keys.has(pendingKey(each)));
  }

  /** What each holder's readings come to, exactly. */
  #agreement(agreement: Agreement, node: number): Agreement {
    if (agreement.kind === 'no-reading-recorded') return agreement;
    let changed = false;
    const positions = agreement.positions.map((position) => {
      if (position.outcome !== 'undetermined') return position;
      const givens = givensOf(this.#law, this.#resolved, [position.holder]);
      const { outcome } = settleNode(this.#law, node, givens);
      changed ||= outcome !== 'undetermined';
      return { ...position, outcome };
    });
    if (!changed) return agreement;
    const decided = new Set(
      positions.flatMap(({ outcome }) => (outcome === 'undetermined' ? [] : [outcome])),
    );
    return {
      kind: decided.size > 1 || agreement.kind === 'contested' ? 'contested' : 'agreed',
      positions,
    };
  }
}

const lazyKeys = ['sentence', 'citations', 'reason', 'silences', 'agreement', 'pending'] as const;
type Lazy = (typeof lazyKeys)[number];
const lazy: ReadonlySet<string> = new Set(lazyKeys);

const questionKey = (question: Question): string =>
  question.kind === 'fact'
    ? `fact ${question.fact} ${question.incident ?? ''}${question.organ === undefined ? '' : ` ${question.organ}`}`
    : `reading ${question.choice}`;
