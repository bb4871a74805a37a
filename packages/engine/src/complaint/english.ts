/** The engine's complaints in English. */

import type { EngineCodes } from './codes.ts';
import type { ComplaintWords } from './complaint.ts';

const list = (items: readonly string[]): string => items.join(', ');

export const english: ComplaintWords<EngineCodes> = {
  'not-a-date': ({ text }) => ({ message: `"${text}" is not a date: write YYYY-MM-DD` }),
  'unknown-view': ({ view, views }) => ({
    message: `there is no view or holder "${view}"`,
    mend: `write all, or one of ${list(views)}`,
  }),
  'unknown-norm': ({ norm }) => ({
    message: `the library has no norm "${norm}"`,
    mend: 'write the id of a norm, or norm@bearer; `anpo show` of an instrument or provision lists its norms',
  }),
  'does-not-bind': ({ norm, bearer, bearers }) => ({
    message: `the norm "${norm}" does not bind "${bearer}"`,
    mend: `write one of ${list(bearers)}`,
  }),
  'unknown-instrument': ({ instrument }) => ({ message: `the library has no instrument "${instrument}"` }),
  'unknown-fact': ({ fact }) => ({
    message: `there is no fact "${fact}"`,
    mend: '`anpo facts` lists all of them',
  }),
  'unknown-incident': ({ incident, incidents }) => ({
    message: `the situation has no incident "${incident}"`,
    mend: `its incidents are ${list(incidents)}`,
  }),
  'too-many-incidents': ({ incidents, most }) => ({
    message: `the situation has ${incidents} incidents; at most ${most} are assessed together`,
    mend: 'put incidents that have nothing to do with each other into situations of their own',
  }),
  'not-for-organ': ({ fact, organ }) => ({
    message: `the fact "${fact}" is not for an organ to determine: leave out "${organ}"`,
  }),
  'wrong-organ': ({ fact, organ, organs }) => ({
    message: `"${organ}" does not determine the fact "${fact}"`,
    mend: `it is for ${list(organs)}`,
  }),
  'not-of-incident': ({ fact }) => ({
    message: `the fact "${fact}" is about the whole situation: give it outside the incidents`,
  }),
  'given-twice': ({ fact, one, other }) => ({
    message: `the fact "${fact}" is given twice, as ${one} and as ${other}: keep one of them`,
  }),
  'wrong-value': ({ fact, value, takes, values, minimum, maximum }) => ({
    message: `the fact "${fact}" cannot be "${value}"`,
    mend: {
      'yes-no': 'it is yes, no, unknown',
      date: 'it is a date, YYYY-MM-DD',
      number: `it is a number such as 12 or 12.5${minimum === undefined ? '' : `, at least ${minimum}`}${maximum === undefined ? '' : `, at most ${maximum}`}`,
      names: `it is ${list(values)}`,
    }[takes],
  }),
  'unknown-format': ({ of, format, reads }) => ({
    message: `this ${of} has format ${format}, and this Anpo reads format ${reads}`,
    mend:
      of === 'checkpoint'
        ? 'finish the run with the Anpo that wrote it, or remove the file and begin anew'
        : 'use the Anpo that wrote it, or write it anew',
  }),
  'receipt-of-other-library': ({ receipt, here }) => ({
    message: `the receipt is of library ${receipt}, and this is ${here}`,
    mend: 'check out the library that it names',
  }),
  'receipt-of-other-engine': ({ receipt, here }) => ({
    message: `the receipt is of engine ${receipt}, and this is ${here}`,
    mend: 'install the version that it names',
  }),
};
