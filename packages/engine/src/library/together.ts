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

/** `possible`: false where what is given breaks constraints; all that is given and open is looked at then. */
export function togetherLaw(
  circuit: Circuit,
  resolved: ResolvedSituation,
  roots: readonly NodeId[],
  possible: boolean,
): TogetherLaw {
  if (!possible) return { law: lawOver(circuit, resolved, roots), nodeOf: (node) => node };
  const values = evaluateNodes(circuit, openToViews(circuit, resolved));
  const isKnown = (node: NodeId): boolean | undefined =>
    values[node] === UNKNOWN ? undefined : values[node] === TRUE;
  const part = openPart(circuit, roots, isKnown);
  return { law: lawOver(part.circuit, resolved, roots.map(part.nodeOf)), nodeOf: part.nodeOf };
}

/** The law of a few findings of all incidents, or of none: of what can occur alone. */
export const lawOver = (
  circuit: Circuit,
  { rulebook, day, known }: ResolvedSituation,
  roots: readonly NodeId[],
): Law => new Law([{ scene: { rulebook, circuit, day, known }, roots }], { order: 'by-incident' });

/** What is known whatever view is asked for: one that holds no reading does not take what others agree on. */
function openToViews(circuit: Circuit, resolved: ResolvedSituation): Uint8Array {
  const assignment = assignResolved(circuit, resolved);
  circuit.atoms.forEach(({ kind }, id) => {
    if (kind === 'held') assignment[id] = UNKNOWN;
  });
  return assignment;
}
