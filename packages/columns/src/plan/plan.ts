/**
 * The plan: a Circuit restricted to dates, known-on date and view, as plain JSON that every evaluator reads.
 * A plan has inputs (three-valued tests of a column), uniforms (values that depend on nothing but the date) and
 * gates. Negation lies on the edges, so a gate is always an AND of literals: by De Morgan, which strong Kleene
 * logic keeps, an OR is a negated AND of negated literals.
 */
import type { Rulebook } from '@anpo/engine';
import type { Day } from '@anpo/engine/calendar';
import type { Duration, Fact } from '@anpo/engine/rulebook';
import { presentNames } from '@anpo/engine/situation';

export const PLAN_VERSION = 2;

/** A node and whether it is negated: `node * 2 + (negated ? 1 : 0)`. */
export type Literal = number;

export const TRUE_LITERAL: Literal = 0;
export const FALSE_LITERAL: Literal = 1;
/** Unknown is its own negation; it is always written without one. */
export const UNKNOWN_LITERAL: Literal = 2;
/** Nodes before the inputs: true, unknown. */
export const FIRST_INPUT = 2;

export const nodeOf = (literal: Literal): number => literal >> 1;
export const isNegated = (literal: Literal): boolean => (literal & 1) === 1;

/** A column of the input: one fact, of one incident and one organ where these matter. */
export interface Slot {
  /** `fact`, `2.fact` for the second incident, `fact@organ` for one organ's determination. */
  readonly key: string;
  readonly fact: string;
  readonly type: Fact['type'];
  readonly incident?: number | undefined;
  readonly organ?: string | undefined;
  /** For choices, parties and places: the values that a cell may name. */
  readonly domain?: readonly string[] | undefined;
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

/** What is asked of the cells of a slot. */
export type Test =
  | { readonly kind: 'yes' }
  /** One digit (0 no, 1 yes, 2 unknown) for each value of the domain; which table holds depends on the date. */
  | { readonly kind: 'code'; readonly tables: readonly string[]; readonly byClass: readonly number[] }
  /** The number (decimal text) or day (integer text) is at least `at`. */
  | { readonly kind: 'at-least'; readonly at: string }
  /** The row's date is on or after the cell's day plus the duration. Only where rows have dates of their own. */
  | { readonly kind: 'elapsed'; readonly duration: Duration };

export interface Input {
  readonly slot: number;
  readonly test: Test;
}

/** Where a day stands among the law's own days. Days of the same class have the same law. */
export interface PlanDates {
  /** The one day that the plan is for; absent where every row has its own. */
  readonly on?: Day | undefined;
  /** Days on which the class changes, ascending. */
  readonly boundaries: readonly Day[];
  /** The class of each stretch between boundaries: one more than there are boundaries. */
  readonly classes: readonly number[];
  readonly count: number;
}

export type Output =
  | {
      readonly kind: 'finding';
      readonly norm: string;
      readonly bearer: string;
      readonly incident?: number | undefined;
      readonly literal: Literal;
    }
  | {
      readonly kind: 'guard';
      readonly amount: string;
      readonly piece: number;
      readonly incident?: number | undefined;
      readonly literal: Literal;
    };

export interface Plan {
  readonly version: typeof PLAN_VERSION;
  /** Hash of the library. */
  readonly library: string;
  readonly view: readonly string[];
  readonly known?: Day | undefined;
  readonly dates: PlanDates;
  readonly incidents: number;
  readonly slots: readonly Slot[];
  /** In the order in which the gates first use them, so that planes are read in one sweep. */
  readonly inputs: readonly Input[];
  /** One digit (0, 1, 2) for each date class. */
  readonly uniforms: readonly string[];
  readonly gates: readonly (readonly Literal[])[];
  readonly outputs: readonly Output[];
  /** Facts that the outputs ask for, and that stand at their default since nobody gives them; by their ids. */
  readonly assumed: readonly string[];
}

export const firstUniform = (plan: Plan): number => FIRST_INPUT + plan.inputs.length;
export const firstGate = (plan: Plan): number => firstUniform(plan) + plan.uniforms.length;

/** The class of a day. */
export function classOfDay(dates: PlanDates, day: Day): number {
  let low = 0;
  let high = dates.boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates.boundaries[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return dates.classes[low] as number;
}

/** The name of an output in tables and files. */
export function outputName(output: Output): string {
  const place = output.incident === undefined ? '' : `#${output.incident + 1}`;
  return output.kind === 'finding'
    ? `${output.norm}@${output.bearer}${place}`
    : `${output.amount}[${output.piece}]${place}`;
}

/** The key under which a column for a slot is given. */
export function slotKey(fact: string, incident: number | undefined, organ: string | undefined): string {
  return `${incident === undefined ? '' : `${incident + 1}.`}${fact}${organ === undefined ? '' : `@${organ}`}`;
}

/** Splits a key into incident, fact and organ. */
export function parseKey(key: string): { incident?: number; fact: string; organ?: string } {
  const match = /^(?:(\d+)\.)?([^@]+)(?:@(.+))?$/.exec(key);
  const [, incident, fact = key, organ] = match ?? [];
  return {
    ...(incident === undefined ? {} : { incident: Number(incident) - 1 }),
    fact,
    ...(organ === undefined ? {} : { organ }),
  };
}

/** The key with the names of today for those of before. */
export function presentKey(rulebook: Rulebook, key: string): string {
  const { fact, incident, organ } = parseKey(key);
  const { item } = presentNames(rulebook);
  return slotKey(item(fact), incident, organ === undefined ? undefined : item(organ));
}

/** The keys that serve a slot, most specific first: an incident's own value wins, then an organ's own. */
export function slotKeys(slot: Pick<Slot, 'fact' | 'incident' | 'organ'>): readonly string[] {
  const { fact, incident, organ } = slot;
  return [
    ...new Set([
      slotKey(fact, incident, organ),
      slotKey(fact, incident, undefined),
      slotKey(fact, undefined, organ),
      slotKey(fact, undefined, undefined),
    ]),
  ];
}
