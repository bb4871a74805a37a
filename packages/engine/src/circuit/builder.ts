/**
 * Builds Circuit nodes with hash-consing: equal nodes are made once. Only rewrites that preserve strong
 * Kleene values are applied, so `x and not x` stays as it is: it is unknown where x is unknown.
 */
import type { Atom, AtomId, CircuitNode, NodeId, Origin } from './circuit.ts';

export class CircuitBuilder {
  readonly nodes: CircuitNode[] = [{ kind: 'false' }, { kind: 'true' }];
  readonly atoms: Atom[] = [];
  readonly #nodeIds = new Map<string, NodeId>();
  readonly #atomIds = new Map<string, AtomId>();

  static readonly false: NodeId = 0;
  static readonly true: NodeId = 1;

  constant(value: boolean): NodeId {
    return value ? CircuitBuilder.true : CircuitBuilder.false;
  }

  atomId(atom: Atom): AtomId {
    const key = atomKey(atom);
    let id = this.#atomIds.get(key);
    if (id === undefined) {
      id = this.atoms.length;
      this.atoms.push(atom);
      this.#atomIds.set(key, id);
    }
    return id;
  }

  atom(atom: Atom): NodeId {
    const id = this.atomId(atom);
    return this.#intern(`a${id}`, () => ({ kind: 'atom', atom: id }));
  }

  not(of: NodeId): NodeId {
    if (of === CircuitBuilder.false) return CircuitBuilder.true;
    if (of === CircuitBuilder.true) return CircuitBuilder.false;
    const node = this.nodes[of] as CircuitNode;
    if (node.kind === 'not') return node.of;
    return this.#intern(`!${of}`, () => ({ kind: 'not', of }));
  }

  and(of: readonly NodeId[]): NodeId {
    return this.#junction('and', of, CircuitBuilder.true, CircuitBuilder.false);
  }

  or(of: readonly NodeId[]): NodeId {
    return this.#junction('or', of, CircuitBuilder.false, CircuitBuilder.true);
  }

  named(of: NodeId, origin: Origin): NodeId {
    return this.#intern(`@${of} ${JSON.stringify(origin)}`, () => ({ kind: 'named', of, origin }));
  }

  #junction(kind: 'and' | 'or', of: readonly NodeId[], neutral: NodeId, absorbing: NodeId): NodeId {
    const children: NodeId[] = [];
    const seen = new Set<NodeId>();
    for (const child of of) {
      if (child === absorbing) return absorbing;
      if (child === neutral || seen.has(child)) continue;
      seen.add(child);
      children.push(child);
    }
    if (children.length === 0) return neutral;
    if (children.length === 1) return children[0] as NodeId;
    // The order of children is kept for reading; the key is sorted so that order makes no new node.
    const key = `${kind === 'and' ? '&' : '|'}${[...children].sort((a, b) => a - b).join(',')}`;
    return this.#intern(key, () => ({ kind, of: children }));
  }

  #intern(key: string, make: () => CircuitNode): NodeId {
    let id = this.#nodeIds.get(key);
    if (id === undefined) {
      id = this.nodes.length;
      this.nodes.push(make());
      this.#nodeIds.set(key, id);
    }
    return id;
  }
}

/** A text that two atoms share exactly when they ask the same question. */
export function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case 'fact':
      return `f ${atom.fact} ${atom.incident ?? ''} ${atom.organ ?? ''}`;
    case 'value':
      return `v ${atom.fact} ${atom.incident ?? ''} ${atom.values.join(' ')}`;
    case 'threshold':
      return `t ${atom.fact} ${atom.incident ?? ''} ${atom.at}`;
    case 'date':
      return `d ${atom.at}`;
    case 'known':
      return `k ${atom.at}`;
    case 'elapsed':
      return `e ${atom.fact} ${atom.incident ?? ''} ${atom.duration.count} ${atom.duration.unit}`;
    case 'reading':
      return `r ${atom.choice} ${atom.holder}`;
    case 'held':
      return `h ${atom.choice}`;
    case 'unread':
      return `u ${atom.choice}`;
  }
}
