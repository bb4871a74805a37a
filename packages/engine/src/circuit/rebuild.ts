/** Builds a Circuit anew with some atoms replaced. Keeps Kleene values, names, roots and choices. */
import { CircuitBuilder } from './builder.ts';
import type { Atom, Circuit, CircuitNode, NodeId } from './circuit.ts';

/** What stands for an atom in the new Circuit. `node` takes an old node there. */
export type Substitution = (atom: Atom, builder: CircuitBuilder, node: (old: NodeId) => NodeId) => NodeId;

/** The Circuit with its atoms replaced; nodes that nothing reaches any more are left out. */
export function substitute(circuit: Circuit, substitution: Substitution): Circuit {
  // The first pass may leave constants' former neighbours behind; the second reaches only what is still used.
  return rebuild(rebuild(circuit, substitution), (atom, builder) => builder.atom(atom));
}

function rebuild(circuit: Circuit, substitution: Substitution): Circuit {
  const builder = new CircuitBuilder();
  const made = new Map<NodeId, NodeId>();
  const node = (old: NodeId): NodeId => {
    let id = made.get(old);
    if (id === undefined) {
      id = make(circuit.nodes[old] as CircuitNode);
      made.set(old, id);
    }
    return id;
  };
  const make = (old: CircuitNode): NodeId => {
    switch (old.kind) {
      case 'false':
      case 'true':
        return builder.constant(old.kind === 'true');
      case 'atom':
        return substitution(circuit.atoms[old.atom] as Atom, builder, node);
      case 'not':
        return builder.not(node(old.of));
      case 'and':
        return builder.and(old.of.map(node));
      case 'or':
        return builder.or(old.of.map(node));
      case 'named':
        return builder.named(node(old.of), old.origin);
    }
  };
  const each = (items: ReadonlyMap<string, readonly NodeId[]>): ReadonlyMap<string, readonly NodeId[]> =>
    new Map([...items].map(([key, nodes]) => [key, nodes.map(node)]));
  // Built in this order so that the parts exist before the object refers to the finished lists.
  const findings = circuit.findings.map((root) => ({ ...root, node: node(root.node) }));
  const terms = each(circuit.terms);
  const instruments = new Map([...circuit.instruments].map(([key, id]) => [key, node(id)]));
  const amounts = circuit.amounts.map((root) => ({ ...root, guards: root.guards.map(node) }));
  const constraints = each(circuit.constraints);
  const extra = circuit.extra.map(node);
  const choices = circuit.choices.map((choice) => ({
    ...choice,
    options: choice.options.map((option) => ({
      ...option,
      valid: node(option.valid),
      meaning: node(option.meaning),
      selected: builder.atomId(circuit.atoms[option.selected] as Atom),
    })),
  }));
  return {
    nodes: builder.nodes,
    atoms: builder.atoms,
    choices,
    findings,
    terms,
    instruments,
    amounts,
    constraints,
    perIncident: circuit.perIncident,
    extra,
    incidents: circuit.incidents,
  };
}
