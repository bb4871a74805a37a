/**
 * The order of questions in diagrams. Law is local: rules of one topic ask the same facts, so the order in
 * which a walk over the rules first meets the facts keeps diagrams small. Of several incidents one is asked
 * about after the other: "some incident has" grows with their number then, and doubles with each in any order
 * that mixes them. Other orders are kept to be measured.
 */
import type { CircuitBuilder } from '../circuit/builder.ts';
import type { Atom, AtomId, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { questionOf, type Variable, variableKey } from './variables.ts';

export type OrderStrategy = 'first-use' | 'by-incident' | 'most-used' | 'name';

/** The atoms below the roots, in the order in which a walk meets them. */
export function firstUse(nodes: readonly CircuitNode[], roots: readonly NodeId[]): AtomId[] {
  const seen = new Set<NodeId>();
  const atoms: AtomId[] = [];
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = nodes[id] as CircuitNode;
    switch (node.kind) {
      case 'atom':
        atoms.push(node.atom);
        break;
      case 'not':
      case 'named':
        visit(node.of);
        break;
      case 'and':
      case 'or':
        for (const part of node.of) visit(part);
        break;
    }
  };
  for (const root of roots) visit(root);
  return atoms;
}

export function orderVariables(
  variables: readonly Variable[],
  graph: CircuitBuilder,
  roots: readonly NodeId[],
  strategy: OrderStrategy = 'first-use',
): Variable[] {
  if (strategy === 'first-use') return [...variables];
  if (strategy === 'by-incident') return [...variables].sort((a, b) => incidentOf(a) - incidentOf(b));
  if (strategy === 'name') return [...variables].sort((a, b) => (a.key < b.key ? -1 : 1));
  const uses = new Map<string, number>();
  for (const root of roots) {
    const asked = firstUse(graph.nodes, [root]).map((id) => variableKey(questionOf(graph.atoms[id] as Atom)));
    for (const key of new Set(asked)) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return [...variables].sort((a, b) => (uses.get(b.key) ?? 0) - (uses.get(a.key) ?? 0));
}

/** What is of no incident stands last: measured, that makes less than half as many nodes as first. */
const incidentOf = ({ question }: Variable): number =>
  question.kind === 'fact' && question.incident !== undefined ? question.incident : Number.MAX_SAFE_INTEGER;
