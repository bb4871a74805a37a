/** This package's complaints in every language. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { NodeCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const nodeWords: ComplaintCatalogue<NodeCodes> = { en: english, ja: japanese };
