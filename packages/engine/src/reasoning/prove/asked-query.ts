/**
 * A query about one bearer, with the law of every day within its period. What both ways of deciding it need: what
 * the view and the assumptions settle, and a second look by the plain evaluator.
 */
import { Budget } from '../../budget/budget.ts';
import { toDay } from '../../calendar/date.ts';
import type { NodeId } from '../../circuit/circuit.ts';
import { decisiveDays } from '../../diagram/days.ts';
import { Law } from '../../diagram/law.ts';
import type { Allowed } from '../../diagram/quantify.ts';
import type { Scene } from '../../diagram/scene.ts';
import { FALSE, TRUE } from '../../evaluate/kleene.ts';
import type { Query } from '../../rulebook/schema.ts';
import type { Decision } from '../fallback.ts';
import { assumedGivens, stands, viewGivens } from '../given.ts';
import { type CompiledQueries, type CompiledQuery, factsNamed } from '../query.ts';
import { rulesUsed } from '../rules-used.ts';
import { type ExampleSituation, evaluateExample } from '../world.ts';
import type { Proof, ProofOptions } from './proof.ts';

/** What a proof says besides what it comes to. */
export type ProofFrame = Pick<
  Proof,
  'bearer' | 'decidedBy' | 'rules' | 'assumed' | 'restsOn' | 'days' | 'laws'
>;

const NONE: ReadonlySet<string> = new Set();

export class AskedQuery {
  readonly compiled: CompiledQueries;
  readonly part: CompiledQuery;
  readonly query: Query;
  readonly options: ProofOptions;
  readonly law: Law;
  /** All the work on the law; only what the solver does of it is bounded. */
  readonly work = new Budget(Number.POSITIVE_INFINITY);
  /** One scene for each different law. */
  readonly scenes: readonly number[];
  readonly #days: number;

  constructor(compiled: CompiledQueries, part: CompiledQuery, options: ProofOptions) {
    this.compiled = compiled;
    this.part = part;
    this.query = part.query;
    this.options = options;
    const { rulebook, circuit } = compiled;
    const roots = this.roots();
    const { from, until } = part.query.period;
    const span = {
      from: from === undefined ? undefined : toDay(from),
      until: until === undefined ? undefined : toDay(until),
    };
    const constraints = [...circuit.constraints.values()].flat();
    const days = decisiveDays(circuit, [...roots, ...constraints], span);
    const known = options.known === undefined ? undefined : toDay(options.known);
    this.law = new Law(
      days.map((day) => ({ scene: { rulebook, circuit, day, known }, roots })),
      { budget: this.work, ...(options.allowance === undefined ? {} : { allowance: options.allowance }) },
    );
    this.#days = days.length;
    this.scenes = this.#distinct(roots);
  }

  /** The scenes, first those of which the law says something: an example is of the life of what it shows. */
  liveFirst(): readonly number[] {
    const { left, right } = this.part;
    const lives = (scene: number): boolean =>
      [left, right].some((node) => node !== undefined && this.law.restricted(node, scene) > 1);
    return [...this.scenes.filter(lives), ...this.scenes.filter((scene) => !lives(scene))];
  }

  /** The nodes that the query names. */
  roots(): NodeId[] {
    const { left, right, when } = this.part;
    return [left, right, when].flatMap((node) => (node === undefined ? [] : [node]));
  }

  /** What the view and the assumptions leave possible, where those `freed` are not kept. */
  allowed(scene: number, freed: ReadonlySet<string> = NONE): Allowed {
    return this.law.allowed(
      [...viewGivens(this.law, this.options.view ?? [], scene), ...this.#kept(scene, freed)].map(
        ({ level, classes }) => [level, classes],
      ),
    );
  }

  /** The assumptions kept that some law of the period asks about, deeds before the frame. */
  assumed(): readonly string[] {
    const { facts } = this.compiled.rulebook;
    const kept = this.scenes.flatMap((scene) =>
      this.#kept(scene, NONE).flatMap(({ basis }) => (basis.kind === 'assumed' ? [basis.fact] : [])),
    );
    const isDeed = (id: string): boolean => facts.find((fact) => fact.id === id)?.assumedAs === 'undone';
    return [...new Set(kept)].sort((one, other) => Number(isDeed(other)) - Number(isDeed(one)));
  }

  #kept(scene: number, freed: ReadonlySet<string>): ReturnType<typeof assumedGivens> {
    if (this.options.assume === false) return [];
    const named = factsNamed(this.query);
    return assumedGivens(
      this.law,
      scene,
      (fact) => stands(fact) && !named.has(fact.id) && !freed.has(fact.id),
    );
  }

  /** Throws where the plain evaluator does not agree that the situation shows what it is to show. */
  recheck(situation: ExampleSituation, goalHolds: boolean): void {
    const { rulebook, circuit } = this.compiled;
    const constraints = [...circuit.constraints.values()].flat();
    const value = evaluateExample(rulebook, this.law.cones(), situation, [...this.roots(), ...constraints]);
    const is = (node: NodeId | undefined): boolean => node === undefined || value(node) === TRUE;
    const { left, right, when } = this.part;
    const holds = {
      always: is(left),
      possible: is(left),
      never: value(left) === FALSE,
      implies: is(right),
      equivalent: is(left) === is(right),
    }[this.query.quantifier];
    const possible = constraints.every((node) => value(node) !== FALSE);
    const premise = is(when) && (this.query.quantifier !== 'implies' || is(left));
    if (!possible || !premise || holds !== goalHolds)
      throw new Error(`the evaluator contradicts the proof of "${this.query.text}": please report this`);
  }

  frame(decidedBy: Decision, restsOn: readonly string[]): ProofFrame {
    const { law } = this;
    const rules = rulesUsed(this.compiled.circuit, this.roots(), (node) =>
      this.scenes.every((scene) => law.restricted(node, scene) <= 1),
    );
    return {
      ...(this.part.bearer === undefined ? {} : { bearer: this.part.bearer }),
      decidedBy,
      rules,
      assumed: this.assumed(),
      restsOn,
      days: this.#days,
      laws: this.scenes.length,
    };
  }

  /** One scene for each different law: days on which every node asked for is the same node count once. */
  #distinct(roots: readonly NodeId[]): readonly number[] {
    const found = new Map<string, number>();
    this.law.scenes.forEach((_: Scene, scene) => {
      const nodes = roots.map((root) => this.law.restricted(root, scene));
      const restraints = this.law.restraints(scene).map(({ node }) => node);
      const key = `${nodes.join()} ${restraints.join()}`;
      // The day before all law, where a period has no beginning, stands for no other day.
      const isBeforeAll = found.get(key) === 0 && this.query.period.from === undefined;
      if (!found.has(key) || isBeforeAll) found.set(key, scene);
    });
    return [...found.values()];
  }
}
