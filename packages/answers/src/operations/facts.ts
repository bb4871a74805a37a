/** What can be asked: the facts, or those that a word is found in. */
import type { Fact } from '@anpo/engine/rulebook';
import { sayFacts } from '../said/facts.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface FactsInput {
  /** In a name of today or before, a label or a question, in either language. */
  readonly word?: string | undefined;
}

export const facts: Operation<FactsInput, readonly Fact[]> = (library, { word }, { language }) => {
  const { rulebook } = library;
  const found = rulebook.facts.filter((fact) => word === undefined || mentions(fact, word.toLowerCase()));
  return { data: found, answer: sayFacts(found, word, speakerFor(rulebook, language)) };
};

const mentions = ({ id, formerly = [], label, question }: Fact, word: string): boolean =>
  [id, ...formerly, label.en, label.ja, question.en, question.ja].some((text) =>
    text.toLowerCase().includes(word),
  );
