/** English nouns and phrases that several complaints share. */
import type { ItemKind, Part, What } from '../what.ts';

export const orList = (items: readonly string[]): string => items.join(' or ');
export const andList = (items: readonly string[]): string => items.join(' and ');
export const chain = (path: readonly string[]): string => path.join(' → ');

/** What a reference wants, in plain words, by the type of its target in the grammar. */
const wanted: ReadonlyMap<string, string> = new Map([
  ['Referable', 'fact, term, norm or instrument'],
  ['Value', 'value, place or party'],
  ['Actor', 'party or organ'],
  ['Viewpoint', 'view or holder'],
  ['ValueSource', 'fact or amount'],
  ['Evidence', 'provision, instrument or other entry'],
  ['GlossaryEntry', 'glossary entry'],
]);

export const nounOf = (type: string): string => wanted.get(type) ?? type.toLowerCase();

export const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

const kinds: Partial<Record<ItemKind, string>> = { 'glossary-entry': 'glossary entry' };

const nameless: Partial<Record<ItemKind, string>> = { expectation: 'what is expected', query: 'the query' };

const parts: Record<Part, (item: string, what: What) => string> = {
  'name-alone': (_, { name }) => `"${name}"`,
  title: (item) => `the title of ${item}`,
  'short-title': (item) => `the short title of ${item}`,
  label: (_, { name }) => `how "${name}" is cited`,
  reason: (_, { name }) => `the reason at "${name}"`,
  gist: (_, { name }) => `the gist of "${name}"`,
  phrase: (_, { name }) => `the phrase of "${name}"`,
  'domestic-effect': (item) => `the domestic effect of ${item}`,
  end: (_, { name }) => `the end of "${name}"`,
  territory: (item) => `where ${item} applies`,
  standing: (_, { name }) => `the standing of "${name}"`,
  words: (item) => `the words of ${item}`,
  note: (item) => `the note on ${item}`,
  question: (item) => `the question of ${item}`,
  value: (item, { detail = '' }) => `the value "${detail}" of ${item}`,
  piece: (item) => `a value of ${item}`,
  reading: (_, { name }) => `the reading of ${name}`,
  'reading-note': () => 'the note on a reading',
  silence: (_, { name, detail }) => `that ${name} ${detail === 'silent' ? 'is silent' : 'declines to state'}`,
  relation: (_, { name, relation = '', detail = '' }) => `that ${name} is ${relation} by ${detail}`,
  'stated-by': (item) => `who stated ${item}`,
  answer: (item) => `the answer in ${item}`,
  disagreement: (item) => `the disagreement in ${item}`,
  'contested-by': (item) => `who contests ${item}`,
  because: () => 'the reason of an expectation',
  speaker: (item) => `the speaker of ${item}`,
  says: (item) => `what ${item} says`,
  contradiction: (item) => `what contradicts ${item}`,
  'verdict-note': (item) => `the note on a verdict of ${item}`,
  correction: (item) => `the correction of ${item}`,
  prefecture: (item) => `the prefecture of ${item}`,
  use: (item) => `the use of ${item}`,
  planned: (item) => `the planned return of ${item}`,
  changed: (item) => `what ${item} changed`,
  promised: (item) => `what ${item} promised`,
  status: (item) => `the status of ${item}`,
  actor: (item) => `who takes ${item}`,
  meaning: (item) => `the meaning in ${item}`,
  corrects: (item) => `what ${item} corrects`,
};

export function phraseOf(what: What): string {
  const { kind, name, part } = what;
  const item = nameless[kind] ?? `the ${kinds[kind] ?? kind} "${name}"`;
  return part === undefined ? item : parts[part](item, what);
}
