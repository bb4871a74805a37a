/** The part of a Circuit below a few nodes as a Circuit of its own, for evaluating an example and no more. */
import type { Atom, AtomId, Circuit, CircuitNode, NodeId } from './circuit.ts';

export interface ConeCircuit {
  readonly circuit: Circuit;
  /** Where the nodes asked for stand in it. */
  readonly roots: ReadonlyMap<NodeId, NodeId>;
}

/** Cones of one Circuit, each extracted once. */
export class ConeCircuits {
  readonly #circuit: Circuit;
  readonly #cones = new Map<string, ConeCircuit>();

  constructor(circuit: Circuit) {
    this.#circuit = circuit;
  }

  below(roots: readonly NodeId[]): ConeCircuit {
    const key = roots.join();
    let cone = this.#cones.get(key);
    if (!cone) {
      cone = extract(this.#circuit, roots);
      this.#cones.set(key, cone);
    }
    return cone;
  }
}

function extract(whole: Circuit, roots: readonly NodeId[]): ConeCircuit {
  const nodes: CircuitNode[] = [];
  const atoms: Atom[] = [];
  const nodeIds = new Map<NodeId, NodeId>();
  const atomIds = new Map<AtomId, AtomId>();
  const atom = (id: AtomId): AtomId => {
    let own = atomIds.get(id);
    if (own === undefined) {
      own = atoms.push(whole.atoms[id] as Atom) - 1;
      atomIds.set(id, own);
    }
    return own;
  };
  const visit = (id: NodeId): NodeId => {
    const known = nodeIds.get(id);
    if (known !== undefined) return known;
    const node = whole.nodes[id] as CircuitNode;
    const own = nodes.push(copy(node)) - 1;
    nodeIds.set(id, own);
    return own;
  };
  const copy = (node: CircuitNode): CircuitNode => {
    switch (node.kind) {
      case 'atom':
        return { kind: 'atom', atom: atom(node.atom) };
      case 'not':
        return { kind: 'not', of: visit(node.of) };
      case 'named':
        return { kind: 'named', of: visit(node.of), origin: node.origin };
      case 'and':
      case 'or':
        return { kind: node.kind, of: node.of.map(visit) };
      default:
        return node;
    }
  };
  const found = new Map(roots.map((root) => [root, visit(root)]));
  return { circuit: { ...whole, nodes, atoms, choices: [] }, roots: found };
}
