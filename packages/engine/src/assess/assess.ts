import { amountIn } from '../evaluate/amounts.ts';
import { cite } from '../explain/citations.ts';
import type { FindingHead } from '../explain/finding-head.ts';
import { outcomeOf, reasonValue } from '../explain/truth.ts';
import type { AmountFinding, Finding, TermFinding } from '../findings/finding.ts';
import { RECEIPT_FORMAT } from '../format.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { Assessment, Receipt } from './assessment.ts';
import { clashesAmong } from './clashes.ts';
import { Evaluated } from './evaluated.ts';
import { LazyFinding, LazyTermFinding } from './finding.ts';
import { ALL_VIEWS, holdersOfView } from './views.ts';

export interface AssessOptions {
  /** `all`, or the name of a view or holder. */
  readonly view?: string | undefined;
}

/** Assesses a situation that was checked. */
export function assess(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  options: AssessOptions = {},
): Assessment {
  const evaluated = evaluate(parts, resolved, options);
  const { circuit, values } = evaluated;
  const heads = parts.heads(circuit);
  const findings = circuit.findings.map(
    (root, at) => new LazyFinding(root, heads[at] as FindingHead, evaluated, outcomeOf(values[root.node])),
  );
  return assessmentOf(parts, resolved, evaluated, { ...options, logic: 'kleene' }, findings);
}

/** A situation evaluated in the view asked for. */
export function evaluate(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  { view = ALL_VIEWS }: AssessOptions,
): Evaluated {
  const holders = holdersOfView(parts.rulebook, view);
  return new Evaluated(parts.circuitOf(resolved.situation), resolved, holders);
}

/** What is said of the findings and beside them. */
export function assessmentOf(
  parts: LibraryParts,
  resolved: ResolvedSituation,
  evaluated: Evaluated,
  { view = ALL_VIEWS, logic }: AssessOptions & Pick<Receipt, 'logic'>,
  findings: readonly Finding[],
): Assessment {
  const { situation, rulebook } = resolved;
  return {
    receipt: {
      format: RECEIPT_FORMAT,
      engine: ENGINE_VERSION,
      ...(parts.engineHash === undefined ? {} : { engineHash: parts.engineHash }),
      library: rulebook.hash,
      on: situation.on,
      known: situation.known,
      view,
      logic,
      given: situation.given,
      incidents: situation.incidents,
    },
    situation,
    findings,
    amounts: amountFindings(parts, resolved, evaluated),
    terms: termFindings(parts, evaluated),
    assumed: assumedFacts(resolved),
    clashes: clashesAmong(rulebook, findings),
  };
}

function amountFindings(
  { rulebook, index }: LibraryParts,
  resolved: ResolvedSituation,
  { circuit, values }: Evaluated,
): readonly AmountFinding[] {
  return circuit.amounts.map((root) => {
    const { label, unit } = index.amount(root.amount);
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

function termFindings({ index }: LibraryParts, evaluated: Evaluated): readonly TermFinding[] {
  const { circuit, values } = evaluated;
  return [...circuit.terms].flatMap(([term, nodes]) => {
    const { label } = index.term(term);
    return nodes.map((node, at) => {
      const incident = nodes.length > 1 ? at : undefined;
      const value = reasonValue(values[node] as number, true);
      return new LazyTermFinding({ term, label, incident, value }, evaluated, node);
    });
  });
}

/** Defaults that stand in at least one incident because nothing was given. */
function assumedFacts(resolved: ResolvedSituation): Assessment['assumed'] {
  const count = Math.max(1, resolved.situation.incidents.length);
  return resolved.rulebook.facts.flatMap((fact) => {
    if (fact.default === undefined) return [];
    const incidents =
      fact.scope === 'situation' ? [undefined] : Array.from({ length: count }, (_, index) => index);
    const assumed = incidents.some((incident) => resolved.fact(fact.id, incident).basis === 'assumed');
    return assumed ? [{ fact: fact.id, label: fact.label, value: fact.default }] : [];
  });
}
