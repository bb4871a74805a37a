/** What the command line complains of, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { CommandCodes } from './codes.ts';

const list = (items: readonly string[]): string => items.join(', ');

export const english: ComplaintWords<CommandCodes> = {
  'unknown-command': ({ command, commands }) => ({
    message: `there is no command "${command}"`,
    mend: `commands are ${list(commands)}; \`anpo help\` explains them`,
  }),
  'unknown-flag': ({ flag, flags }) => ({
    message: `there is no flag "${flag}" here`,
    mend: `flags are ${list(flags)}`,
  }),
  'flag-takes-no-value': ({ flag }) => ({ message: `the flag "${flag}" takes no value` }),
  'flag-needs-value': ({ flag }) => ({
    message: `the flag "${flag}" needs a value: write it after the flag, or ${flag}=VALUE`,
  }),
  'flag-twice': ({ flag }) => ({ message: `the flag "${flag}" is given twice: keep one of them` }),
  'flag-one-of': ({ flag, values }) => ({ message: `--${flag} is one of ${list(values)}` }),
  'flag-whole-number': ({ flag }) => ({ message: `--${flag} is a whole number of at least 1` }),
  'unexpected-argument': ({ text }) => ({ message: `nothing is expected at "${text}"` }),
  'unknown-language': ({ language }) => ({ message: `there is no language "${language}": write en or ja` }),
  'argument-missing': ({ argument }) => ({ message: `${argument} is missing` }),
  'norm-missing': () => ({
    message: 'NORM is missing',
    mend: 'write the id of a norm, or norm@bearer; `anpo show` of an instrument or provision lists its norms',
  }),
  'query-missing': () => ({
    message: 'QUERY is missing',
    mend: 'write always, never or possible and one subject (a norm of a bearer, or that CONDITION), equivalent that A and B, or whenever that A implies B; then when …, since DATE, until DATE',
  }),
  'item-missing': () => ({
    message: 'ID is missing',
    mend: 'write the id of an instrument, provision, fact, term, norm, place, holder, precedent … or term@holder for a reading',
  }),
  'side-missing': ({ argument }) => ({
    message: `${argument} is missing`,
    mend: 'compare two dates (2014-06-30 2016-03-29), two views, two directories, or two git revisions',
  }),
  'map-missing': () => ({ message: 'say which column gives which fact with --map MAP.yaml' }),
  'vary-missing': () => ({ message: 'say which facts to vary with --vary FACT,FACT' }),
};
