/** The language's complaints in every language. Apart from the parser: whoever prints them need not load it. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { LanguageCodes } from './codes.ts';
import { english } from './english/index.ts';
import { japanese } from './japanese/index.ts';

export type { LanguageCodes } from './codes.ts';
export type { What } from './what.ts';

export const languageWords: ComplaintCatalogue<LanguageCodes> = { en: english, ja: japanese };
