/** The names of the rules that stand below a node on the days looked at: what a proof rests on. */
import type { Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';

export interface RuleName {
  readonly kind: 'term' | 'norm' | 'instrument' | 'choice' | 'constraint';
  readonly id: string;
}

/** Rules below the roots; those that `isSettled` are named and not entered. */
export function rulesUsed(
  circuit: Circuit,
  roots: readonly NodeId[],
  isSettled: (node: NodeId) => boolean,
): readonly RuleName[] {
  const seen = new Set<NodeId>();
  const rules = new Map<string, RuleName>();
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    const name = ruleName(node);
    if (name) rules.set(`${name.kind} ${name.id}`, name);
    if (isSettled(id)) return;
    if (node.kind === 'not' || node.kind === 'named') visit(node.of);
    else if (node.kind === 'and' || node.kind === 'or') node.of.forEach(visit);
  };
  roots.forEach(visit);
  return [...rules.values()];
}

function ruleName(node: CircuitNode): RuleName | undefined {
  if (node.kind !== 'named') return undefined;
  const { origin } = node;
  switch (origin.kind) {
    case 'term':
      return { kind: 'term', id: origin.term };
    case 'norm':
      return { kind: 'norm', id: origin.norm };
    case 'in-force':
      return { kind: 'instrument', id: origin.instrument };
    case 'choice':
      return { kind: 'choice', id: origin.choice };
    default:
      return undefined;
  }
}
