/**
 * Generates the loop that looks codes up. With as many columns as the loop is made for, one pass over the rows does
 * all: numbers are taken together to a place in the table, and the code that stands there is written.
 */
import type { CellColumn } from './cells.ts';

/** Stands in a table where a combination of cells was not met before, or something is wrong with it. */
export const ELSEWHERE = -0x7fff_fe00;

/** All rows found their codes. */
export const QUICK = 0;
/** Some rows must look elsewhere. */
export const SLOW = 1;
/** Some cells have numbers that are too great for their columns. */
export const BEYOND = 2;

export type Look = (
  rows: number,
  columns: readonly CellColumn[],
  table: Int32Array,
  into: Uint8Array | Int32Array,
) => typeof QUICK | typeof SLOW | typeof BEYOND;

/** A loop of its own for each table: one for all would have to ask in each row what it is looking at. */
export function lookFunction(columns: number): Look {
  const each = (write: (column: number) => string): string =>
    Array.from({ length: columns }, (_, column) => write(column)).join('\n');
  const place = Array.from({ length: columns }, (_, column) => column).reduce(
    (sum, column) => (column === 0 ? 'n0' : `((${sum} << b${column}) | n${column})`),
    '0',
  );
  return new Function(
    'rows',
    'columns',
    'table',
    'into',
    `'use strict';
    ${each(
      (
        column,
      ) => `const { values: v${column}, lane: l${column}, offset: o${column}, bits: b${column} } = columns[${column}];
      const { start: f${column}, stride: d${column}, left: x${column}, right: y${column}, mask: k${column} } = l${column};
      const m${column} = (1 << b${column}) - 1;`,
    )}
    const mask = table.length - 1;
    let beyond = 0;
    let elsewhere = 0;
    for (let row = 0; row < rows; row++) {
      ${each((column) => `const n${column} = (v${column}[f${column} + row * d${column}] << x${column} >> y${column} & k${column}) - o${column} | 0; beyond |= n${column} | (m${column} - n${column});`)}
      const code = table[${place} & mask];
      if (code === ${ELSEWHERE}) elsewhere = 1;
      into[row] = code;
    }
    return beyond < 0 ? ${BEYOND} : elsewhere;`,
  ) as Look;
}
