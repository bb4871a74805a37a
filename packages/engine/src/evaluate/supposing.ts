/**
 * What a node would come to if some unknown atoms were settled. By Kleene monotonicity only nodes that are
 * unknown can change, so only those in the node's cone are evaluated again.
 */
import type { AtomId, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { FALSE, type Kleene, negate, TRUE, UNKNOWN } from './kleene.ts';

/** `unknown` are the unknown nodes of the root's cone, children before parents (see `coneOf`). */
export function valueSupposing(
  circuit: Circuit,
  values: Uint8Array,
  unknown: readonly NodeId[],
  root: NodeId,
  settled: ReadonlyMap<AtomId, Kleene>,
): Kleene {
  const changed = new Map<NodeId, Kleene>();
  const current = (id: NodeId): Kleene => changed.get(id) ?? (values[id] as Kleene);
  for (const id of unknown) {
    const node = circuit.nodes[id] as CircuitNode;
    const value = settledValue(node, current, settled);
    if (value !== UNKNOWN) changed.set(id, value);
  }
  return current(root);
}

function settledValue(
  node: CircuitNode,
  current: (id: NodeId) => Kleene,
  settled: ReadonlyMap<AtomId, Kleene>,
): Kleene {
  switch (node.kind) {
    case 'false':
      return FALSE;
    case 'true':
      return TRUE;
    case 'atom':
      return settled.get(node.atom) ?? UNKNOWN;
    case 'named':
      return current(node.of);
    case 'not':
      return negate(current(node.of));
    case 'and':
    case 'or': {
      const absorbing = node.kind === 'and' ? FALSE : TRUE;
      let value: Kleene = node.kind === 'and' ? TRUE : FALSE;
      for (const child of node.of) {
        const of = current(child);
        if (of === absorbing) return absorbing;
        if (of === UNKNOWN) value = UNKNOWN;
      }
      return value;
    }
  }
}
