/** All that an answer may know of its reader: the language, its words, and the library that is spoken of. */
import type { Language, Rulebook, Text } from '@anpo/engine';
import { type Words, wordsIn } from './words/index.ts';

export interface Speaker {
  readonly language: Language;
  readonly words: Words;
  readonly rulebook: Rulebook;
  /** The text in the reader's language. */
  readonly say: (text: Text) => string;
}

export const speakerFor = (rulebook: Rulebook, language: Language): Speaker => ({
  language,
  words: wordsIn(language),
  rulebook,
  say: (text) => text[language],
});
