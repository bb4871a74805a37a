/** What answers complain of, in every language. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { AnswersCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const answersWords: ComplaintCatalogue<AnswersCodes> = { en: english, ja: japanese };
