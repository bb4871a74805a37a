/** Streams what a statement answers, to its end or not at all. */
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { dropAside, type SourceFile } from '../source/source.ts';

/**
 * The chunks of a statement over a file. `rows`: how many it has, where that is known. Throws what DuckDB says where it
 * could not go on.
 */
export async function* streamChunks(
  connection: DuckDBConnection,
  file: SourceFile,
  statement: string,
  rows: number | undefined,
): AsyncGenerator<DuckDBDataChunk> {
  await dropAside(connection);
  const stream = await connection.stream(statement);
  const fetch = (): Promise<DuckDBDataChunk | null> => {
    const chunk = stream.fetchChunk();
    // Whoever stops reading does not wait for what was being read ahead.
    chunk.catch(() => {});
    return chunk;
  };
  let fetched = 0;
  for (let next = fetch(); ; ) {
    const chunk = await next;
    if (!chunk || chunk.rowCount === 0) break;
    // While this chunk is taken, DuckDB reads the next: to wait for each would cost as much as to read it.
    next = fetch();
    fetched += chunk.rowCount;
    yield chunk;
  }
  // A stream that fails ends as one that is done, without a word; a statement that is no stream tells what failed.
  const whole = file.format === 'csv' ? await isAsideThere(connection) : fetched === rows;
  if (!whole) await connection.run(`SELECT max(hash(COLUMNS(*))) FROM (${statement})`);
}

/** What DuckDB sets aside of a CSV file is there once the file was read to its end. */
async function isAsideThere(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors'",
  );
  return found.currentRowCount > 0;
}
