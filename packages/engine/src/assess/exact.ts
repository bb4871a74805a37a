import type { NodeId } from '../circuit/circuit.ts';
import type { Question } from '../diagram/variables.ts';
import type { FindingHead } from '../explain/finding-head.ts';
import { pendingKey } from '../explain/pending.ts';
import { outcomeOf } from '../explain/truth.ts';
import type { Agreement, Finding, Pending } from '../findings/finding.ts';
import type { Reason } from '../findings/reason.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { SettledOutcome } from '../reasoning/settle.ts';
import { SituationLaws } from '../reasoning/situation-laws.ts';
import { whyNode } from '../reasoning/why.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { type AssessOptions, assessmentOf, evaluate } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Evaluated } from './evaluated.ts';
import { type FindingDetails, LazyFinding } from './finding.ts';
import type { RuleRead } from './positions.ts';
import { ALL_VIEWS, holdersOfView } from './views.ts';

/** Assesses a situation that was checked, exactly. */
export function exactly(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  options: AssessOptions = {},
): Assessment {
  const { rulebook } = parts;
  const evaluated = evaluate(parts, resolved, options);
  const { circuit, values } = evaluated;
  const view = holdersOfView(rulebook, options.view ?? ALL_VIEWS);
  const laws = new SituationLaws(parts, resolved);
  const exact = new ExactDetails(evaluated, laws, view);
  const heads = parts.heads(circuit);
  const findings = circuit.findings.map((root, at) => {
    const head = heads[at] as FindingHead;
    const plain = outcomeOf(values[root.node]);
    if (plain !== 'undetermined') return new LazyFinding(root, head, evaluated, plain);
    const { outcome, decidedBy } = exact.settled(root.node);
    const said = outcome === 'undetermined' && decidedBy === 'diagram' ? undefined : decidedBy;
    return new LazyFinding(root, head, exact, outcome, said);
  });
  const impossible = laws.impossible();
  return {
    ...assessmentOf(parts, resolved, evaluated, { ...options, logic: 'exact' }, findings),
    ...(impossible.length === 0 ? {} : { impossible }),
  };
}

/** What findings say that strong Kleene logic leaves open, over every completion. */
class ExactDetails implements FindingDetails {
  readonly #plain: Evaluated;
  readonly #laws: SituationLaws;
  readonly #view: readonly string[];

  constructor(plain: Evaluated, laws: SituationLaws, view: readonly string[]) {
    this.#plain = plain;
    this.#laws = laws;
    this.#view = view;
  }

  settled(node: NodeId): SettledOutcome {
    return this.#laws.settle(node, this.#view);
  }

  reason(node: NodeId): Reason {
    return this.#plain.reason(node);
  }

  silences(node: NodeId): Finding['silences'] {
    return this.#plain.silences(node);
  }

  /** The questions on whose answer the outcome still depends. */
  pending(node: NodeId): readonly Pending[] {
    if (this.settled(node).outcome !== 'undetermined') return [];
    const pending = this.#plain.pending(node);
    const asked = this.#laws.asked(node);
    const { missing, decided } = whyNode(asked.law, asked.node, this.#laws.givens(asked, this.#view));
    if (!decided) return pending;
    const keys = new Set(missing.map((question) => questionKey(this.#laws.question(asked, question))));
    return pending.filter((each) => keys.has(pendingKey(each)));
  }

  /** What each holder's readings come to, exactly. */
  agreement(node: NodeId, rule: RuleRead): Agreement {
    return this.#plain.agreement(node, rule, {
      outcome: (holder) => this.#laws.settle(node, [holder]).outcome,
      same: (one, other) => this.#laws.sameInViews(node, [one, other], [other, one]),
    });
  }
}

const questionKey = (question: Question): string =>
  question.kind === 'fact'
    ? `fact ${question.fact} ${question.incident ?? ''}${question.organ === undefined ? '' : ` ${question.organ}`}`
    : `reading ${question.choice}`;
