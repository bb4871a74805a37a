/**
 * The part of a Circuit that is still open below some nodes once a situation is known: what has a value stands
 * there as a constant. It says the same of every completion, and is small where much is given.
 */
import { CircuitBuilder } from './builder.ts';
import type { Choice, Circuit, CircuitNode, NodeId } from './circuit.ts';
import { restingOn } from './cone.ts';

export interface OpenPart {
  /** With its constraints, but no findings, terms and the like: it is asked by node. */
  readonly circuit: Circuit;
  /** Where a root of the whole stands in it. */
  readonly nodeOf: (root: NodeId) => NodeId;
}

/** `isKnown` says of each node what it comes to in every completion, or undefined. */
export function openPart(
  whole: Circuit,
  roots: readonly NodeId[],
  isKnown: (node: NodeId) => boolean | undefined,
): OpenPart {
  const nodes: CircuitNode[] = [{ kind: 'false' }, { kind: 'true' }];
  const made = new Map<NodeId, NodeId>();
  const nodeOf = (id: NodeId): NodeId => {
    const known = isKnown(id);
    if (known !== undefined) return known ? CircuitBuilder.true : CircuitBuilder.false;
    return made.get(id) ?? CircuitBuilder.false;
  };
  const open = new Set<NodeId>();
  const pending = [...roots, ...[...whole.constraints.values()].flat()];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (open.has(id) || isKnown(id) !== undefined) continue;
    open.add(id);
    pending.push(...restingOn(whole, whole.nodes[id] as CircuitNode));
  }
  for (const id of Int32Array.from(open).sort()) {
    made.set(id, nodes.length);
    nodes.push(copied(whole.nodes[id] as CircuitNode, nodeOf));
  }
  // All choices stay: who holds a reading is asked of all of one name together.
  const choices = whole.choices.map(
    (choice): Choice => ({
      ...choice,
      options: choice.options.map((option) => ({
        ...option,
        valid: nodeOf(option.valid),
        meaning: nodeOf(option.meaning),
      })),
    }),
  );
  const circuit: Circuit = {
    ...whole,
    nodes,
    choices,
    findings: [],
    terms: new Map(),
    instruments: new Map(),
    amounts: [],
    constraints: new Map([...whole.constraints].map(([id, constraint]) => [id, constraint.map(nodeOf)])),
    perIncident: [],
    extra: [],
  };
  return { circuit, nodeOf };
}

function copied(node: CircuitNode, nodeOf: (id: NodeId) => NodeId): CircuitNode {
  switch (node.kind) {
    case 'not':
      return { kind: 'not', of: nodeOf(node.of) };
    case 'named':
      return { kind: 'named', of: nodeOf(node.of), origin: node.origin };
    case 'and':
    case 'or': {
      // A part that decides the node would have given it a value.
      const neutral = node.kind === 'and' ? CircuitBuilder.true : CircuitBuilder.false;
      return { kind: node.kind, of: node.of.map(nodeOf).filter((part) => part !== neutral) };
    }
    default:
      return node;
  }
}
