/**
 * The law of a day (or of several days, or of two libraries) as functions over worlds. Cones are compiled to
 * diagrams only when asked for; a cone that passes the allowance is undefined, and callers say so.
 */
import type { Budget } from '../budget/budget.ts';
import { CircuitBuilder } from '../circuit/builder.ts';
import type { Atom, AtomId, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { ConeCircuits } from '../circuit/cone-circuit.ts';
import {
  ALWAYS,
  type Allowance,
  DEFAULT_ALLOWANCE,
  type Diagram,
  DiagramManager,
  nodeOf,
  not,
} from './manager.ts';
import { firstUse, type OrderStrategy, orderVariables } from './order.ts';
import type { Allowed } from './quantify.ts';
import { type Scene, SceneNodes, type SceneReader } from './scene.ts';
import { classSatisfies, questionOf, type Variable, variableKey, variablesOf } from './variables.ts';
import { supportOf } from './walk.ts';

export interface SceneRoots {
  readonly scene: Scene;
  /** Nodes of the Circuit that will be asked for. Absent: everything it names. */
  readonly roots?: readonly NodeId[] | undefined;
}

export interface LawOptions {
  readonly allowance?: Allowance;
  readonly order?: OrderStrategy;
  /** What the work on this law is charged to. */
  readonly budget?: Budget | undefined;
}

/** A sourced statement of what can occur, on the day of a scene. */
export interface Restraint {
  readonly id: string;
  readonly node: NodeId;
  readonly levels: ReadonlySet<number>;
}

export class Law {
  readonly scenes: readonly Scene[];
  readonly variables: readonly Variable[];
  readonly weights: readonly (readonly number[])[];
  readonly manager: DiagramManager;
  readonly #readers: readonly SceneReader[];
  readonly #nodes = new SceneNodes();
  readonly #levels: ReadonlyMap<string, number>;
  readonly #allowance: Allowance;
  readonly #budget: Budget | undefined;
  #charged = 0;
  readonly #memo = new Map<NodeId, Diagram>();
  readonly #failed = new Set<NodeId>();
  readonly #restraints = new Map<number, readonly Restraint[]>();
  /** For each scene, what can occur as far as it bears on a function. */
  readonly #possible = new Map<number, Map<Diagram, Diagram>>();
  readonly #literals = new Map<AtomId, Diagram>();
  readonly #cones = new Map<Circuit, ConeCircuits>();

  constructor(sources: readonly SceneRoots[], options: LawOptions = {}) {
    this.#allowance = options.allowance ?? DEFAULT_ALLOWANCE;
    this.#budget = options.budget;
    this.scenes = sources.map((source) => source.scene);
    this.#readers = this.scenes.map((scene) => this.#nodes.open(scene));
    const roots = sources.flatMap((source, at) => this.#sceneRoots(at, source.roots));
    const constraints = this.scenes.flatMap((_, at) => this.#constraintNodes(at).map(({ node }) => node));
    const { builder } = this.#nodes;
    const atoms = firstUse(builder.nodes, [...roots, ...constraints]).map((id) => builder.atoms[id] as Atom);
    const rulebooks = [...new Set(this.scenes.map((scene) => scene.rulebook))];
    const holders = (choice: string): readonly string[] => [
      ...new Set(this.#readers.flatMap((reader) => reader.holdersOf(choice))),
    ];
    this.variables = orderVariables(variablesOf(atoms, rulebooks, holders), builder, roots, options.order);
    this.weights = this.variables.map((variable) => variable.weights);
    this.#levels = new Map(this.variables.map((variable, level) => [variable.key, level]));
    this.manager = new DiagramManager(
      this.variables.map((variable) => variable.classes.length),
      (nodes) => this.#takeBack(nodes),
    );
    this.charge(builder.nodes.length);
  }

  /** The level of the variable with the key, where some rule asks for it. */
  levelOf(key: string): number | undefined {
    return this.#levels.get(key);
  }

  /** The node on the day of a scene. Two nodes that are the same number are the same law. */
  restricted(root: NodeId, scene = 0): NodeId {
    return this.#reader(scene).node(root);
  }

  /** The function of a node of the Circuit on the day of a scene; undefined where it passes the allowance. */
  diagram(root: NodeId, scene = 0): Diagram | undefined {
    return this.diagramOf(this.restricted(root, scene));
  }

  /** The function of a restricted node. */
  diagramOf(node: NodeId): Diagram | undefined {
    const known = this.#memo.get(node);
    if (known !== undefined) return known;
    if (this.#failed.has(node)) return undefined;
    const diagram = this.attempt(() => this.#compile(node));
    // Within another attempt it had only what that one had left.
    if (diagram === undefined && !this.manager.isAttempting) this.#failed.add(node);
    return diagram;
  }

  /** Forgets the functions whose nodes were taken back, whichever attempt made them. */
  #takeBack(nodes: number): void {
    for (const [node, diagram] of this.#memo) if (nodeOf(diagram) >= nodes) this.#memo.delete(node);
    for (const [atom, diagram] of this.#literals) if (nodeOf(diagram) >= nodes) this.#literals.delete(atom);
  }

  /** The holders with a reading of the choice on the day of a scene. */
  holdersOf(choice: string, scene = 0): readonly string[] {
    return this.#reader(scene).holdersOf(choice);
  }

  /** The choices of a scene, by key. */
  choicesOf(scene = 0): Iterable<string> {
    return this.#reader(scene).choiceKeys;
  }

  /** Parts of a scene's Circuit, for whoever evaluates examples of single cones. */
  cones(scene = 0): ConeCircuits {
    const { circuit } = this.#reader(scene).scene;
    let cones = this.#cones.get(circuit);
    if (!cones) {
      cones = new ConeCircuits(circuit);
      this.#cones.set(circuit, cones);
    }
    return cones;
  }

  /** The restricted graph, for back ends that read it instead of diagrams. */
  get nodes(): readonly CircuitNode[] {
    return this.#nodes.builder.nodes;
  }

  get atoms(): readonly Atom[] {
    return this.#nodes.builder.atoms;
  }

  /**
   * What can occur, as far as it bears on the functions: the conjunction of the constraints that share a
   * variable with them, directly or through others. The rest can be met whatever these say.
   */
  possible(functions: readonly Diagram[], scene = 0): Diagram | undefined {
    if (this.restraints(scene).length === 0) return ALWAYS;
    const [only] = functions;
    // What an attempt makes may be taken back, and its number then be that of another function.
    const kept = functions.length === 1 && !this.manager.isAttempting ? this.#possibleIn(scene) : undefined;
    const known = kept?.get(only as Diagram);
    if (known !== undefined) return known;
    const possible = this.possibleOver(supportOf(this.manager, ...functions), scene);
    if (possible !== undefined) kept?.set(only as Diagram, possible);
    return possible;
  }

  #possibleIn(scene: number): Map<Diagram, Diagram> {
    let possible = this.#possible.get(scene);
    if (!possible) {
      possible = new Map();
      this.#possible.set(scene, possible);
    }
    return possible;
  }

  /** What can occur, as far as it bears on the levels. */
  possibleOver(of: Iterable<number>, scene = 0): Diagram | undefined {
    const levels = this.tiedTo(of, scene);
    return this.join(
      this.restraints(scene).filter((each) => [...each.levels].some((level) => levels.has(level))),
    );
  }

  /** The levels, and those that constraints tie to them, directly or through others. */
  tiedTo(of: Iterable<number>, scene = 0): ReadonlySet<number> {
    const levels = new Set(of);
    const restraints = this.restraints(scene);
    for (let size = -1; size !== levels.size; ) {
      size = levels.size;
      for (const restraint of restraints) {
        if (![...restraint.levels].some((level) => levels.has(level))) continue;
        for (const level of restraint.levels) levels.add(level);
      }
    }
    return levels;
  }

  /** Every constraint of a scene, and that an adopted reading is one that is held on the day. */
  everythingPossible(scene = 0): Diagram | undefined {
    return this.join(this.restraints(scene));
  }

  restraints(scene = 0): readonly Restraint[] {
    let restraints = this.#restraints.get(scene);
    if (!restraints) {
      restraints = [...this.#constraintNodes(scene), ...this.#heldReadings(scene)]
        .filter(({ node }) => node !== CircuitBuilder.true)
        .map(({ id, node }) => ({ id, node, levels: this.levelsBelow(node) }));
      this.#restraints.set(scene, restraints);
    }
    return restraints;
  }

  /** The conjunction of constraints; undefined where it passes the allowance. */
  join(restraints: readonly Restraint[]): Diagram | undefined {
    const parts: Diagram[] = [];
    for (const { node } of restraints) {
      const part = this.diagramOf(node);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return this.attempt(() => this.manager.all(parts));
  }

  /** Runs diagram work within the allowance; undefined where it does not suffice. */
  attempt<T>(work: () => T): T | undefined {
    const result = this.manager.attempt(work, this.#allowance);
    if (!this.manager.isAttempting) this.#chargeDiagrams();
    return result;
  }

  /** Charges work on this law to its budget, if it has one: a number of steps. */
  charge(steps: number): void {
    this.#budget?.charge(steps);
  }

  #chargeDiagrams(): void {
    const { steps } = this.manager;
    this.charge(steps - this.#charged);
    this.#charged = steps;
  }

  /** Classes allowed for single variables, as the operations on diagrams take them. */
  allowed(entries: Iterable<readonly [level: number, classes: readonly number[]]>): Allowed {
    const allowed: (readonly number[] | undefined)[] = this.variables.map(() => undefined);
    for (const [level, classes] of entries) allowed[level] = classes;
    return allowed;
  }

  #reader(scene: number): SceneReader {
    const reader = this.#readers[scene];
    if (!reader) throw new RangeError(`there is no scene ${scene}: there are ${this.scenes.length}`);
    return reader;
  }

  #sceneRoots(scene: number, roots: readonly NodeId[] | undefined): NodeId[] {
    const { circuit } = this.#reader(scene).scene;
    const all = roots ?? [
      ...circuit.findings.map((finding) => finding.node),
      ...[...circuit.terms.values()].flat(),
      ...circuit.instruments.values(),
      ...circuit.amounts.flatMap((amount) => amount.guards),
      ...circuit.extra,
    ];
    return all.map((root) => this.restricted(root, scene));
  }

  #constraintNodes(scene: number): { id: string; node: NodeId }[] {
    return [...this.#reader(scene).scene.circuit.constraints].flatMap(([id, nodes]) =>
      nodes.map((node) => ({ id, node: this.restricted(node, scene) })),
    );
  }

  /** With several days, a reading may be held on one of them only. */
  #heldReadings(scene: number): { id: string; node: NodeId }[] {
    if (this.scenes.length === 1) return [];
    const { builder } = this.#nodes;
    return this.variables.flatMap(({ question, classes }) => {
      if (question.kind !== 'reading') return [];
      const { choice } = question;
      const held = this.holdersOf(choice, scene);
      if (held.length === 0 || held.length === classes.length - 1) return [];
      const node = builder.or([
        ...held.map((holder) => builder.atom({ kind: 'reading', choice, holder })),
        builder.not(builder.atom({ kind: 'held', choice })),
      ]);
      return [{ id: `reading ${choice}`, node }];
    });
  }

  /** The levels that a restricted node asks for in its rules, whether or not its function depends on them. */
  levelsBelow(node: NodeId): ReadonlySet<number> {
    const levels = new Set<number>();
    for (const id of firstUse(this.nodes, [node])) {
      const level = this.levelOf(variableKey(questionOf(this.atoms[id] as Atom)));
      if (level !== undefined) levels.add(level);
    }
    return levels;
  }

  #compile(id: NodeId): Diagram {
    const known = this.#memo.get(id);
    if (known !== undefined) return known;
    const { manager } = this;
    const node = this.nodes[id] as CircuitNode;
    let diagram: Diagram;
    switch (node.kind) {
      case 'false':
        diagram = not(ALWAYS);
        break;
      case 'true':
        diagram = ALWAYS;
        break;
      case 'atom':
        diagram = this.#literal(node.atom);
        break;
      case 'not':
        diagram = not(this.#compile(node.of));
        break;
      case 'named':
        diagram = this.#compile(node.of);
        break;
      default: {
        const parts = node.of.map((part) => this.#compile(part));
        diagram = node.kind === 'and' ? manager.all(parts) : manager.any(parts);
      }
    }
    this.#memo.set(id, diagram);
    return diagram;
  }

  #literal(id: AtomId): Diagram {
    let literal = this.#literals.get(id);
    if (literal === undefined) {
      const atom = this.atoms[id] as Atom;
      const level = this.levelOf(variableKey(questionOf(atom)));
      if (level === undefined) throw new RangeError('a node is asked for that was not among the roots');
      const { classes } = this.variables[level] as Variable;
      literal = this.manager.literal(level, (value) =>
        classSatisfies(classes[value] as Variable['classes'][number], atom),
      );
      this.#literals.set(id, literal);
    }
    return literal;
  }
}
