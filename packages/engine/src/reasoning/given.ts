/**
 * What a situation and a view settle about worlds: for each variable the classes that are still possible, and
 * where that comes from. What is not given stays open.
 */
import type { Day } from '../calendar/date.ts';
import type { Law } from '../diagram/law.ts';
import type { Allowed } from '../diagram/quantify.ts';
import { type ValueClass, type Variable, variableKey } from '../diagram/variables.ts';
import type { Fact, Rulebook } from '../rulebook/schema.ts';
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

/** What the situation settles, together with the view (an ordered list of holders; empty: all stay open). */
export function givensOf(law: Law, situation: Situation, view: readonly string[], scene = 0): Givens {
  const found = [...factGivens(law, situation, scene), ...viewGivens(law, view, scene)];
  return {
    settled: new Map(found.map((settled) => [settled.level, settled])),
    allowed: law.allowed(found.map(({ level, classes }) => [level, classes])),
  };
}

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

/** Assumptions at their defaults, where nothing else is given. */
export function assumedGivens(
  law: Law,
  scene = 0,
  except: (fact: string) => boolean = () => false,
): Settled[] {
  const { rulebook, circuit, day } = law.scenes[scene] as Law['scenes'][number];
  const facts = rulebook.facts.filter((fact) => fact.default !== undefined && !except(fact.id));
  return facts.flatMap((fact) =>
    incidentsOf(fact, undefined, circuit.incidents).flatMap((incident) =>
      settle(law, rulebook, day, fact, incident, undefined, fact.default as string, {
        kind: 'assumed',
        fact: fact.id,
      }),
    ),
  );
}

function factGivens(law: Law, situation: Situation, scene: number): Settled[] {
  // Values are read on the day of the scene: the same region has other parts on other days.
  const { rulebook, circuit, day } = law.scenes[scene] as Law['scenes'][number];
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const settled = new Map<number, Settled>();
  const put = (of: readonly Settled[]): void => {
    for (const each of of) settled.set(each.level, each);
  };
  put(assumedGivens(law, scene));
  // Facts given for the whole situation come first, so that an incident's own value overrides them.
  const ordered = [...situation.given].sort((a, b) => (a.incident ?? -1) - (b.incident ?? -1));
  for (const given of ordered) {
    const fact = facts.get(given.fact);
    if (!fact) continue;
    const organs =
      fact.kind === 'determination' ? (given.organ === undefined ? fact.organs : [given.organ]) : [undefined];
    for (const incident of incidentsOf(fact, given.incident, circuit.incidents)) {
      for (const organ of organs) {
        const basis: Basis = { kind: 'given', given };
        if (given.value === 'unknown') {
          const level = law.levelOf(variableKey({ kind: 'fact', fact: fact.id, incident, organ }));
          if (level !== undefined) settled.delete(level);
        } else put(settle(law, rulebook, day, fact, incident, organ, given.value, basis));
      }
    }
  }
  return [...settled.values()];
}

function settle(
  law: Law,
  rulebook: Rulebook,
  day: Day,
  fact: Fact,
  incident: number | undefined,
  organ: string | undefined,
  text: string,
  basis: Basis,
): Settled[] {
  const level = law.levelOf(variableKey({ kind: 'fact', fact: fact.id, incident, organ }));
  if (level === undefined) return [];
  const value = parseValue(rulebook, fact, text, day);
  const classes = (law.variables[level] as Law['variables'][number]).classes.flatMap((each, index) =>
    classHolds(each, value) ? [index] : [],
  );
  return [{ level, classes, basis }];
}

/** Whether a value may be one of the class. */
export function classHolds(valueClass: ValueClass, value: Value): boolean {
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

function incidentsOf(
  fact: Fact,
  incident: number | undefined,
  count: number,
): readonly (number | undefined)[] {
  if (fact.scope === 'situation') return [undefined];
  return incident === undefined ? Array.from({ length: count }, (_, index) => index) : [incident];
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
