/** Who speaks which language, and how one thing is said in both. */
import type { Text } from '../rulebook/schema.ts';
import type { Language, Wording } from './contract.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const wordings: Readonly<Record<Language, Wording>> = { en: english, ja: japanese };

/** Says one thing in both languages. `say` picks a text's words in the language that is being spoken. */
export function bilingual(phrase: (wording: Wording, say: (text: Text) => string) => string): Text {
  return {
    en: phrase(english, (text) => text.en),
    ja: phrase(japanese, (text) => text.ja),
  };
}
