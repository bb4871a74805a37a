/**
 * Proofs over every situation, on every day of the period asked, in one view or in all readings. Either no
 * jointly possible situation contradicts the query, and one in which its premises hold is shown; or a full
 * situation that contradicts it is. Nothing is proved from premises that cannot hold.
 */
import { Budget } from '../budget/budget.ts';
import { toDay } from '../calendar/date.ts';
import type { NodeId } from '../circuit/circuit.ts';
import { decisiveDays } from '../diagram/days.ts';
import { Law } from '../diagram/law.ts';
import { ALWAYS, type Allowance, type Diagram, not } from '../diagram/manager.ts';
import { type Allowed, forAll } from '../diagram/quantify.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Variable } from '../diagram/variables.ts';
import { canHold } from '../diagram/walk.ts';
import { FALSE, TRUE } from '../evaluate/kleene.ts';
import type { Query } from '../rulebook/schema.ts';
import { type Decision, findWorld } from './fallback.ts';
import { assumedGivens, openClasses, viewGivens } from './given.ts';
import { type CompiledQueries, type CompiledQuery, factsNamed } from './query.ts';
import { type RuleName, rulesUsed } from './rules-used.ts';
import { completeWorld, type ExampleSituation, evaluateExample, exampleSituation } from './world.ts';

export type ProofOutcome =
  | 'holds'
  | 'fails'
  /** It would hold only because its premises cannot. */
  | 'vacuous'
  /** Whether it holds depends on which reading is adopted. */
  | 'contested'
  | 'not-decided';

export interface Proof {
  readonly outcome: ProofOutcome;
  readonly bearer?: string | undefined;
  readonly decidedBy: Decision;
  /** A situation in which the premises hold, and the query with them; for `possible`, the case that shows it. */
  readonly witness?: ExampleSituation | undefined;
  readonly counterexample?: ExampleSituation | undefined;
  /** For what fails or is contested: whether it holds at least in some situations that meet the premises. */
  readonly inPart: boolean;
  readonly rules: readonly RuleName[];
  /** Assumptions that were kept at their defaults, because the query does not name them. */
  readonly assumed: readonly string[];
  /** How many days had to be looked at, and how many different laws they have. */
  readonly days: number;
  readonly laws: number;
}

export interface ProofOptions {
  /** An ordered list of holders; empty: every reading held on the day may be adopted. */
  readonly view?: readonly string[];
  readonly known?: string | undefined;
  /** Whether assumptions that the query does not name stay at their defaults. True unless said. */
  readonly assume?: boolean;
  /** What a diagram may cost before the solver is asked instead. */
  readonly allowance?: Allowance;
  /** Steps that the solver may take over all days of the query. */
  readonly solverSteps?: number;
}

/** Steps that the solver may take over all days of one query; a single search is bounded by its conflicts. */
const SOLVER_STEPS = 10_000_000;

/** One proof a bearer. The query holds where all of them do. */
export function prove(
  compiled: CompiledQueries,
  index: number,
  options: ProofOptions = {},
): readonly Proof[] {
  return (compiled.parts[index] ?? []).map((part) => new Prover(compiled, part, options).prove());
}

/** What one distinct law within the period makes of the query. */
interface Part {
  readonly scene: number;
  readonly premise: Diagram;
  readonly goal: Diagram;
  readonly possible: Diagram;
  readonly allowed: Allowed;
}

type Wanted = readonly [NodeId | undefined, boolean];

/** What the two sides of a query are where its goal holds, and where it does not. */
const WAYS: Readonly<
  Record<
    Query['quantifier'],
    readonly { readonly left: boolean; readonly right?: boolean; readonly goalHolds: boolean }[]
  >
> = {
  always: [
    { left: true, goalHolds: true },
    { left: false, goalHolds: false },
  ],
  possible: [{ left: true, goalHolds: true }],
  never: [
    { left: false, goalHolds: true },
    { left: true, goalHolds: false },
  ],
  implies: [
    { left: true, right: true, goalHolds: true },
    { left: true, right: false, goalHolds: false },
  ],
  equivalent: [
    { left: true, right: true, goalHolds: true },
    { left: false, right: false, goalHolds: true },
    { left: true, right: false, goalHolds: false },
    { left: false, right: true, goalHolds: false },
  ],
};

class Prover {
  readonly #compiled: CompiledQueries;
  readonly #part: CompiledQuery;
  readonly #query: Query;
  readonly #options: ProofOptions;
  readonly #law: Law;
  /** All the work on the law; only what the solver does of it is bounded. */
  readonly #work = new Budget(Number.POSITIVE_INFINITY);
  readonly #days: number;
  readonly #scenes: readonly number[];

  constructor(compiled: CompiledQueries, part: CompiledQuery, options: ProofOptions) {
    this.#compiled = compiled;
    this.#part = part;
    this.#query = part.query;
    this.#options = options;
    const { rulebook, circuit } = compiled;
    const roots = this.#roots();
    const { from, until } = part.query.period;
    const span = {
      from: from === undefined ? undefined : toDay(from),
      until: until === undefined ? undefined : toDay(until),
    };
    const constraints = [...circuit.constraints.values()].flat();
    const days = decisiveDays(circuit, [...roots, ...constraints], span);
    const known = options.known === undefined ? undefined : toDay(options.known);
    this.#law = new Law(
      days.map((day) => ({ scene: { rulebook, circuit, day, known }, roots })),
      { budget: this.#work, ...(options.allowance === undefined ? {} : { allowance: options.allowance }) },
    );
    this.#days = days.length;
    this.#scenes = this.#distinct(roots);
  }

  prove(): Proof {
    const parts = this.#scenes.map((scene) => this.#diagrams(scene));
    if (parts.includes(undefined)) return this.#bySolver();
    const known = parts as readonly Part[];
    const { manager } = this.#law;
    const result = this.#law.attempt(() => {
      if (this.#query.quantifier === 'possible') return this.#possible(known);
      let witness: ExampleSituation | undefined;
      let counterexample: ExampleSituation | undefined;
      let contested = false;
      let fails = false;
      let premiseHolds = false;
      for (const part of known) {
        const premise = manager.and(part.premise, part.possible);
        premiseHolds ||= canHold(manager, premise, part.allowed);
        witness ??= this.#example(part, manager.and(premise, part.goal), true);
        const against = manager.and(premise, not(part.goal));
        if (!canHold(manager, against, part.allowed)) continue;
        counterexample ??= this.#example(part, against, false);
        if (this.#dependsOnReadings(part, against)) contested = true;
        else fails = true;
      }
      const outcome: ProofOutcome = !premiseHolds
        ? 'vacuous'
        : fails
          ? 'fails'
          : contested
            ? 'contested'
            : 'holds';
      return { outcome, witness, counterexample, inPart: outcome !== 'holds' && witness !== undefined };
    });
    return result ? { ...result, ...this.#common('diagram') } : this.#bySolver();
  }

  #possible(parts: readonly Part[]): Pick<Proof, 'outcome' | 'witness' | 'inPart'> {
    const { manager } = this.#law;
    let contested = false;
    let found: ExampleSituation | undefined;
    for (const part of parts) {
      const wanted = manager.all([part.premise, part.possible, part.goal]);
      const witness = this.#example(part, wanted, true);
      if (!witness) continue;
      found ??= witness;
      if (!this.#dependsOnReadings(part, wanted)) return { outcome: 'holds', witness, inPart: false };
      contested = true;
    }
    return contested
      ? { outcome: 'contested', witness: found, inPart: true }
      : { outcome: 'fails', inPart: false };
  }

  /** Whether such situations exist in some adopted readings, and in others none though the premises can hold. */
  #dependsOnReadings({ premise, possible, allowed, scene }: Part, worlds: Diagram): boolean {
    const law = this.#law;
    const { manager } = law;
    const isFact = (level: number): boolean => (law.variables[level] as Variable).question.kind !== 'reading';
    const noneExist = forAll(manager, not(worlds), isFact, allowed);
    const vacuous = forAll(manager, not(manager.and(premise, possible)), isFact, allowed);
    return canHold(manager, manager.and(noneExist, not(vacuous)), this.#held(allowed, scene));
  }

  #held(allowed: Allowed, scene: number): Allowed {
    return this.#law.variables.map(
      ({ question }, level) =>
        allowed[level] ?? (question.kind === 'reading' ? openClasses(this.#law, level, scene) : undefined),
    );
  }

  #diagrams(scene: number): Part | undefined {
    const law = this.#law;
    const { left, right, when } = this.#part;
    const [of, other, premise] = [left, right, when].map((node) =>
      node === undefined ? ALWAYS : law.diagram(node, scene),
    );
    if (of === undefined || other === undefined || premise === undefined) return undefined;
    const possible = law.possible([of, other, premise], scene);
    if (possible === undefined) return undefined;
    const combined = law.attempt(() => this.#combine(of, other, premise));
    return combined && { scene, possible, allowed: this.#allowed(scene), ...combined };
  }

  #combine(left: Diagram, right: Diagram, when: Diagram): { premise: Diagram; goal: Diagram } {
    const { manager } = this.#law;
    switch (this.#query.quantifier) {
      case 'always':
      case 'possible':
        return { premise: when, goal: left };
      case 'never':
        return { premise: when, goal: not(left) };
      case 'implies':
        return { premise: manager.and(when, left), goal: right };
      case 'equivalent':
        return { premise: when, goal: manager.ite(left, right, not(right)) };
    }
  }

  #allowed(scene: number): Allowed {
    return this.#law.allowed(
      [...viewGivens(this.#law, this.#options.view ?? [], scene), ...this.#assumed(scene)].map(
        ({ level, classes }) => [level, classes],
      ),
    );
  }

  #assumed(scene: number): ReturnType<typeof assumedGivens> {
    if (this.#options.assume === false) return [];
    const named = factsNamed(this.#query);
    return assumedGivens(this.#law, scene, (fact) => named.has(fact));
  }

  /** A world as a situation; thrown out loud where the plain evaluator does not agree with the diagram. */
  #example(part: Part, worlds: Diagram, goalHolds: boolean): ExampleSituation | undefined {
    const nodes = this.#roots().map((root) => this.#law.restricted(root, part.scene));
    const found = completeWorld(this.#law, worlds, nodes, part.allowed, part.scene);
    if (!found) return undefined;
    const situation = exampleSituation(this.#law, found, part.scene);
    this.#recheck(situation, goalHolds);
    return situation;
  }

  #recheck(situation: ExampleSituation, goalHolds: boolean): void {
    const { rulebook, circuit } = this.#compiled;
    const constraints = [...circuit.constraints.values()].flat();
    const value = evaluateExample(rulebook, this.#law.cones(), situation, [...this.#roots(), ...constraints]);
    const is = (node: NodeId | undefined): boolean => node === undefined || value(node) === TRUE;
    const { left, right, when } = this.#part;
    const holds = {
      always: is(left),
      possible: is(left),
      never: value(left) === FALSE,
      implies: is(right),
      equivalent: is(left) === is(right),
    }[this.#query.quantifier];
    const possible = constraints.every((node) => value(node) !== FALSE);
    const premise = is(when) && (this.#query.quantifier !== 'implies' || is(left));
    if (!possible || !premise || holds !== goalHolds)
      throw new Error(`the evaluator contradicts the proof of "${this.#query.text}": please report this`);
  }

  /** Where a diagram passed its allowance. Contested readings are then told apart only by asking a view. */
  #bySolver(): Proof {
    const { left, right, when } = this.#part;
    const law = this.#law;
    const last = this.#work.used + (this.#options.solverSteps ?? SOLVER_STEPS);
    let decided = true;
    let witness: ExampleSituation | undefined;
    let counterexample: ExampleSituation | undefined;
    const search = (
      scene: number,
      wanted: readonly Wanted[],
      goalHolds: boolean,
    ): ExampleSituation | undefined => {
      if (this.#work.used >= last) {
        decided = false;
        return undefined;
      }
      const nodes = wanted.flatMap(([node, value]) =>
        node === undefined ? [] : [[law.restricted(node, scene), value] as const],
      );
      const world = findWorld(law, nodes, this.#allowed(scene), scene);
      if (world === undefined) decided = false;
      if (world === undefined || world === 'none') return undefined;
      const situation = exampleSituation(law, world, scene);
      this.#recheck(situation, goalHolds);
      return situation;
    };
    const { quantifier } = this.#query;
    for (const scene of this.#scenes) {
      for (const { left: first, right: second, goalHolds } of WAYS[quantifier]) {
        const wanted: readonly Wanted[] = [
          [when, true],
          [left, first],
          ...(second === undefined ? [] : [[right, second] as const]),
        ];
        if (goalHolds) witness ??= search(scene, wanted, true);
        else counterexample ??= search(scene, wanted, false);
      }
    }
    const outcome: ProofOutcome =
      quantifier === 'possible'
        ? witness
          ? 'holds'
          : decided
            ? 'fails'
            : 'not-decided'
        : counterexample
          ? 'fails'
          : !decided
            ? 'not-decided'
            : witness
              ? 'holds'
              : 'vacuous';
    const inPart = outcome === 'fails' && witness !== undefined;
    return { outcome, witness, counterexample, inPart, ...this.#common(decided ? 'solver' : 'not-decided') };
  }

  #common(decidedBy: Decision): Pick<Proof, 'bearer' | 'decidedBy' | 'rules' | 'assumed' | 'days' | 'laws'> {
    const law = this.#law;
    const rules = rulesUsed(this.#compiled.circuit, this.#roots(), (node) =>
      this.#scenes.every((scene) => law.restricted(node, scene) <= 1),
    );
    const assumed = this.#scenes.flatMap((scene) =>
      this.#assumed(scene).flatMap(({ basis }) => (basis.kind === 'assumed' ? [basis.fact] : [])),
    );
    return {
      ...(this.#part.bearer === undefined ? {} : { bearer: this.#part.bearer }),
      decidedBy,
      rules,
      assumed: [...new Set(assumed)],
      days: this.#days,
      laws: this.#scenes.length,
    };
  }

  #roots(): NodeId[] {
    const { left, right, when } = this.#part;
    return [left, right, when].flatMap((node) => (node === undefined ? [] : [node]));
  }

  /** One scene for each different law: days on which every node asked for is the same node count once. */
  #distinct(roots: readonly NodeId[]): readonly number[] {
    const found = new Map<string, number>();
    this.#law.scenes.forEach((_: Scene, scene) => {
      const nodes = roots.map((root) => this.#law.restricted(root, scene));
      const restraints = this.#law.restraints(scene).map(({ node }) => node);
      const key = `${nodes.join()} ${restraints.join()}`;
      if (!found.has(key)) found.set(key, scene);
    });
    return [...found.values()];
  }
}
