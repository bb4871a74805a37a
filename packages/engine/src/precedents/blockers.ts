/**
 * Verifies what an expectation gives as its reason. A blocker must fail in the situation, and supposing that
 * it held must unblock the finding, so that no negative passes for the wrong reason.
 */
import type { Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { childrenOf, coneOf } from '../circuit/cone.ts';
import { evaluateNodes, FALSE, type Kleene, TRUE } from '../evaluate/kleene.ts';
import type { Text } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';

export interface NamedBlocker {
  readonly node: NodeId;
  readonly text: Text;
}

/** What is wrong with the blockers of a finding that is false; empty where they are its whole reason. */
export function blockerProblems(
  circuit: Circuit,
  assignment: Uint8Array,
  values: Uint8Array,
  root: NodeId,
  blockers: readonly NamedBlocker[],
): readonly Text[] {
  if (blockers.length === 0) return [bilingual((wording) => wording.backtest.noBlocker())];
  const holding = blockers.filter(({ node }) => values[node] !== FALSE);
  if (holding.length > 0) {
    return holding.map(({ text }) => bilingual((wording, say) => wording.backtest.blockerHolds(say(text))));
  }
  const cone = new Set(coneOf(circuit, root));
  const unblocks = (supposed: readonly NamedBlocker[]): boolean => {
    const forced = new Map<NodeId, Kleene>();
    for (const { node } of supposed) suppose(circuit, cone, node, TRUE, forced);
    return evaluateNodes(circuit, assignment, forced)[root] !== FALSE;
  };
  if (!unblocks(blockers)) {
    return [
      bilingual((wording, say) => wording.backtest.notSufficient(blockers.map(({ text }) => say(text)))),
    ];
  }
  if (blockers.length === 1) return [];
  return blockers
    .filter((blocker) => unblocks(blockers.filter((other) => other !== blocker)))
    .map(({ text }) => bilingual((wording, say) => wording.backtest.idle(say(text))));
}

/**
 * Forces a node to a value. Where the finding does not contain the node itself, as with part of a longer
 * conjunction, what it is made of is forced.
 */
function suppose(
  circuit: Circuit,
  cone: ReadonlySet<NodeId>,
  id: NodeId,
  value: Kleene,
  forced: Map<NodeId, Kleene>,
): void {
  const node = circuit.nodes[id] as CircuitNode;
  if (cone.has(id)) forced.set(id, value);
  // A name may stand around what the finding contains without it, and the reverse.
  const within = node.kind === 'named' || node.kind === 'not' || !cone.has(id);
  if (!within) return;
  const inner = node.kind === 'not' ? (value === TRUE ? FALSE : TRUE) : value;
  for (const child of childrenOf(node)) suppose(circuit, cone, child, inner, forced);
}
