/** What answers complain of, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import { english as words } from '../words/english.ts';
import type { AnswersCodes } from './codes.ts';

const verdict = (name: string): string => words.verdicts[name] ?? words.reasoning.notDecided;
const list = (items: readonly string[]): string => items.join(', ');
const sides = 'compare two dates (2014-06-30 2016-03-29), two views, two directories, or two git revisions';

export const english: ComplaintWords<AnswersCodes> = {
  'fact-flag-wrong': ({ text }) => ({ message: `"${text}" names no fact: write --fact name=value` }),
  'yaml-wrong': ({ detail }) => ({ message: `this is not YAML: ${detail}` }),
  'yaml-colon': ({ detail }) => ({
    message: `this is not YAML: ${detail}`,
    mend: 'put text that holds a colon in quotes: en: "Notice: what follows"',
  }),
  'situation-no-mapping': () => ({
    message: 'a situation file is a list of `key: value` lines',
    mend: 'for example:  on: 2016-08-06  and below it  facts: {armed-attack: yes}',
  }),
  'key-no-text': () => ({ message: 'a situation file is a list of `key: value` lines' }),
  'unknown-key': ({ key, keys }) => ({
    message: `there is no key "${key}" here`,
    mend: `keys are ${list(keys)}`,
  }),
  'unknown-operation': ({ operation, operations }) => ({
    message: `there is no operation "${operation}"`,
    mend: `operations are ${list(operations)}`,
  }),
  'key-not-taken': ({ key }) => ({ message: `"${key}" is not taken here: leave it out` }),
  'input-one-of': ({ values }) => ({ message: `this is one of ${list(values)}` }),
  'input-type': ({ expected }) => ({ message: `this must be of the type ${expected}` }),
  'input-form': () => ({ message: 'this has another form than the schema of the operation says' }),
  'key-twice': ({ key }) => ({ message: `the key "${key}" is given twice: keep one of them` }),
  'anchors-refused': () => ({
    message: 'YAML anchors and aliases are not used here: write the value out',
  }),
  'must-be-mapping': ({ what }) => ({ message: `"${what}" must be a list of \`name: value\` lines` }),
  'must-be-text': ({ what }) => ({ message: `"${what}" must be a single value` }),
  'value-missing': ({ what }) => ({ message: `"${what}" has no value: write one, or unknown` }),
  'asserted-wrong': ({ text }) => ({
    message: `nobody asserts a fact as "${text}"`,
    mend: 'asserted is observed, alleged, found or stipulated',
  }),
  'unknown-claim': ({ claim }) => ({
    message: `the library has no claim "${claim}"`,
    mend: '`anpo claims` lists all of them',
  }),
  'claim-wrong': ({ claim, view, stated, found }) => ({
    message: `the claim "${claim}" is stated as ${verdict(stated)}${view === undefined ? '' : words.inBrackets(words.inView(view))}, and the proof finds ${found === undefined ? words.reasoning.byEvidence : verdict(found)}`,
    mend: `\`anpo claims ${claim}\` shows the proof or counterexample: mend the rules, the query or the verdict`,
  }),
  'unknown-item': ({ item }) => ({
    message: `the library has no item "${item}"`,
    mend: 'write the id of an instrument, provision, fact, term, norm, place, holder, precedent … or term@holder for a reading',
  }),
  'several-items': ({ item, items }) => ({
    message: `"${item}" may be one of several`,
    mend: `write one of ${list(items)}`,
  }),
  'about-unknown': ({ about }) => ({
    message: `there is no norm or instrument "${about}"`,
    mend: 'name a norm, norm@bearer, or an instrument',
  }),
  'unknown-alliance': ({ instrument, alliances }) => ({
    message: `the library has no instrument "${instrument}"`,
    mend: `alliances are ${list(alliances)}`,
  }),
  'side-unknown': ({ side }) => ({
    message: `"${side}" is neither a date, nor a view or holder, nor a library directory, nor a git revision`,
    mend: sides,
  }),
  'sides-differ': () => ({
    message: 'compare two of one kind: two dates, two views, or two libraries',
    mend: sides,
  }),
  'dates-clash': () => ({
    message: '--on goes with two views or two libraries; two dates say themselves when',
  }),
  'views-clash': () => ({
    message: '--view goes with two dates or two libraries; two views say themselves whose',
  }),
};
