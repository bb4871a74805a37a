/**
 * What of the library speaks of a word: facts by names, values and questions, provisions by what they say. A word
 * is found at the beginning of words, so that "port" is not found in "support"; Japanese has no such beginnings.
 */
import type { Rulebook } from '@anpo/engine';
import type { Fact, Provision } from '@anpo/engine/rulebook';

/** True where a text has the word. */
export type Mentions = (text: string | undefined) => boolean;

export function mentionsOf(word: string): Mentions {
  const wanted = word.trim().toLowerCase();
  const latin = /^[\p{Script=Latin}\d]/u.test(wanted);
  const pattern = latin
    ? new RegExp(`(?<![\\p{Script=Latin}\\d])${wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`, 'u')
    : undefined;
  return (text) => {
    const lower = text?.toLowerCase();
    return lower !== undefined && (pattern ? pattern.test(lower) : lower.includes(wanted));
  };
}

/** Facts that have the word in a name, the question, or a value that they take. */
export function factsAbout(rulebook: Rulebook, mentions: Mentions): readonly Fact[] {
  const isNamed = ({ id, formerly = [], label }: Named): boolean =>
    [id, ...formerly, label.en, label.ja].some(mentions);
  const isPlace = rulebook.places.some(isNamed);
  const isParty = rulebook.parties.some(isNamed);
  return rulebook.facts.filter(
    (fact) =>
      isNamed(fact) ||
      [fact.question.en, fact.question.ja].some(mentions) ||
      fact.choices.some(isNamed) ||
      (fact.type === 'place' && isPlace) ||
      (fact.type === 'party' && isParty),
  );
}

interface Named {
  readonly id: string;
  readonly formerly?: readonly string[] | undefined;
  readonly label: { readonly en: string; readonly ja: string };
}

/** Provisions that have the word in what they are called, in their gist, or in the reason why they are not encoded. */
export const provisionsAbout = (rulebook: Rulebook, mentions: Mentions): readonly Provision[] =>
  rulebook.provisions.filter(({ label, gist, reason }) =>
    [label, gist, reason].some((text) => mentions(text?.en) || mentions(text?.ja)),
  );

/** Provisions of these instruments that state rules which the library does not hold. */
export const notEncodedIn = (rulebook: Rulebook, instruments: ReadonlySet<string>): readonly Provision[] =>
  rulebook.provisions.filter(
    ({ status, instrument }) => status === 'not-encoded' && instruments.has(instrument),
  );
