/**
 * Which answers an example is made of where several would do: the default of an assumption; a home party; what
 * the precedents state most often; what the registers name first. Each order ends in that of the library, so
 * that one question always has the same example.
 */
import { elsewhereIn } from '../circuit/places.ts';
import type { Law } from '../diagram/law.ts';
import type { Scene } from '../diagram/scene.ts';
import type { ValueClass, Variable } from '../diagram/variables.ts';
import { homeParties } from '../rulebook/home.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Fact, Rulebook } from '../rulebook/schema.ts';
import { compareDecimal, geographyOf } from '../situation/value.ts';

/** What a party without part in the matter costs, in facts that are answered with yes. */
const STRANGER = 3;

/** The classes of one question, the likeliest first, and what each costs an example. */
export interface Likelihood {
  readonly order: readonly number[];
  readonly costs: readonly number[];
}

const usages = new WeakMap<Rulebook, Usage>();
const likelihoods = new WeakMap<Law, Map<string, Likelihood>>();

/** In what order the classes of a level are tried on the day of a scene. */
export function likelihoodOf(law: Law, level: number, scene: number): Likelihood {
  const known = likelihoods.get(law) ?? new Map<string, Likelihood>();
  likelihoods.set(law, known);
  const key = `${scene} ${level}`;
  let likelihood = known.get(key);
  if (!likelihood) {
    likelihood = weigh(law, level, scene);
    known.set(key, likelihood);
  }
  return likelihood;
}

/**
 * Of values that make no difference, the likeliest one: a region where precedents name it and all of it is among
 * them on the day of every scene.
 */
export function likeliestValue(law: Law, fact: string, values: readonly string[], scene: number): string {
  const usage = usageOf((law.scenes[scene] as Scene).rulebook);
  const within = new Set(values);
  const regions = usage.regionsNamed(fact).filter((region) =>
    law.scenes.every(({ rulebook, day }) => {
      const geography = geographyOf(rulebook);
      return geography.knows(region) && geography.leavesOf(region, day).every((leaf) => within.has(leaf));
    }),
  );
  return [...values, ...regions].reduce((best, value) =>
    usage.compare(fact, value, best) < 0 ? value : best,
  );
}

function weigh(law: Law, level: number, scene: number): Likelihood {
  const { question, classes } = law.variables[level] as Variable;
  const { rulebook } = law.scenes[scene] as Scene;
  const every = [...classes.keys()];
  if (question.kind !== 'fact') return { order: every, costs: classes.map(() => 0) };
  const fact = indexRulebook(rulebook).find('fact', question.fact);
  const usage = usageOf(rulebook);
  const isDefault = (each: ValueClass): boolean => fact?.default !== undefined && holds(each, fact.default);
  const best = classes.map((each) =>
    each.kind === 'among' ? likeliestValue(law, question.fact, each.values, scene) : undefined,
  );
  const compare = (one: number, other: number): number => {
    const byDefault =
      Number(isDefault(classes[other] as ValueClass)) - Number(isDefault(classes[one] as ValueClass));
    const [left, right] = [best[one], best[other]];
    if (byDefault !== 0 || left === undefined || right === undefined) return byDefault || one - other;
    return usage.compare(question.fact, left, right) || one - other;
  };
  return {
    order: every.sort(compare),
    costs: classes.map((each, index) =>
      isDefault(each) ? 0 : cost(each, usage.isStrange(fact, best[index])),
    ),
  };
}

const cost = (each: ValueClass, strange: boolean): number =>
  each.kind === 'yes-no' ? Number(each.value) : strange ? STRANGER : 0;

/** Whether the class holds a value as the library writes it. */
function holds(each: ValueClass, value: string): boolean {
  switch (each.kind) {
    case 'yes-no':
      return value === (each.value ? 'yes' : 'no');
    case 'among':
      return each.values.includes(value);
    case 'range':
      return (
        /^-?\d+(\.\d+)?$/.test(value) &&
        (each.from === undefined || compareDecimal(value, each.from) >= 0) &&
        (each.until === undefined || compareDecimal(value, each.until) < 0)
      );
    case 'reading':
      return false;
  }
}

/** How often the precedents state each value, and where the registers name it. */
class Usage {
  readonly #home: ReadonlyMap<string, number>;
  readonly #counts = new Map<string, number>();
  readonly #places: ReadonlyMap<string, number>;
  /** The rests of regions. */
  readonly #unnamed: ReadonlySet<string>;
  readonly #regions: ReadonlyMap<string, readonly string[]>;

  constructor(rulebook: Rulebook) {
    this.#home = new Map(homeParties(rulebook).map((party, at) => [party, at]));
    this.#places = new Map([...rulebook.parties, ...rulebook.places].map(({ id }, at) => [id, at]));
    this.#unnamed = new Set(geographyOf(rulebook).leaves.filter((leaf) => !this.#places.has(leaf)));
    const regions = new Map<string, Set<string>>();
    for (const { given, incidents } of rulebook.precedents) {
      for (const { fact, value } of [given, ...incidents.map((incident) => incident.given)].flat()) {
        const key = `${fact} ${value}`;
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
        if (this.#unnamed.has(elsewhereIn(value)))
          regions.set(fact, (regions.get(fact) ?? new Set()).add(value));
      }
    }
    this.#regions = new Map([...regions].map(([fact, named]) => [fact, [...named]]));
  }

  /** The regions, not single places, that precedents state. */
  regionsNamed(fact: string): readonly string[] {
    return this.#regions.get(fact) ?? [];
  }

  /** Below 0 where the first value is the likelier one; 0 where nothing tells them apart. */
  compare(fact: string, one: string, other: string): number {
    const rank = (value: string): readonly number[] => [
      this.#home.get(value) ?? this.#home.size,
      // A named place says more than the rest of a region.
      this.#unnamed.has(value) ? 1 : 0,
      -(this.#counts.get(`${fact} ${value}`) ?? 0),
      this.#places.get(value) ?? this.#places.size,
    ];
    const [left, right] = [rank(one), rank(other)];
    return left.map((each, at) => each - (right[at] as number)).find((difference) => difference !== 0) ?? 0;
  }

  isStrange(fact: Fact | undefined, value: string | undefined): boolean {
    return fact?.type === 'party' && this.#home.size > 0 && value !== undefined && !this.#home.has(value);
  }
}

function usageOf(rulebook: Rulebook): Usage {
  let usage = usages.get(rulebook);
  if (!usage) {
    usage = new Usage(rulebook);
    usages.set(rulebook, usage);
  }
  return usage;
}
