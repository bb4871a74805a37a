/** What the command line complains of, in every language. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { CommandCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const commandWords: ComplaintCatalogue<CommandCodes> = { en: english, ja: japanese };
