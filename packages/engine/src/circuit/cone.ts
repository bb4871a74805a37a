/** The part of a Circuit that one node depends on. */
import type { Choice, Circuit, CircuitNode, NodeId } from './circuit.ts';

export function childrenOf(node: CircuitNode): readonly NodeId[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of;
    case 'not':
    case 'named':
      return [node.of];
    default:
      return [];
  }
}

/** Its children, and the readings of a choice: it speaks of them even where its value does not hang on them. */
export function restingOn(circuit: Circuit, node: CircuitNode): readonly NodeId[] {
  if (node.kind !== 'named' || node.origin.kind !== 'choice') return childrenOf(node);
  const { options } = circuit.choices[node.origin.index] as Choice;
  return [node.of, ...options.flatMap(({ valid, meaning }) => [valid, meaning])];
}

/** The nodes reachable from a root through nodes that `enter` admits, children before parents. */
export function coneOf(
  circuit: Circuit,
  root: NodeId,
  enter: (node: NodeId) => boolean = () => true,
): readonly NodeId[] {
  const found = new Set<NodeId>();
  const open = [root];
  while (open.length > 0) {
    const id = open.pop() as NodeId;
    if (found.has(id) || !enter(id)) continue;
    found.add(id);
    open.push(...childrenOf(circuit.nodes[id] as CircuitNode));
  }
  return [...found].sort((a, b) => a - b);
}
