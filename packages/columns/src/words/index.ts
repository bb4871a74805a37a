/** This package's complaints in every language. */
import type { ComplaintCatalogue } from '@anpo/engine/complaint';
import type { ColumnsCodes } from './codes.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export type { ColumnsCodes } from './codes.ts';
export const columnsWords: ComplaintCatalogue<ColumnsCodes> = { en: english, ja: japanese };
