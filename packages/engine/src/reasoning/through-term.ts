/**
 * Whether all that turned below a norm turned within one term: then the norm changed only through that term, and
 * what the term came to says all of it.
 */
import type { Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';

export interface ThroughTerm {
  readonly term: string;
  readonly node: NodeId;
}

/** Asks it of one Circuit whose law has two scenes, before and after. */
export class ThroughTerms {
  readonly #law: Law;
  readonly #circuit: Circuit;
  /** For a node that turned: the nodes of terms that every way down to what turned leads through, outermost first. */
  readonly #found = new Map<NodeId, readonly NodeId[]>();

  constructor(law: Law, circuit: Circuit) {
    this.#law = law;
    this.#circuit = circuit;
  }

  /** The innermost such term: the smallest thing that says all of what turned. */
  of(root: NodeId): ThroughTerm | undefined {
    if (!this.#turned(root)) return undefined;
    const node = this.#terms(root).at(-1);
    if (node === undefined) return undefined;
    const { kind, ...rest } = this.#circuit.nodes[node] as CircuitNode;
    return kind === 'named' && 'origin' in rest && rest.origin.kind === 'term'
      ? { term: rest.origin.term, node }
      : undefined;
  }

  #turned(id: NodeId): boolean {
    return this.#law.restricted(id, 0) !== this.#law.restricted(id, 1);
  }

  #terms(id: NodeId): readonly NodeId[] {
    const known = this.#found.get(id);
    if (known) return known;
    const node = this.#circuit.nodes[id] as CircuitNode;
    const below = childrenOf(node).filter((child) => this.#turned(child));
    const [first = [], ...others] = below.map((child) => this.#terms(child));
    const common = first.filter((term) => others.every((each) => each.includes(term)));
    const own = node.kind === 'named' && node.origin.kind === 'term' ? [id] : [];
    const terms = [...own, ...common];
    this.#found.set(id, terms);
    return terms;
  }
}

function childrenOf(node: CircuitNode): readonly NodeId[] {
  if (node.kind === 'not' || node.kind === 'named') return [node.of];
  return node.kind === 'and' || node.kind === 'or' ? node.of : [];
}
