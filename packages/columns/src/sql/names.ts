/** Names of columns: those of the source by the keys of facts, those of findings by norm and bearer. */
import { type Output, outputName } from '../plan/plan.ts';
import type { Dialect } from './dialect.ts';

/** The column with the day of a row. */
export const DAY_COLUMN = 'on';

export function findingColumn(output: Output, dialect: Dialect): string {
  return shorten(outputName(output), dialect.longestName);
}

/** Cuts a name that is too long for the dialect, and ends it with a number that keeps it apart from others. */
export function shorten(name: string, longest: number): string {
  if (name.length <= longest) return name;
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${name.slice(0, longest - 9)}~${hash.toString(16).padStart(8, '0')}`;
}
