/**
 * What a situation and a view settle about worlds: for each variable the classes that are still possible, and
 * where that comes from. What is not given stays open.
 */
import type { Law } from '../diagram/law.ts';
import type { Allowed } from '../diagram/quantify.ts';
import { type ValueClass, type Variable, variableKey } from '../diagram/variables.ts';
import type { Fact, Rulebook } from '../rulebook/schema.ts';
import { presentNames } from '../situation/former-names.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { GivenFact, Situation } from '../situation/situation.ts';
import { compareDecimal, parseValue, type Value } from '../situation/value.ts';

/** Why a variable is not open. */
export type Basis =
  | { readonly kind: 'given'; readonly given: GivenFact }
  | { readonly kind: 'assumed'; readonly fact: string }
  /** The view's reading of a choice; no holder where the view has none. */
  | { readonly kind: 'view'; readonly choice: string; readonly holder: string | undefined }
  /** No view was asked for: any reading held on the day may be adopted. */
  | { readonly kind: 'open'; readonly choice: string };

export interface Settled {
  readonly level: number;
  /** The classes still possible: one, or several where a region or the like was given. */
  readonly classes: readonly number[];
  readonly basis: Basis;
}

export interface Givens {
  readonly settled: ReadonlyMap<number, Settled>;
  readonly allowed: Allowed;
}

/**
 * What the situation settles, together with the view (an ordered list of holders; empty: all stay open). A law
 * of one incident is asked about any of the situation's: `incident` says which.
 */
export function givensOf(
  law: Law,
  situation: Situation | ResolvedSituation,
  view: readonly string[],
  scene = 0,
  incident?: number,
): Givens {
  const { rulebook } = law.scenes[scene] as Law['scenes'][number];
  const resolved = resolveSituation(rulebook, situation);
  const facts = law.variables.flatMap((_, level) => factGiven(law, resolved, level, scene, incident) ?? []);
  return asGivens(law, [...facts, ...viewGivens(law, view, scene)]);
}

/**
 * The situation asked about as a question over all that are like it: what is merely usual is open there, where
 * nothing is given of it.
 */
export function withUsualOpen(rulebook: Rulebook, situation: Situation): Situation {
  const names = presentNames(rulebook);
  const given = new Set(situation.given.map(({ fact }) => names.item(fact)));
  const open = rulebook.facts.filter(
    (fact) => fact.default !== undefined && !stands(fact) && !given.has(fact.id),
  );
  return {
    ...situation,
    given: [
      ...situation.given,
      ...open.map(({ id }): GivenFact => ({ fact: id, value: 'unknown', asserted: 'stipulated' })),
    ],
  };
}

/** The same, where only the facts asked at the levels are otherwise, because another incident is meant. */
export function givensOfOther(
  law: Law,
  { settled }: Givens,
  resolved: ResolvedSituation,
  incident: number,
  levels: ReadonlySet<number>,
): Givens {
  const others = [...settled.values()].filter(({ level }) => !levels.has(level));
  const own = [...levels].flatMap((level) => factGiven(law, resolved, level, 0, incident) ?? []);
  return asGivens(law, [...others, ...own]);
}

const asGivens = (law: Law, found: readonly Settled[]): Givens => ({
  settled: new Map(found.map((settled) => [settled.level, settled])),
  allowed: law.allowed(found.map(({ level, classes }) => [level, classes])),
});

/**
 * The readings that a view adopts: of the first of its holders that has one on the day; where it has none, no
 * reading at all, since no view inherits another's. Without a view every reading held on the day stays open.
 */
export function viewGivens(law: Law, view: readonly string[], scene = 0): Settled[] {
  return law.variables.flatMap(({ question, classes }, level) => {
    if (question.kind !== 'reading') return [];
    const { choice } = question;
    const held = law.holdersOf(choice, scene);
    if (held.length === 0) return [];
    const holder = view.find((candidate) => held.includes(candidate));
    const adopted = (each: ValueClass): boolean =>
      each.kind === 'reading' &&
      (view.length > 0 ? each.holder === holder : each.holder !== undefined && held.includes(each.holder));
    return [
      {
        level,
        classes: classes.flatMap((each, index) => (adopted(each) ? [index] : [])),
        basis: view.length > 0 ? { kind: 'view', choice, holder } : { kind: 'open', choice },
      },
    ];
  });
}

/**
 * What stands in every situation until a question says otherwise: the frame, which has not ended, and deeds that
 * nobody has done. Circumstances that are merely usual stay open where all situations are asked about.
 */
export const stands = ({ assumedAs }: Fact): boolean => assumedAs === 'frame' || assumedAs === 'undone';

/** Of what stands, the frame alone: what a deed would make otherwise is looked at too. */
export const isFrame = ({ assumedAs }: Fact): boolean => assumedAs === 'frame';

/** Assumptions that are `kept`, at their defaults. */
export function assumedGivens(law: Law, scene = 0, kept: (fact: Fact) => boolean = stands): Settled[] {
  const { rulebook, circuit, day } = law.scenes[scene] as Law['scenes'][number];
  return rulebook.facts.flatMap((fact) => {
    const assumed = fact.default;
    if (assumed === undefined || !kept(fact)) return [];
    const incidents =
      fact.scope === 'situation' ? [undefined] : Array.from({ length: circuit.incidents }, (_, at) => at);
    return incidents.flatMap((incident): Settled[] => {
      const level = law.levelOf(variableKey({ kind: 'fact', fact: fact.id, incident, organ: undefined }));
      if (level === undefined) return [];
      const { classes } = law.variables[level] as Variable;
      const value = parseValue(rulebook, fact, assumed, day);
      return [{ level, classes: holding(classes, value), basis: { kind: 'assumed', fact: fact.id } }];
    });
  });
}

function factGiven(
  law: Law,
  resolved: ResolvedSituation,
  level: number,
  scene: number,
  meant: number | undefined,
): Settled | undefined {
  const { question, classes } = law.variables[level] as Variable;
  if (question.kind !== 'fact') return undefined;
  const { fact, organ } = question;
  if (!resolved.speaksOf(fact)) return undefined;
  const incident = question.incident === undefined ? undefined : (meant ?? question.incident);
  // Values are read on the day of the scene: the same region has other parts on other days.
  const { day } = law.scenes[scene] as Law['scenes'][number];
  const value = resolved.valueOn(day, fact, incident, organ);
  if (value === undefined) return undefined;
  const { given } = resolved.fact(fact, incident, organ);
  const basis: Basis = given ? { kind: 'given', given } : { kind: 'assumed', fact };
  return { level, classes: holding(classes, value), basis };
}

const holding = (classes: Variable['classes'], value: Value): number[] =>
  classes.flatMap((each, index) => (classHolds(each, value) ? [index] : []));

/** Whether a value may be one of the class. */
function classHolds(valueClass: ValueClass, value: Value): boolean {
  switch (valueClass.kind) {
    case 'yes-no':
      return value.kind === 'yes-no' && value.value === valueClass.value;
    case 'among':
      return value.kind === 'among' && valueClass.values.some((each) => value.values.includes(each));
    case 'range': {
      if (value.kind !== 'number' && value.kind !== 'date') return false;
      const number = String(value.value);
      return (
        (valueClass.from === undefined || compareDecimal(number, valueClass.from) >= 0) &&
        (valueClass.until === undefined || compareDecimal(number, valueClass.until) < 0)
      );
    }
    default:
      return false;
  }
}

/** The classes of a variable that nothing has settled: of readings, those held on the day. */
export function openClasses(law: Law, level: number, scene = 0): readonly number[] {
  const { question, classes } = law.variables[level] as Variable;
  if (question.kind !== 'reading') return classes.map((_, index) => index);
  const held = law.holdersOf(question.choice, scene);
  return classes.flatMap((each, index) =>
    each.kind === 'reading' && each.holder !== undefined && held.includes(each.holder) ? [index] : [],
  );
}
