/** What can be asked: the facts, or those that a word is found in, with the provisions that speak of it. */
import type { Fact, Provision } from '@anpo/engine/rulebook';
import { factsAbout, mentionsOf, provisionsAbout } from '../library/about.ts';
import { sayFacts } from '../said/facts.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface FactsInput {
  /** In a name of today or before, a label, a question, a value, in either language. */
  readonly word?: string | undefined;
}

export interface FactsData {
  readonly facts: readonly Fact[];
  /** Provisions that speak of the word, encoded or not: where no fact asks, they say what the library has of it. */
  readonly provisions: readonly Provision[];
}

export const facts: Operation<FactsInput, FactsData> = ({ rulebook }, { word }, { language }) => {
  const mentions = word === undefined ? undefined : mentionsOf(word);
  const data = {
    facts: mentions ? factsAbout(rulebook, mentions) : rulebook.facts,
    provisions: mentions ? provisionsAbout(rulebook, mentions) : [],
  };
  return { data, answer: sayFacts(data, word, speakerFor(rulebook, language)) };
};
