/** Strong Kleene evaluation of a Circuit: false and unknown is false, true or unknown is true. */
import type { Circuit, NodeId } from '../circuit/circuit.ts';
import { flatCircuit, OPERATION } from '../circuit/flat.ts';

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
  const { operations, starts, parts } = flatCircuit(circuit);
  const count = operations.length;
  const values = new Uint8Array(count);
  for (let id = 0; id < count; id++) {
    const start = starts[id] as number;
    let value: number;
    switch (operations[id]) {
      case OPERATION.false:
        value = FALSE;
        break;
      case OPERATION.true:
        value = TRUE;
        break;
      case OPERATION.atom:
        value = atoms[parts[start] as number] as number;
        break;
      case OPERATION.named:
        value = values[parts[start] as number] as number;
        break;
      case OPERATION.not:
        value = negate(values[parts[start] as number] as Kleene);
        break;
      default: {
        const absorbing = operations[id] === OPERATION.and ? FALSE : TRUE;
        const end = starts[id + 1] as number;
        value = negate(absorbing);
        for (let at = start; at < end; at++) {
          const of = values[parts[at] as number];
          if (of === absorbing) {
            value = absorbing;
            break;
          }
          if (of === UNKNOWN) value = UNKNOWN;
        }
      }
    }
    values[id] = forced === undefined ? value : (forced.get(id) ?? value);
  }
  return values;
}

export const negate = (value: Kleene): Kleene =>
  value === UNKNOWN ? UNKNOWN : value === TRUE ? FALSE : TRUE;
