/**
 * Builds Circuit nodes with hash-consing: equal nodes are made once. Only rewrites that preserve strong
 * Kleene values are applied, so `x and not x` stays as it is: it is unknown where x is unknown.
 */
import type { Atom, AtomId, Circuit, CircuitNode, NodeId, Origin } from './circuit.ts';

export class CircuitBuilder {
  readonly nodes: CircuitNode[] = [{ kind: 'false' }, { kind: 'true' }];
  readonly atoms: Atom[] = [];
  readonly #nodeIds = new Map<string, NodeId>();
  readonly #atomIds = new Map<string, AtomId>();

  /** Goes on where another builder ended; what that one made stays as it is. */
  constructor(made?: Pick<Circuit, 'nodes' | 'atoms'>) {
    if (!made) return;
    for (const atom of made.atoms) this.atomId(atom);
    for (const node of made.nodes.slice(this.nodes.length)) this.#make(node);
  }

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
    return this.#make({ kind: 'atom', atom: id });
  }

  not(of: NodeId): NodeId {
    if (of === CircuitBuilder.false) return CircuitBuilder.true;
    if (of === CircuitBuilder.true) return CircuitBuilder.false;
    const node = this.nodes[of] as CircuitNode;
    if (node.kind === 'not') return node.of;
    return this.#make({ kind: 'not', of });
  }

  and(of: readonly NodeId[]): NodeId {
    return this.#junction('and', of, CircuitBuilder.true, CircuitBuilder.false);
  }

  or(of: readonly NodeId[]): NodeId {
    return this.#junction('or', of, CircuitBuilder.false, CircuitBuilder.true);
  }

  named(of: NodeId, origin: Origin): NodeId {
    return this.#make({ kind: 'named', of, origin });
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
    return this.#make({ kind, of: children });
  }

  #make(node: CircuitNode): NodeId {
    const key = nodeKey(node);
    let id = this.#nodeIds.get(key);
    if (id === undefined) {
      id = this.nodes.length;
      this.nodes.push(node);
      this.#nodeIds.set(key, id);
    }
    return id;
  }
}

/** A text that two nodes share exactly when they are the same. */
function nodeKey(node: CircuitNode): string {
  switch (node.kind) {
    case 'atom':
      return `a${node.atom}`;
    case 'not':
      return `!${node.of}`;
    case 'named':
      return `@${node.of} ${JSON.stringify(node.origin)}`;
    case 'and':
    case 'or':
      // The order of children is kept for reading; the key is sorted so that order makes no new node.
      return `${node.kind === 'and' ? '&' : '|'}${[...node.of].sort((a, b) => a - b).join(',')}`;
    default:
      return node.kind;
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
