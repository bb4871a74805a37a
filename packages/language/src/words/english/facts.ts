/** Complaints about facts, terms and what is asked of them, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { Fact } from '@anpo/engine/rulebook';
import type { ExpressionCodes, FactCodes, TermCodes } from '../codes.ts';
import { andList, chain, phraseOf, withArticle } from './phrases.ts';

const roles = { place: 'the place in question', attacked: 'the party attacked' };

export const facts: ComplaintWords<FactCodes> = {
  'too-few-values': ({ fact }) => ({
    message: `the fact "${fact}" is a choice and lists fewer than two values`,
    mend: 'add value NAME en "…" ja "…" for each',
  }),
  'values-without-choice': ({ fact }) => ({
    message: `the fact "${fact}" lists values but is not a choice`,
    mend: 'write choice, or leave the values out',
  }),
  'determination-not-yes-no': ({ fact }) => ({
    message: `the fact "${fact}" is determined by an organ and must be yes-no`,
    mend: 'word the determination as a question for yes or no',
  }),
  'determination-assumed': ({ fact }) => ({
    message: `the fact "${fact}" is for an organ to determine and cannot be assumed`,
    mend: 'leave out assumed',
  }),
  'assumption-without-kind': ({ fact }) => ({
    message: `the fact "${fact}" is assumed and does not say as what`,
    mend: 'write as frame (what it would end has not ended), as undone (nobody has done it yet) or as usual (so it mostly is) after the value',
    candidates: ['frame', 'undone', 'usual'],
  }),
  'default-no-value': ({ fact, value, values }) => ({
    message: `the fact "${fact}" assumes "${value}", which is none of its values`,
    mend: 'assume one of its values',
    candidates: values,
  }),
  'default-not-yes-no': ({ fact, value }) => ({
    message: `the fact "${fact}" is yes or no and assumes "${value}"`,
    mend: 'assume yes or no',
    candidates: ['yes', 'no'],
  }),
  'default-not-in-register': ({ fact, value, type, near, candidates }) => ({
    message: `the fact "${fact}" assumes "${value}", which is no ${type}`,
    mend: near.length > 0 ? undefined : `name a ${type} of the register`,
    candidates,
  }),
  'default-no-number': ({ fact, value }) => ({
    message: `the fact "${fact}" is a number and assumes "${value}"`,
    mend: 'write a number',
  }),
  'default-out-of-bounds': ({ fact, value }) => ({
    message: `the fact "${fact}" assumes ${value}, which is outside its own bounds`,
    mend: 'mend the default or the bounds',
  }),
  'default-no-day': ({ fact, value }) => ({
    message: `the fact "${fact}" assumes "${value}", which is no day of the calendar`,
    mend: 'write YYYY-MM-DD',
  }),
  'role-of-wrong-type': ({ fact, role, type }) => ({
    message: `the fact "${fact}" is said to be ${roles[role]} and is no ${type}`,
    mend: `make it a ${type}, or name another fact`,
  }),
  'role-of-two': ({ fact, role, other }) => ({
    message: `the fact "${fact}" is ${roles[role]}, as "${other}" is already`,
    mend: 'say it of one fact alone',
  }),
  'bounds-without-number': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)} and has bounds or a unit`,
    mend: 'leave out at least, at most and in, or make it a number or an amount',
  }),
  'bounds-swapped': ({ fact, minimum, maximum }) => ({
    message: `the fact "${fact}" is at most ${maximum}, below its least ${minimum}`,
    mend: 'swap the two bounds',
  }),
};

export const terms: ComplaintWords<TermCodes> = {
  'two-readings-a-day': ({ holder, line }) => ({
    message: `${holder} holds two readings on one day: the other is on line ${line}`,
    mend: 'end the earlier reading on the day the later one begins: until DATE',
  }),
  'term-without-reading': ({ term }) => ({
    message: `the term "${term}" has neither a meaning nor a reading`,
    mend: 'add means …, or a reading',
  }),
  'known-before-held': ({ holder, known, from, ...what }) => ({
    message: `the reading of ${phraseOf(what)} by ${holder} is known from ${known}, before it is held from ${from}`,
    mend: 'check both dates; leave known from out where the reading was public from the start',
  }),
  'reading-outside-holder': ({ holder, day, from, until }) => ({
    message: `${holder} cannot read anything on ${day}: it is there ${from === undefined ? '' : `from ${from} `}${until === undefined ? 'on' : `until ${until}`}`,
    mend: 'date the reading within the time of its holder; what it said of an earlier time is known from the day it said so',
  }),
  'read-and-silent': ({ holder, manner, ...what }) => ({
    message: `${holder} both reads ${phraseOf(what)} and ${manner === 'silent' ? 'is silent' : 'declines to state'} on one day`,
    mend: 'give the silence or the reading dates that do not overlap',
  }),
};

/** How a fact of each type is asked. */
const forms: Record<Fact['type'], (name: string) => string> = {
  'yes-no': (name) => name,
  choice: (name) => `${name} is VALUE, or ${name} is one of VALUE, VALUE`,
  party: (name) => `${name} is PARTY, ${name} is the bearer, or ${name} is a party to INSTRUMENT`,
  place: (name) => `${name} is PLACE, or ${name} is administered by PARTY`,
  number: (name) => `${name} is at least NUMBER, or ${name} is less than NUMBER`,
  amount: (name) => `${name} is at least NUMBER, or ${name} is less than NUMBER`,
  date: (name) => `${name} is from DATE, ${name} is before DATE, or DURATION after ${name} has passed`,
};

const LEAVE_OUT = 'leave out what follows the name';

export const expressions: ComplaintWords<ExpressionCodes> = {
  'time-from-no-date': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)}: what counts time from it must be a date`,
    mend: 'name a fact that is a date',
  }),
  'term-tested': ({ term }) => ({
    message: `the term "${term}" is true or false by itself`,
    mend: LEAVE_OUT,
  }),
  'instrument-not-in-force': ({ instrument }) => ({
    message: `"${instrument}" is an instrument: ask whether it is in force`,
    mend: `write ${instrument} in force`,
  }),
  'norm-not-applies': ({ norm }) => ({
    message: `"${norm}" is a norm: ask whether it applies`,
    mend: `write ${norm} applies, or applies to a bearer`,
  }),
  'whose-finding-meant': ({ fact, organs }) => ({
    message: `the fact "${fact}" is determined by ${andList(organs)}: say whose finding is meant`,
    mend: `write ${fact} as found by bearer, or by one of the organs`,
  }),
  'fact-of-no-organ': ({ fact }) => ({
    message: `the fact "${fact}" is not for an organ to determine`,
    mend: LEAVE_OUT,
  }),
  'party-without-organ': ({ party, fact, organs }) => ({
    message: `"${party}" has no organ that determines the fact "${fact}"`,
    mend: 'name one of the organs that the fact lists',
    candidates: organs,
  }),
  'organ-not-determining': ({ organ, fact, organs }) => ({
    message: `"${organ}" does not determine the fact "${fact}"`,
    mend: 'name one of the organs that the fact lists',
    candidates: organs,
  }),
  'yes-no-tested': ({ fact }) => ({
    message: `the fact "${fact}" is yes or no: it takes no test`,
    mend: `write ${fact}, or not ${fact}`,
  }),
  'fact-asked-wrongly': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)} and cannot be asked in this way`,
    mend: `write ${forms[type](fact)}`,
  }),
  'asks-of-unbound': ({ norm, bearer, bearers, ...what }) => ({
    message: `${phraseOf(what)} asks whether "${norm}" applies to "${bearer}", which it does not bind`,
    mend: 'name one of those it binds',
    candidates: bearers,
  }),
  'no-bearer-here': ({ path, ...what }) => ({
    message: `${phraseOf(what)} speaks of the bearer, and there is none here: ${chain(path)}`,
    mend: 'name the party, or ask of a norm that binds it',
  }),
  'hangs-on-incident': ({ fact, ...what }) => ({
    message: `${phraseOf(what)} hangs on the fact "${fact}", which is asked of an incident`,
    mend: 'write some incident has …, or use a fact of the situation',
  }),
};
