/**
 * Applies the Circuit of one incident to several, without compiling anything again. What says nothing of an
 * incident stands once; the rest stands once for each, and "some incident" is one alternative for each.
 */
import type { Atom, AtomId, Choice, Circuit, CircuitNode, NodeId, Origin } from './circuit.ts';
import { childrenOf, restingOn } from './cone.ts';

/**
 * The Circuit of `one` incident for several. `extra` says of which incident each of its further expressions is
 * asked; the first unless said. Nodes keep the order in which compiling for each incident would make them.
 */
export function forIncidents(one: Circuit, incidents: number, extra: readonly number[] = []): Circuit {
  if (one.incidents !== 1) throw new RangeError('only the Circuit of one incident is applied to several');
  return incidents === 1 ? one : new Application(one, incidents).circuit(extra);
}

/** Marks the nodes that are another node for every incident. */
function nodesOfIncident(circuit: Circuit): Uint8Array {
  const flags = new Uint8Array(circuit.nodes.length);
  circuit.nodes.forEach((node, id) => {
    const own =
      node.kind === 'atom'
        ? incidentOf(circuit.atoms[node.atom] as Atom) !== undefined
        : node.kind === 'named' && isOfIncident(circuit, node.origin);
    if (own || (!isSomeIncident(node) && childrenOf(node).some((child) => flags[child] === 1))) flags[id] = 1;
  });
  return flags;
}

/** Marks the nodes on which several incidents bear at once: those that stand above "some incident". */
export function nodesAcrossIncidents(circuit: Circuit): Uint8Array {
  const flags = new Uint8Array(circuit.nodes.length);
  circuit.nodes.forEach((node, id) => {
    if (isSomeIncident(node) || restingOn(circuit, node).some((other) => flags[other] === 1)) flags[id] = 1;
  });
  return flags;
}

const isSomeIncident = (node: CircuitNode): boolean =>
  node.kind === 'named' && node.origin.kind === 'some-incident';

const incidentOf = (of: Atom | Origin): number | undefined => ('incident' in of ? of.incident : undefined);

const isOfIncident = (circuit: Circuit, origin: Origin): boolean =>
  (origin.kind === 'choice' ? circuit.choices[origin.index]?.incident : incidentOf(origin)) !== undefined;

class Application {
  readonly #one: Circuit;
  readonly #incidents: readonly number[];
  readonly #ofIncident: Uint8Array;
  readonly #nodes: CircuitNode[] = [];
  readonly #atoms: Atom[] = [];
  readonly #choices: Choice[] = [];
  /** For each incident, the new number of each node and atom; what is of no incident has that of the first. */
  readonly #nodeIds: readonly Int32Array[];
  readonly #atomIds: readonly Int32Array[];
  /** For each incident, the first node that may not have been made yet. */
  readonly #next: number[];
  readonly #reached = new Set<number>();

  constructor(one: Circuit, incidents: number) {
    this.#one = one;
    this.#incidents = Array.from({ length: incidents }, (_, incident) => incident);
    this.#ofIncident = nodesOfIncident(one);
    this.#nodeIds = this.#incidents.map(() => new Int32Array(one.nodes.length).fill(-1));
    this.#next = this.#incidents.map(() => 0);
    this.#atomIds = this.#incidents.map(() => new Int32Array(one.atoms.length).fill(-1));
  }

  circuit(extra: readonly number[]): Circuit {
    const one = this.#one;
    const perIncident = new Set(one.perIncident);
    // Built in the order of compiling.
    const instruments = new Map([...one.instruments].map(([id, node]) => [id, this.#root(node, 0)]));
    const each = (kind: string, items: Circuit['terms']): Circuit['terms'] =>
      new Map(
        [...items].map(([id, [node]]) => [
          id,
          (perIncident.has(`${kind} ${id}`) ? this.#incidents : [0]).map((incident) =>
            this.#root(node as NodeId, incident),
          ),
        ]),
      );
    const terms = each('term', one.terms);
    const findings = one.findings.flatMap((root) =>
      this.#incidentsOf(root).map((incident) => ({
        ...root,
        ...(root.incident === undefined ? {} : { incident }),
        node: this.#root(root.node, incident),
      })),
    );
    const amounts = one.amounts.flatMap((root) =>
      this.#incidentsOf(root).map((incident) => ({
        ...root,
        ...(root.incident === undefined ? {} : { incident }),
        guards: root.guards.map((guard) => this.#root(guard, incident)),
      })),
    );
    const constraints = each('constraint', one.constraints);
    const further = one.extra.map((node, at) => this.#root(node, extra[at] ?? 0));
    // Also the choices that no rule comes to: whose reading a view adopts is asked of all of a name together.
    one.choices.forEach((choice, index) => {
      if (!this.#reached.has(index)) this.#choices.push(this.#choice(choice, 0));
    });
    return {
      nodes: this.#nodes,
      atoms: this.#atoms,
      choices: this.#choices,
      findings,
      terms,
      instruments,
      amounts,
      constraints,
      perIncident: one.perIncident,
      extra: further,
      incidents: this.#incidents.length,
    };
  }

  #incidentsOf({ incident }: { readonly incident?: number | undefined }): readonly number[] {
    return incident === undefined ? [0] : this.#incidents;
  }

  /** The new number of a node that compiling begins with; what was compiled before it is made before it. */
  #root(root: NodeId, incident: number): NodeId {
    for (let id = this.#next[incident] as number; id <= root; id++) this.#make(id, incident);
    this.#next[incident] = Math.max(this.#next[incident] as number, root + 1);
    return this.#known(root, incident);
  }

  /** The new number of any node, made with all that it rests on and no more. */
  #node(root: NodeId, incident: number): NodeId {
    const missing = new Set<NodeId>();
    const open = [root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (missing.has(id) || this.#known(id, incident) !== -1) continue;
      missing.add(id);
      open.push(...restingOn(this.#one, this.#one.nodes[id] as CircuitNode));
    }
    for (const id of Int32Array.from(missing).sort()) this.#make(id, incident);
    return this.#known(root, incident);
  }

  #make(id: NodeId, incident: number): void {
    if (this.#known(id, incident) !== -1) return;
    const node = this.#copy(this.#one.nodes[id] as CircuitNode, incident);
    (this.#nodeIds[this.#ofIncident[id] === 1 ? incident : 0] as Int32Array)[id] = this.#add(node);
  }

  #known(id: NodeId, incident: number): NodeId {
    return (this.#nodeIds[this.#ofIncident[id] === 1 ? incident : 0] as Int32Array)[id] as number;
  }

  #copy(node: CircuitNode, incident: number): CircuitNode {
    const own = (id: NodeId): NodeId => this.#known(id, incident);
    switch (node.kind) {
      case 'true':
      case 'false':
        return node;
      case 'atom':
        return { kind: 'atom', atom: this.#atom(node.atom, incident) };
      case 'not':
        return { kind: 'not', of: own(node.of) };
      case 'and':
      case 'or':
        return { kind: node.kind, of: node.of.map(own) };
      case 'named': {
        const of = isSomeIncident(node) ? this.#someIncident(node.of) : own(node.of);
        return { kind: 'named', of, origin: this.#origin(node.origin, incident) };
      }
    }
  }

  #someIncident(of: NodeId): NodeId {
    const parts = [...new Set(this.#incidents.map((incident) => this.#node(of, incident)))];
    return parts.length === 1 ? (parts[0] as NodeId) : this.#add({ kind: 'or', of: parts });
  }

  #origin(origin: Origin, incident: number): Origin {
    if (origin.kind === 'choice') {
      this.#reached.add(origin.index);
      const choice = this.#choice(this.#one.choices[origin.index] as Choice, incident);
      return { ...origin, index: this.#choices.push(choice) - 1 };
    }
    return 'incident' in origin && origin.incident !== undefined ? { ...origin, incident } : origin;
  }

  #choice(choice: Choice, incident: number): Choice {
    return {
      ...choice,
      ...(choice.incident === undefined ? {} : { incident }),
      options: choice.options.map((option) => ({
        ...option,
        valid: this.#node(option.valid, incident),
        meaning: this.#node(option.meaning, incident),
        selected: this.#atom(option.selected, incident),
      })),
    };
  }

  #atom(id: AtomId, incident: number): AtomId {
    const atom = this.#one.atoms[id] as Atom;
    const own = 'incident' in atom && atom.incident !== undefined ? { ...atom, incident } : atom;
    const ids = this.#atomIds[own === atom ? 0 : incident] as Int32Array;
    if (ids[id] === -1) ids[id] = this.#atoms.push(own) - 1;
    return ids[id] as number;
  }

  #add(node: CircuitNode): NodeId {
    return this.#nodes.push(node) - 1;
  }
}
