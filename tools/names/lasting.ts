/**
 * Names that must last: what situations, questions and links call the law by. A name is written here once, as
 * `kind name` or `value fact name`, and never taken out: the library must understand it for ever, if need be as
 * a former name.
 */
import type { Rulebook } from '@anpo/engine';
import { presentNames } from '@anpo/engine/situation';

/** The kinds whose names must last, each with where the Rulebook keeps them. */
const kinds = {
  fact: 'facts',
  norm: 'norms',
  term: 'terms',
  act: 'acts',
  amount: 'amounts',
  instrument: 'instruments',
  provision: 'provisions',
  place: 'places',
  party: 'parties',
  organ: 'organs',
  holder: 'holders',
  view: 'views',
} as const satisfies Readonly<Record<string, keyof Rulebook>>;

const isKind = (text: string): text is keyof typeof kinds => Object.hasOwn(kinds, text);

/** Every name of today, a line each. */
export const namesOf = (rulebook: Rulebook): readonly string[] => [
  ...Object.entries(kinds).flatMap(([kind, collection]) =>
    rulebook[collection].map(({ id }) => `${kind} ${id}`),
  ),
  ...rulebook.facts.flatMap(({ id, choices }) => choices.map((choice) => `value ${id} ${choice.id}`)),
];

/** Lines of a file of names; lines that begin with # say what the file is. */
export const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** Names that the library no longer understands, each with the way to mend it. */
export function forgotten(rulebook: Rulebook, lasting: readonly string[]): readonly string[] {
  const understood = new Set(namesOf(rulebook));
  const { item, value } = presentNames(rulebook);
  return lasting.flatMap((line) => {
    const [kind = '', name = '', choice] = line.split(' ');
    if (kind === 'value' && choice !== undefined) {
      const fact = item(name);
      const mend = `write "formerly ${choice}" after the name of the value of ${fact} that took its place`;
      return understood.has(`value ${fact} ${value(fact, choice)}`) ? [] : [`${line}: ${mend}`];
    }
    if (!isKind(kind)) return [`${line}: begins with none of ${Object.keys(kinds).join(', ')}, value`];
    const mend = `write "formerly ${name.slice(name.lastIndexOf('/') + 1)}" after the name of the ${kind} that took its place`;
    return understood.has(`${kind} ${item(name)}`) ? [] : [`${line}: ${mend}`];
  });
}
