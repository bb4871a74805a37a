/** Complaints about names, and about what every item must have, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { ItemCodes, NameCodes } from '../codes.ts';
import { nounOf, phraseOf, withArticle } from './phrases.ts';

/** Where a name may have been meant, the nearest names are the mend. */
const unlessNear = (near: readonly string[], mend: string): string | undefined =>
  near.length > 0 ? undefined : mend;

export const names: ComplaintWords<NameCodes> = {
  'no-such-name': ({ wanted, name, near, candidates }) => ({
    message: `there is no ${nounOf(wanted)} "${name}"`,
    mend: unlessNear(near, 'define it, or use one of the candidates'),
    candidates,
  }),
  'not-in-register': ({ kind, name, near, candidates }) => ({
    message: `there is no ${kind} "${name}"`,
    mend: unlessNear(near, 'add it to the register, or use one of the candidates'),
    candidates,
  }),
  'no-such-value': ({ fact, value, near, candidates }) => ({
    message: `the fact "${fact}" has no value "${value}"`,
    mend: unlessNear(near, 'use one of its values, or add this one to it'),
    candidates,
  }),
  'item-has-no-values': ({ kind, name, value }) => ({
    message: `"${name}" is ${withArticle(kind)} and has no values`,
    mend: `leave out "is ${value}", or ask a fact`,
  }),
  'fact-has-no-values': ({ fact, type, value }) => ({
    message: `the fact "${fact}" is ${withArticle(type)} and has no values to name`,
    mend: `leave out "is ${value}", or ask of it as ${withArticle(type)}`,
  }),
  'name-taken': ({ name, file, line }) => ({
    message: `the name "${name}" is taken: ${file}:${line} already uses it`,
    mend: 'give one of the two another name',
  }),
  'value-listed-twice': ({ fact, value }) => ({
    message: `the fact "${fact}" lists the value "${value}" twice`,
    mend: 'keep one of them',
  }),
  'former-name-in-use': ({ name, former }) => ({
    message: `"${name}" was formerly "${former}", which is the name of something today`,
    mend: 'leave the former name out, or name the other thing anew',
  }),
  'former-name-twice': ({ name, former }) => ({
    message: `"${name}" lists its former name "${former}" twice`,
    mend: 'keep one of them',
  }),
  'former-name-of-two': ({ former, name, other }) => ({
    message: `"${former}" is the former name of both "${other}" and "${name}"`,
    mend: 'keep one of them',
  }),
};

export const items: ComplaintWords<ItemCodes> = {
  'wording-missing': ({ language, ...what }) => ({
    message: `${phraseOf(what)} has no ${language === 'en' ? 'English' : 'Japanese'} wording`,
    mend: `add ${language} "…": English and Japanese are equals`,
  }),
  'text-missing': ({ keyword, ...what }) => ({
    message: `${phraseOf(what)} is missing`,
    mend: `add ${keyword} en "…" ja "…"`,
  }),
  'source-missing': (what) => ({
    message: `${phraseOf(what)} cites no source`,
    mend: 'add source NAME "pinpoint", and its mark where it differs from the source’s own',
  }),
  'period-ends-early': ({ from, until }) => ({
    message: `the period ends on ${until}, not after it begins on ${from}`,
    mend: 'a period holds from its first day until, and without, its last: give a later end',
  }),
  'no-such-day': ({ text }) => ({
    message: `${text} is not a day of the calendar`,
    mend: 'write a date that exists, as YYYY-MM-DD',
  }),
  'no-such-partial-date': ({ text }) => ({
    message: `"${text}" is neither a day nor a month nor a year of the calendar`,
    mend: 'write 1945-09-02, "1945-09" or "1945"',
  }),
  'duration-too-long': ({ count, unit, most }) => ({
    message: `${count} is not a whole number of ${unit} up to ${most}`,
    mend: 'write a whole number, in a longer unit if it is too large',
  }),
};
