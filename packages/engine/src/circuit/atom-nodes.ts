/** The node of each atom of a Circuit; undefined for an atom that no node asks. Made once a Circuit. */
import type { Circuit, NodeId } from './circuit.ts';

const tables = new WeakMap<Circuit, readonly (NodeId | undefined)[]>();

export function atomNodes(circuit: Circuit): readonly (NodeId | undefined)[] {
  let table = tables.get(circuit);
  if (!table) {
    const found: (NodeId | undefined)[] = circuit.atoms.map(() => undefined);
    circuit.nodes.forEach((node, id) => {
      if (node.kind === 'atom') found[node.atom] = id;
    });
    table = found;
    tables.set(circuit, table);
  }
  return table;
}
