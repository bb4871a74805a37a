/**
 * Rules of a territory's law that ignore the place given: their instrument, or one that it stands under, is
 * confined to a territory, what they hang on never asks for the place, and nobody said that they bind anywhere.
 */
import type { Circuit, CircuitNode, NodeId } from '../../circuit/circuit.ts';
import { indexRulebook, type RulebookIndex } from '../../rulebook/index.ts';
import type { Instrument, Rulebook } from '../../rulebook/schema.ts';

export type Placeless =
  | { readonly kind: 'norm'; readonly norm: string; readonly bearer: string }
  | { readonly kind: 'amount'; readonly amount: string };

/** Those of the whole library, of whatever day; a norm is listed once, with its first bearer. */
export function findPlaceless(rulebook: Rulebook, circuit: Circuit): Placeless[] {
  const index = indexRulebook(rulebook);
  const places = new Set(rulebook.facts.filter(({ role }) => role === 'place').map(({ id }) => id));
  const asks = askers(circuit, places);
  const confined = (id: string | undefined): boolean => isConfined(index, id);
  const norms = new Map(circuit.findings.toReversed().map((root) => [root.norm, root]));
  return [
    ...rulebook.norms.flatMap(({ id, instrument, anywhere }): Placeless[] => {
      const root = norms.get(id);
      if (!root || anywhere || asks(root.node) || !confined(instrument)) return [];
      return [{ kind: 'norm', norm: id, bearer: root.bearer }];
    }),
    ...circuit.amounts.flatMap(({ amount: id, guards }): Placeless[] => {
      const amount = index.amount(id);
      if (amount.anywhere || guards.every(asks) || !confined(amount.instrument)) return [];
      return [{ kind: 'amount', amount: id }];
    }),
  ];
}

function isConfined(index: RulebookIndex, id: string | undefined): boolean {
  for (let at = index.find('instrument', id); at; at = whole(index, at)) {
    if (at.anywhere) return false;
    if (at.territory) return true;
  }
  return false;
}

const whole = (index: RulebookIndex, { under }: Instrument): Instrument | undefined =>
  under === undefined ? undefined : index.find('instrument', under);

/** Tells of a node whether anything below it asks for one of the facts. */
function askers(circuit: Circuit, facts: ReadonlySet<string>): (node: NodeId) => boolean {
  const known = new Map<NodeId, boolean>();
  const ask = (id: NodeId): boolean => {
    let answer = known.get(id);
    if (answer === undefined) {
      answer = below(circuit.nodes[id] as CircuitNode);
      known.set(id, answer);
    }
    return answer;
  };
  const below = (node: CircuitNode): boolean => {
    if (node.kind === 'atom') {
      const atom = circuit.atoms[node.atom];
      return atom?.kind === 'value' && facts.has(atom.fact);
    }
    if (node.kind === 'not' || node.kind === 'named') return ask(node.of);
    return (node.kind === 'and' || node.kind === 'or') && node.of.some(ask);
  };
  return ask;
}
