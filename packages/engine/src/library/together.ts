/**
 * The law of all incidents of a situation together, for findings on which several of them bear at once. What the
 * situation gives is put in first: over all that could be open in ten incidents, diagrams would be large.
 */
import type { Circuit, NodeId } from '../circuit/circuit.ts';
import { openPart } from '../circuit/open-part.ts';
import { Law } from '../diagram/law.ts';
import { assignResolved } from '../evaluate/assignment.ts';
import { evaluateNodes, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';

export interface TogetherLaw {
  readonly law: Law;
  /** Where a finding's node stands in the Circuit of the law. */
  readonly nodeOf: (node: NodeId) => NodeId;
}

export function togetherLaw(
  circuit: Circuit,
  resolved: ResolvedSituation,
  roots: readonly NodeId[],
): TogetherLaw {
  const { rulebook, day, known } = resolved;
  const over = (part: Circuit, of: readonly NodeId[]): Law =>
    new Law([{ scene: { rulebook, circuit: part, day, known }, roots: of }], { order: 'by-incident' });
  // What can occur may hang on anything that is given.
  if (circuit.constraints.size > 0) return { law: over(circuit, roots), nodeOf: (node) => node };
  const values = evaluateNodes(circuit, openToViews(circuit, resolved));
  const isKnown = (node: NodeId): boolean | undefined =>
    values[node] === UNKNOWN ? undefined : values[node] === TRUE;
  const part = openPart(circuit, roots, isKnown);
  return { law: over(part.circuit, roots.map(part.nodeOf)), nodeOf: part.nodeOf };
}

/** What is known whatever view is asked for: one that holds no reading does not take what others agree on. */
function openToViews(circuit: Circuit, resolved: ResolvedSituation): Uint8Array {
  const assignment = assignResolved(circuit, resolved);
  circuit.atoms.forEach(({ kind }, id) => {
    if (kind === 'held') assignment[id] = UNKNOWN;
  });
  return assignment;
}
