/** The nodes of a Circuit as numbers in a row, for evaluating all of them again and again. Made once a Circuit. */
import type { Circuit } from './circuit.ts';
import { childrenOf } from './cone.ts';

export const OPERATION = { false: 0, true: 1, atom: 2, named: 3, not: 4, and: 5, or: 6 } as const;

export interface FlatCircuit {
  /** What each node does: one of {@link OPERATION}. */
  readonly operations: Uint8Array;
  /** Where the parts of each node begin in `parts`; those of the last end at the entry after it. */
  readonly starts: Int32Array;
  /** Nodes; of an atom node its atom. */
  readonly parts: Int32Array;
}

const kept = new WeakMap<Circuit, FlatCircuit>();

export function flatCircuit(circuit: Circuit): FlatCircuit {
  let flat = kept.get(circuit);
  if (!flat) {
    flat = flatten(circuit);
    kept.set(circuit, flat);
  }
  return flat;
}

function flatten({ nodes }: Circuit): FlatCircuit {
  const operations = new Uint8Array(nodes.length);
  const starts = new Int32Array(nodes.length + 1);
  const parts: number[] = [];
  nodes.forEach((node, id) => {
    operations[id] = OPERATION[node.kind];
    starts[id] = parts.length;
    if (node.kind === 'atom') parts.push(node.atom);
    else for (const child of childrenOf(node)) parts.push(child);
  });
  starts[nodes.length] = parts.length;
  return { operations, starts, parts: Int32Array.from(parts) };
}
