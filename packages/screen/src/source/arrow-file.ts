/** Arrow files, batch by batch, into a Parquet file that DuckDB reads: it has no Arrow reader of its own here. */
import type { Readable } from 'node:stream';
import { literal } from '@anpo/columns/sql';
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBType,
  VARCHAR,
} from '@duckdb/node-api';
import { DataType, RecordBatchReader, type Vector } from 'apache-arrow';

const ROWS_IN_CHUNK = 2048;

export async function spoolArrow(
  connection: DuckDBConnection,
  stream: Readable,
  target: string,
): Promise<void> {
  const reader = await RecordBatchReader.from(stream);
  await reader.open();
  const { fields } = reader.schema;
  const columns = fields.map((field) => ({ name: field.name, ...storage(field.type as DataType) }));
  const definitions = columns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE arrow_rows (${definitions.join(', ')})`);
  const appender = await connection.createAppender('arrow_rows');
  const types = columns.map(({ type }) => type);
  for await (const batch of reader) {
    for (let from = 0; from < batch.numRows; from += ROWS_IN_CHUNK) {
      const rows = Math.min(ROWS_IN_CHUNK, batch.numRows - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      columns.forEach(({ convert }, index) => {
        const vector = batch.getChildAt(index) as Vector;
        const values = Array.from({ length: rows }, (_, row) => {
          const value = vector.get(from + row);
          return value === null || value === undefined ? null : convert(value as unknown);
        });
        chunk.setColumnValues(index, values as never);
      });
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
  await connection.run(`COPY arrow_rows TO ${literal(target)} (FORMAT parquet)`);
  await connection.run('DROP TABLE arrow_rows');
}

interface Storage {
  readonly type: DuckDBType;
  // Arrow's vectors hold what their type says; what comes out of them is not typed.
  readonly convert: (value: unknown) => unknown;
}

function storage(type: DataType): Storage {
  if (DataType.isBool(type)) return { type: BOOLEAN, convert: (value) => value };
  if (DataType.isInt(type)) return { type: BIGINT, convert: (value) => BigInt(value as number | bigint) };
  if (DataType.isFloat(type)) return { type: DOUBLE, convert: (value) => Number(value) };
  if (DataType.isDate(type)) {
    return { type: DATE, convert: (value) => new DuckDBDateValue(Math.floor(Number(value) / 86_400_000)) };
  }
  return { type: VARCHAR, convert: (value) => String(value) };
}
