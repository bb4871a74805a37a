/**
 * Assesses a situation: every norm's finding with its reason, who agrees, what is missing, and a receipt.
 * Under the view `all` readings stay open; under a holder's view only what that holder reads is adopted.
 */
import { checkSituation, refuse } from '../check/check.ts';
import type { Choice, Circuit, FindingRoot, NodeId } from '../circuit/circuit.ts';
import { amountIn } from '../evaluate/amounts.ts';
import { assignResolved, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes } from '../evaluate/kleene.ts';
import { bestMark, cite } from '../explain/citations.ts';
import { actorLabel } from '../explain/labels.ts';
import { pendingOf } from '../explain/pending.ts';
import { provisionLabel } from '../explain/provision-label.ts';
import { explainer } from '../explain/reason.ts';
import { ruleSentence } from '../explain/rule-words.ts';
import { outcomeOf, reasonValue } from '../explain/truth.ts';
import type { AmountFinding, Finding, TermFinding } from '../findings/finding.ts';
import type { Reason } from '../findings/reason.ts';
import { RECEIPT_FORMAT } from '../format.ts';
import { type LibraryParts, partsOf } from '../library/parts.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { ENGINE_VERSION } from '../version.ts';
import { Positions } from './agreement.ts';
import type { Assessment } from './assessment.ts';
import { clashesAmong } from './clashes.ts';
import { withLazy } from './lazy.ts';
import { ALL_VIEWS, holdersOfView } from './views.ts';

export interface AssessOptions {
  /** `all`, or the name of a view or holder. */
  readonly view?: string | undefined;
}

/** Compiles what the situation needs and assesses it. Throws a ComplaintError for what the Rulebook lacks. */
export function assessSituation(
  rulebook: Rulebook,
  situation: Situation,
  options: AssessOptions = {},
): Assessment {
  refuse(checkSituation(rulebook, situation));
  return assess(partsOf(rulebook), resolveSituation(rulebook, situation), options);
}

/** Assesses a situation that was checked. */
export function assess(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  options: AssessOptions = {},
): Assessment {
  const { rulebook, situation } = resolved;
  const circuit = parts.circuitOf(situation);
  const view = options.view ?? ALL_VIEWS;
  const holders = holdersOfView(rulebook, view);
  const facts = assignResolved(circuit, resolved);
  const assignment = assignView(circuit, facts, holders);
  const values = evaluateNodes(circuit, assignment);
  const positions = new Positions(rulebook, circuit, facts, resolved.day);
  const reason = explainer(circuit, values, assignment, resolved);
  const findings = circuit.findings.map((root) =>
    findingOf(rulebook, circuit, { values, positions, reason }, root),
  );
  return {
    receipt: {
      format: RECEIPT_FORMAT,
      engine: ENGINE_VERSION,
      ...(parts.engineHash === undefined ? {} : { engineHash: parts.engineHash }),
      library: rulebook.hash,
      on: situation.on,
      known: situation.known,
      view,
      logic: 'kleene',
      given: situation.given,
      incidents: situation.incidents,
    },
    situation,
    findings,
    amounts: amountFindings(circuit, values, resolved),
    terms: termFindings(rulebook, circuit, values, reason),
    assumed: assumedFacts(resolved),
    clashes: clashesAmong(rulebook, findings),
  };
}

interface Evaluated {
  readonly values: Uint8Array;
  readonly positions: Positions;
  readonly reason: (node: NodeId) => Reason;
}

function findingOf(
  rulebook: Rulebook,
  circuit: Circuit,
  { values, positions, reason }: Evaluated,
  root: FindingRoot,
): Finding {
  const index = indexRulebook(rulebook);
  const norm = index.norm(root.norm);
  const provision = index.provision(norm.provision);
  let found: readonly Choice[] | undefined;
  const choices = (): readonly Choice[] => {
    found ??= positions.choicesOf(root.node);
    return found;
  };
  return withLazy<FindingBase, FindingDetails>(
    {
      norm: norm.id,
      kind: norm.kind,
      bearer: root.bearer,
      bearerLabel: actorLabel(rulebook, root.bearer),
      incident: root.incident,
      outcome: outcomeOf(values[root.node]),
      order: norm.order,
      force: norm.force,
      act: norm.act,
      instrument: norm.instrument,
      instrumentTitle: index.instrument(norm.instrument).title,
      provision: provision.id,
      provisionName: provision.name,
      provisionLabel: provisionLabel(index.instrument(norm.instrument), provision),
      gist: provision.gist,
      mark: bestMark(provision.citations),
      deadline: norm.deadline,
      review: norm.review,
      note: norm.note,
    },
    {
      sentence: () => ruleSentence(rulebook, norm, root.bearer),
      citations: () => cite(rulebook, norm.citations.length > 0 ? norm.citations : provision.citations),
      reason: () => reason(root.node),
      agreement: () => positions.agreementOn(root.node, choices()),
      silences: () => positions.silencesOn(choices()),
      pending: () => pendingOf(rulebook, circuit, values, root.node),
    },
  );
}

type FindingDetails = Pick<
  Finding,
  'sentence' | 'citations' | 'reason' | 'agreement' | 'silences' | 'pending'
>;
type FindingBase = Omit<Finding, keyof FindingDetails>;

function amountFindings(
  circuit: Circuit,
  values: Uint8Array,
  resolved: ResolvedSituation,
): readonly AmountFinding[] {
  const { rulebook } = resolved;
  return circuit.amounts.map((root) => {
    const { label, unit } = indexRulebook(rulebook).amount(root.amount);
    const result = amountIn(circuit, values, resolved, root);
    return {
      amount: root.amount,
      label,
      unit,
      incident: root.incident,
      ...result,
      citations: cite(rulebook, result.citations),
    };
  });
}

function termFindings(
  rulebook: Rulebook,
  circuit: Circuit,
  values: Uint8Array,
  reason: (node: NodeId) => Reason,
): readonly TermFinding[] {
  return [...circuit.terms].flatMap(([term, nodes]) =>
    nodes.map((node, incident) =>
      withLazy<Omit<TermFinding, 'reason'>, Pick<TermFinding, 'reason'>>(
        {
          term,
          label: indexRulebook(rulebook).term(term).label,
          incident: nodes.length > 1 ? incident : undefined,
          value: reasonValue(values[node] as number, true),
        },
        { reason: () => reason(node) },
      ),
    ),
  );
}

/** Defaults that stand in at least one incident because nothing was given. */
function assumedFacts(resolved: ResolvedSituation): Assessment['assumed'] {
  const count = Math.max(1, resolved.situation.incidents.length);
  return resolved.rulebook.facts.flatMap((fact) => {
    const incidents =
      fact.scope === 'situation' ? [undefined] : Array.from({ length: count }, (_, index) => index);
    const assumed = incidents.some((incident) => resolved.fact(fact.id, incident).basis === 'assumed');
    return assumed && fact.default !== undefined
      ? [{ fact: fact.id, label: fact.label, value: fact.default }]
      : [];
  });
}
