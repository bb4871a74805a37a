/** Complaints about amounts, circles, registers, precedents and claims, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { AmountCodes, CaseCodes, WholeCodes } from '../codes.ts';
import { andList, chain, withArticle } from './phrases.ts';

const MIXED = 'calculate dates from dates (DURATION after …) and numbers from numbers';
const inUnit = ({ amount, unit }: { amount: string; unit: string }): string =>
  `the amount "${amount}" is in ${unit === 'date' ? 'dates' : unit}`;

export const amounts: ComplaintWords<AmountCodes> = {
  'two-amounts-a-day': ({ amount, line }) => ({
    message: `the amount "${amount}" has two values on one day: the other is on line ${line}`,
    mend: 'give the earlier value an end: until DATE',
  }),
  'divides-by-nothing': ({ value, ...amount }) => ({
    message: `${inUnit(amount)}: ${value} divides by nothing`,
    mend: MIXED,
  }),
  'fact-without-amount': ({ fact, type, ...amount }) => ({
    message: `${inUnit(amount)}: the fact "${fact}" is ${withArticle(type)} and has no value to calculate with`,
    mend: MIXED,
  }),
  'numbers-and-dates': ({ part, text, sort, ...amount }) => {
    const what = {
      value: text,
      fact: `the fact "${text}"`,
      amount: `the amount "${text}"`,
      'day-after': 'a day after another',
      calculation: 'a calculation',
    }[part];
    const wanted = sort === 'date' ? 'number' : 'date';
    return { message: `${inUnit(amount)}: ${what} is a ${sort}, and a ${wanted} is wanted`, mend: MIXED };
  },
  'amount-of-itself': ({ amount }) => ({
    message: `the amount "${amount}" is calculated from itself`,
    mend: 'give one of the amounts a value of its own',
  }),
  'amount-chain-too-long': ({ amount, most }) => ({
    message: `the amount "${amount}" rests on more than ${most} others in a row`,
    mend: 'give one of the amounts a value of its own',
  }),
};

export const whole: ComplaintWords<WholeCodes> = {
  'defined-by-itself': ({ name, path }) => ({
    message: `"${name}" is defined by itself: ${chain(path)}`,
    mend: 'break the circle: define one of them by facts',
  }),
  'chain-too-long': ({ name, most }) => ({
    message: `"${name}" is defined by a chain of more than ${most} others`,
    mend: 'define some of them by facts',
  }),
  'reserved-place': ({ place }) => ({
    message: `the name "${place}" is kept for what the register does not name`,
    mend: 'give the place another name',
  }),
  'two-holders-of-place': ({ place, relation, holder }) => ({
    message: `"${place}" is ${relation} by two parties on one day${holder === undefined ? '' : ` in the reading of ${holder}`}`,
    mend: 'end the earlier entry on the day the later one begins, or name the holders whose readings differ',
  }),
  'part-of-itself': ({ place, day, path }) => ({
    message: `"${place}" is part of itself${day === undefined ? '' : ` on ${day}`}: ${chain(path)}`,
    mend: 'leave out one of the parts, or give it an end',
  }),
};

const QUERY_FORMS =
  'write equivalent that A and B, whenever that A implies B, or never / always / possible with one subject';

export const cases: ComplaintWords<CaseCodes> = {
  'whose-finding-given': ({ fact, organs }) => ({
    message: `the fact "${fact}" is determined by ${andList(organs)}: say whose finding is given`,
    mend: `write ${fact} as found by, and one of the organs`,
    candidates: organs,
  }),
  'yes-no-given-value': ({ fact }) => ({
    message: `the fact "${fact}" is yes or no`,
    mend: `write ${fact}, not ${fact}, or ${fact} unknown`,
  }),
  'given-no-value': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)} and is given no value`,
    mend: `write ${fact} is …`,
  }),
  'not-before-value': ({ fact, type }) => ({
    message: `"not" goes with yes or no, and "${fact}" is ${withArticle(type)}`,
    mend: `write ${fact} is …`,
  }),
  'given-wrong-type': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)}: this value is of another type`,
    mend: `give ${withArticle(type)}`,
  }),
  'no-such-incident': ({ incident, incidents }) => ({
    message: `there is no incident "${incident}" in this precedent`,
    mend: 'name one of its incidents',
    candidates: incidents,
  }),
  'blocker-missing': () => ({
    message: 'an expectation that a norm does not apply names no blocker',
    mend: 'add because and the condition that fails, so that it does not pass for another reason',
  }),
  'form-without-norm': () => ({
    message: 'only a norm can be expected as a duty, prohibition, permission, power or immunity',
    mend: 'leave out as …, or expect a norm',
  }),
  'unbound-bearer': ({ norm, bearer, bearers }) => ({
    message: `the norm "${norm}" does not bind "${bearer}"`,
    mend: 'name one of those it binds',
    candidates: bearers,
  }),
  'verdict-missing': ({ claim }) => ({
    message: `the claim "${claim}" has no verdict`,
    mend: 'add verdict holds, fails, holds-in-part, contested or outside',
  }),
  'query-of-one': ({ quantifier }) => ({
    message: `"${quantifier}" compares two things and has one`,
    mend: QUERY_FORMS,
  }),
  'query-of-two': ({ quantifier }) => ({
    message: `"${quantifier}" asks about one thing and has two`,
    mend: QUERY_FORMS,
  }),
};
