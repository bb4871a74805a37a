/** Codes of rows in the machine's own types, and where they come from. */

import type { Column } from '@anpo/columns/data';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
import type { CodeColumn } from './codes.ts';
import type { Expression } from './expressions.ts';

export type CodeStore = Uint8Array | Int32Array | BigInt64Array | Float64Array;

export const newStore = (kind: Column['kind'], rows: number): CodeStore =>
  kind === 'int32'
    ? new Int32Array(rows)
    : kind === 'int64'
      ? new BigInt64Array(rows)
      : kind === 'float64'
        ? new Float64Array(rows)
        : new Uint8Array(rows);

/** The first rows of a store as a column. */
export function asColumn({ kind, scale, dictionary }: CodeColumn, store: CodeStore, rows: number): Column {
  const values = store.subarray(0, rows) as never;
  switch (kind) {
    case 'codes':
      return { kind, values, dictionary };
    case 'int32':
    case 'int64':
      return { kind, values, scale };
    default:
      return { kind, values };
  }
}

/** What an expression comes to in the rows of a batch. */
export interface CodeSource {
  readonly expression: Expression;
  /** By row of the batch. */
  readonly codes: CodeStore;
  /** Takes what a chunk holds of the expression, as rows from `at` on. */
  take(
    chunk: DataChunk,
    texts: (column: number) => readonly (string | null)[],
    count: number,
    at: number,
  ): void;
  /** Writes the codes of the rows that were taken. False: this source can hold no more. */
  find(connection: DuckDBConnection, rows: number): Promise<boolean>;
  /** True where something is wrong with a row. */
  readonly anyWrong: boolean;
  /** What is wrong in a row: 0 for nothing. */
  wrong(row: number): number;
  /** The value to blame. */
  reason(row: number): string;
}
