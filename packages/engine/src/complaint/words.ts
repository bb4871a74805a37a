/** The engine's complaints in every language. */

import type { EngineCodes } from './codes.ts';
import type { ComplaintCatalogue } from './complaint.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

/** The engine's complaints in every language, for `sayComplaint`. */
export const engineWords: ComplaintCatalogue<EngineCodes> = { en: english, ja: japanese };
