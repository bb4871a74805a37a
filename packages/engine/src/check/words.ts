/** The engine's complaints in every language. */
import type { ComplaintCatalogue } from '../complaint/complaint.ts';
import type { EngineCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const engineWords: ComplaintCatalogue<EngineCodes> = { en: english, ja: japanese };
