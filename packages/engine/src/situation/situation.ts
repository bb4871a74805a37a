/**
 * A situation: a date and the facts given, some about the whole, some about its incidents. What is not given
 * is unknown. Built from plain input by {@link readSituation}, which refuses what the Rulebook does not know.
 */
import { type Day, parseDay } from '../calendar/date.ts';
import { Geography } from '../circuit/places.ts';
import { nearest } from '../names/nearest.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Fact, Given, Rulebook } from '../rulebook/schema.ts';

/** A value ready for evaluation: yes/no, the values still possible, or an exact number (dates as days). */
export type Value =
  | { kind: 'yes-no'; value: boolean }
  | { kind: 'among'; values: readonly string[] }
  | { kind: 'number'; value: string }
  | { kind: 'date'; value: Day };

export interface GivenFact extends Given {
  readonly incident?: number | undefined;
}

export interface Situation {
  readonly title?: { en: string; ja: string } | undefined;
  readonly on: string;
  /** Only what was public on this day is used; absent: everything the library knows. */
  readonly known?: string | undefined;
  readonly incidents: readonly string[];
  readonly given: readonly GivenFact[];
}

/** Every complaint about a situation, so that a user mends them all at once. */
export class SituationError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SituationError';
    this.problems = problems;
  }
}

/** Checks the given facts against the Rulebook. Throws a SituationError that lists every problem. */
export function checkSituation(rulebook: Rulebook, situation: Situation): void {
  const problems: string[] = [];
  if (parseDay(situation.on) === undefined) problems.push(notADate('date', situation.on));
  if (situation.known !== undefined && parseDay(situation.known) === undefined) {
    problems.push(notADate('known-on date', situation.known));
  }
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const seen = new Map<string, string>();
  for (const given of situation.given) {
    const fact = facts.get(given.fact);
    if (!fact) {
      problems.push(
        `there is no fact "${given.fact}"${didYouMean(given.fact, [...facts.keys()])} — \`anpo facts\` lists them all`,
      );
      continue;
    }
    const problem = checkGiven(rulebook, fact, given);
    if (problem) problems.push(problem);
    const key = `${given.fact} ${given.incident ?? ''} ${given.organ ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined && before !== given.value) {
      problems.push(
        `the fact "${given.fact}" is given twice, as ${before} and as ${given.value}: keep one of them`,
      );
    }
    seen.set(key, given.value);
  }
  if (problems.length > 0) throw new SituationError(problems);
}

function checkGiven(rulebook: Rulebook, fact: Fact, given: GivenFact): string | undefined {
  if (given.organ !== undefined && !fact.organs.includes(given.organ)) {
    return fact.organs.length === 0
      ? `the fact "${fact.id}" is not for an organ to determine: leave out "${given.organ}"`
      : `"${given.organ}" does not determine the fact "${fact.id}": it is for ${fact.organs.join(', ')}`;
  }
  if (given.incident !== undefined && fact.scope === 'situation') {
    return `the fact "${fact.id}" is about the whole situation: give it outside the incidents`;
  }
  if (given.value === 'unknown') return undefined;
  try {
    parseValue(rulebook, fact, given.value, 0);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Reads the text of a value for a fact on a day. Throws a RangeError that names the values allowed. */
export function parseValue(rulebook: Rulebook, fact: Fact, text: string, day: Day): Value {
  switch (fact.type) {
    case 'yes-no':
      if (text === 'yes' || text === 'true') return { kind: 'yes-no', value: true };
      if (text === 'no' || text === 'false') return { kind: 'yes-no', value: false };
      throw new RangeError(`the fact "${fact.id}" takes yes, no or unknown, not "${text}"`);
    case 'choice': {
      const choices = fact.choices.map((choice) => choice.id);
      return { kind: 'among', values: oneOf(fact, text, choices) };
    }
    case 'party':
      return {
        kind: 'among',
        values: oneOf(
          fact,
          text,
          rulebook.parties.map((party) => party.id),
        ),
      };
    case 'place': {
      const geography = geographyOf(rulebook);
      if (!geography.knows(text)) {
        const names = rulebook.places.map((place) => place.id);
        throw new RangeError(
          `there is no place "${text}" for the fact "${fact.id}"${didYouMean(text, names)}; places are ${names.join(', ')}`,
        );
      }
      return { kind: 'among', values: geography.leavesOf(text, day) };
    }
    case 'date': {
      const value = parseDay(text);
      if (value === undefined) throw new RangeError(notADate(`fact "${fact.id}"`, text));
      return { kind: 'date', value };
    }
    case 'number':
    case 'amount': {
      if (!/^-?\d{1,30}(\.\d{1,12})?$/.test(text)) {
        throw new RangeError(`the fact "${fact.id}" takes a number such as 12 or 12.5, not "${text}"`);
      }
      if (fact.minimum !== undefined && compareDecimal(text, fact.minimum) < 0) {
        throw new RangeError(`the fact "${fact.id}" is at least ${fact.minimum}, not ${text}`);
      }
      if (fact.maximum !== undefined && compareDecimal(text, fact.maximum) > 0) {
        throw new RangeError(`the fact "${fact.id}" is at most ${fact.maximum}, not ${text}`);
      }
      return { kind: 'number', value: text };
    }
  }
}

/** Compares two decimal texts exactly: negative, zero or positive. */
export function compareDecimal(left: string, right: string): number {
  const scale = 12;
  const scaled = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
    const value = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
    return text.startsWith('-') ? -value : value;
  };
  const [a, b] = [scaled(left), scaled(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const geographies = new WeakMap<Rulebook, Geography>();

export function geographyOf(rulebook: Rulebook): Geography {
  let geography = geographies.get(rulebook);
  if (!geography) {
    geography = new Geography(rulebook.places);
    geographies.set(rulebook, geography);
  }
  return geography;
}

/** The fact that a given names, with its index at hand. Throws for an unknown name. */
export function factOf(rulebook: Rulebook, given: Given): Fact {
  return indexRulebook(rulebook).fact(given.fact);
}

function oneOf(fact: Fact, text: string, allowed: readonly string[]): readonly string[] {
  if (allowed.includes(text)) return [text];
  throw new RangeError(
    `the fact "${fact.id}" cannot be "${text}"${didYouMean(text, allowed)}; it is one of ${allowed.join(', ')}`,
  );
}

function didYouMean(text: string, candidates: readonly string[]): string {
  const found = nearest(text, candidates, 3);
  return found.length === 0 ? '' : ` (did you mean ${found.join(' or ')}?)`;
}

const notADate = (what: string, text: string): string =>
  `the ${what} "${text}" is not a date: write YYYY-MM-DD`;
