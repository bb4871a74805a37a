/** This package's complaints in every language. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { ScreenCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export type { RejectCodes, ScreenCodes } from './codes.ts';
export const screenWords: ComplaintCatalogue<ScreenCodes> = { en: english, ja: japanese };
