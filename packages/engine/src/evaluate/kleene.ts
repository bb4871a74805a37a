/** Strong Kleene evaluation of a Circuit: false and unknown is false, true or unknown is true. */
import type { Circuit, NodeId } from '../circuit/circuit.ts';

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Kleene = typeof FALSE | typeof TRUE | typeof UNKNOWN;

/**
 * The value of every node. `atoms` holds one value an atom. `forced` replaces the value of single nodes, to
 * ask what would follow if they were otherwise.
 */
export function evaluateNodes(
  circuit: Circuit,
  atoms: Uint8Array,
  forced?: ReadonlyMap<NodeId, Kleene>,
): Uint8Array {
  const { nodes } = circuit;
  const values = new Uint8Array(nodes.length);
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id] as (typeof nodes)[number];
    let value: number;
    switch (node.kind) {
      case 'false':
        value = FALSE;
        break;
      case 'true':
        value = TRUE;
        break;
      case 'atom':
        value = atoms[node.atom] as number;
        break;
      case 'named':
        value = values[node.of] as number;
        break;
      case 'not':
        value = negate(values[node.of] as Kleene);
        break;
      case 'and':
        value = TRUE;
        for (const child of node.of) {
          const of = values[child];
          if (of === FALSE) {
            value = FALSE;
            break;
          }
          if (of === UNKNOWN) value = UNKNOWN;
        }
        break;
      case 'or':
        value = FALSE;
        for (const child of node.of) {
          const of = values[child];
          if (of === TRUE) {
            value = TRUE;
            break;
          }
          if (of === UNKNOWN) value = UNKNOWN;
        }
        break;
    }
    values[id] = forced?.get(id) ?? value;
  }
  return values;
}

export const negate = (value: Kleene): Kleene =>
  value === UNKNOWN ? UNKNOWN : value === TRUE ? FALSE : TRUE;
