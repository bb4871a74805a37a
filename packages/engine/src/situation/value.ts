/** The value of a fact as a text gives it, ready for evaluation. */
import { type Day, parseDay } from '../calendar/date.ts';
import { Geography } from '../circuit/places.ts';
import { engineComplaint, type Takes } from '../complaint/codes.ts';
import { ComplaintError } from '../complaint/complaint.ts';
import { nearest } from '../names/nearest.ts';
import { indexRulebook, madeOnce } from '../rulebook/index.ts';
import type { Fact, Given, Rulebook } from '../rulebook/schema.ts';

/** A value ready for evaluation: yes/no, the values still possible, or an exact number (dates as days). */
export type Value =
  | { kind: 'yes-no'; value: boolean }
  | { kind: 'among'; values: readonly string[] }
  | { kind: 'number'; value: string }
  | { kind: 'date'; value: Day };

/**
 * A value as it is written, in the form that a situation holds: `Yes`, `TRUE` and `no` of a yes/no fact become
 * `yes` and `no`; of any other fact they stay, since `NO` is Norway. Wrong values stay as they are.
 */
export function plainValue(fact: Fact, text: string): string {
  const lower = text.toLowerCase();
  if (lower === 'unknown') return lower;
  if (fact.type !== 'yes-no') return text;
  if (lower === 'yes' || lower === 'true') return 'yes';
  return lower === 'no' || lower === 'false' ? 'no' : text;
}

/** Reads the text of a value for a fact on a day. Throws a ComplaintError that names the values allowed. */
export function parseValue(rulebook: Rulebook, fact: Fact, text: string, day: Day): Value {
  switch (fact.type) {
    case 'yes-no':
      switch (plainValue(fact, text)) {
        case 'yes':
          return { kind: 'yes-no', value: true };
        case 'no':
          return { kind: 'yes-no', value: false };
        default:
          throw wrong(fact, text, 'yes-no');
      }
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
        throw wrong(fact, text, 'names', names);
      }
      return { kind: 'among', values: geography.leavesOf(text, day) };
    }
    case 'date': {
      const value = parseDay(text);
      if (value === undefined) throw wrong(fact, text, 'date');
      return { kind: 'date', value };
    }
    case 'number':
    case 'amount': {
      const isNumber = /^-?\d{1,30}(\.\d{1,12})?$/.test(text);
      const below = isNumber && fact.minimum !== undefined && compareDecimal(text, fact.minimum) < 0;
      const above = isNumber && fact.maximum !== undefined && compareDecimal(text, fact.maximum) > 0;
      if (!isNumber || below || above) throw wrong(fact, text, 'number');
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

/** The places of a Rulebook, with what stands in which relation to whom. */
export const geographyOf = madeOnce(({ places }) => new Geography(places));

/** The fact that a given names, with its index at hand. Throws for an unknown name. */
export function factOf(rulebook: Rulebook, given: Given): Fact {
  return indexRulebook(rulebook).fact(given.fact);
}

function oneOf(fact: Fact, text: string, allowed: readonly string[]): readonly string[] {
  if (allowed.includes(text)) return [text];
  throw wrong(fact, text, 'names', allowed);
}

function wrong(fact: Fact, value: string, takes: Takes, values: readonly string[] = []): ComplaintError {
  const { minimum, maximum } = fact;
  const data = { fact: fact.id, value, takes, values, minimum, maximum };
  return new ComplaintError([engineComplaint('wrong-value', data, { nearest: nearest(value, values, 3) })]);
}
