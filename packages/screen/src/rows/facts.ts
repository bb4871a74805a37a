/** What is known of a file before it is read: from the footer of Parquet, from the first lines of CSV. */

import { literal, quoted } from '@anpo/columns/sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { relation, SAMPLE_LINES, type SourceFile } from '../source/source.ts';
import { type Narrow, narrowest } from './carrier.ts';
import type { Expressions } from './expressions.ts';

export interface FileFacts {
  /** Only where the file says it. */
  readonly rows?: number | undefined;
  /** Where the file can be cut so that each part can be read by itself: numbers of rows, from 0 to all of them. */
  readonly cuts?: readonly number[] | undefined;
  /** Columns that seem to have no NULL and to fit in fewer bits. Readers check each value. */
  readonly narrow: ReadonlyMap<string, Narrow>;
}

/**
 * Rows of a part: fetching chunk by chunk costs more than reading, so a part is fetched as a whole; and to begin a
 * part costs the more the longer the file is.
 */
const FEWEST_ROWS = 1_000_000;
const MOST_ROWS = 8_000_000;
const PARTS = 32;

const whole = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/;

export async function factsOf(
  connection: DuckDBConnection,
  file: SourceFile,
  { all, columns }: Expressions,
): Promise<FileFacts> {
  const read = new Set(all.flatMap(({ reads = [] }) => reads));
  const names = columns.flatMap(({ name, type }) => (read.has(name) && whole.test(type) ? [name] : []));
  return file.format === 'parquet' ? footer(connection, file, names) : sample(connection, file, names);
}

async function footer(
  connection: DuckDBConnection,
  file: SourceFile,
  names: readonly string[],
): Promise<FileFacts> {
  const path = literal(file.path);
  const groups = await connection.runAndReadAll(`
    SELECT any_value(row_group_num_rows) FROM parquet_metadata(${path}) GROUP BY row_group_id ORDER BY row_group_id`);
  const cuts = cutsOf(groups.getRows().map(([rows]) => Number(rows)));
  const ranges = await connection.runAndReadAll(`
    SELECT path_in_schema, min(TRY_CAST(stats_min_value AS BIGINT)), max(TRY_CAST(stats_max_value AS BIGINT))
    FROM parquet_metadata(${path}) GROUP BY ALL
    HAVING max(coalesce(stats_null_count, 1)) = 0 AND count(*) = count(TRY_CAST(stats_max_value AS BIGINT))`);
  const narrow = new Map<string, Narrow>();
  for (const [name, least, most] of ranges.getRows()) {
    const type = names.includes(String(name)) ? narrowest(Number(least), Number(most)) : undefined;
    if (type) narrow.set(String(name), type);
  }
  return { rows: cuts.at(-1) as number, cuts, narrow };
}

/** Cuts between groups of rows, which are read as a whole or not at all. */
function cutsOf(groups: readonly number[]): readonly number[] {
  const total = groups.reduce((sum, rows) => sum + rows, 0);
  const size = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, total / PARTS));
  const cuts = [0];
  let rows = 0;
  for (const group of groups) {
    rows += group;
    if (rows - (cuts.at(-1) as number) >= size) cuts.push(rows);
  }
  if (rows > (cuts.at(-1) as number)) cuts.push(rows);
  return cuts;
}

async function sample(
  connection: DuckDBConnection,
  file: SourceFile,
  names: readonly string[],
): Promise<FileFacts> {
  const narrow = new Map<string, Narrow>();
  if (names.length < 2) return { narrow };
  const asked = names.map(quoted).map((name) => `count(*) - count(${name}), min(${name}), max(${name})`);
  const from = relation(file, { passOver: true });
  const result = await connection.runAndReadAll(
    `SELECT ${asked.join(', ')} FROM (SELECT * FROM ${from} LIMIT ${SAMPLE_LINES})`,
  );
  const found = result.getRows()[0] ?? [];
  names.forEach((name, index) => {
    const [nulls, least, most] = found.slice(index * 3, index * 3 + 3);
    // Lines that are not in the sample may well go further, though hardly by far.
    const type =
      Number(nulls) === 0 && least !== null ? narrowest(Number(least), Number(most), 16) : undefined;
    if (type) narrow.set(name, type);
  });
  return { narrow };
}
