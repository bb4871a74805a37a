/**
 * Writes findings as files, in parts that are complete or absent, so that an interrupted run resumes without
 * loss. At the end the parts become one file.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputName, type Plan } from '@anpo/columns/plan';
import { literal, quoted } from '@anpo/columns/sql';
import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import duckdb, { type DataChunk } from '@duckdb/node-bindings';
import type { Expressions } from '../rows/expressions.ts';
import type { ReadBatch } from '../rows/reader.ts';

const ROWS_IN_CHUNK = 2048;

export class PartWriter {
  readonly #connection: DuckDBConnection;
  readonly #directory: string;
  readonly #target: string;
  readonly #days: readonly ('on' | 'until')[];
  /** Each column with its type as SQL writes it. */
  readonly #columns: readonly (readonly [name: string, type: string])[];

  constructor(connection: DuckDBConnection, target: string, plan: Plan, expressions: Expressions) {
    this.#connection = connection;
    this.#target = target;
    this.#directory = `${target}.parts`;
    const roles = expressions.all.map(({ role }) => role);
    this.#days = [
      ...(roles.includes('day') ? (['on'] as const) : []),
      ...(roles.includes('last-day') ? (['until'] as const) : []),
    ];
    const findings = plan.outputs.map((output) => [outputName(output), 'BOOLEAN'] as const);
    const taken = new Set([...expressions.ids.map(({ name }) => name), ...findings.map(([name]) => name)]);
    // What the data call their columns stands; a name of ours gives way.
    const own = (name: string): string =>
      [...taken].some((each) => each.toLowerCase() === name) ? `anpo_${name}` : name;
    this.#columns = [
      [own('file'), 'VARCHAR'],
      [own('row'), 'BIGINT'],
      ...this.#days.map((name) => [own(name), 'DATE'] as const),
      ...expressions.ids.map(({ name, type }) => [name, type] as const),
      ...findings,
    ];
    mkdirSync(this.#directory, { recursive: true });
  }

  partPath(part: number): string {
    return join(this.#directory, `part-${String(part).padStart(6, '0')}.parquet`);
  }

  /** Writes one part: `findings` holds a code a row for each output. */
  async write(part: number, file: string, read: ReadBatch, findings: readonly Uint8Array[]): Promise<void> {
    const definitions = this.#columns.map(([name, type]) => `${quoted(name)} ${type}`);
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE findings_part (${definitions.join(', ')})`);
    const appender = await this.#connection.createAppender('findings_part');
    const types = this.#columns.map((_, column) => appender.columnType(column));
    const { rows, on } = read.batch;
    const rowNumbers = BigInt64Array.from(read.rowNumbers(), BigInt);
    const days = { on, until: read.until };
    for (let from = 0; from < rows; from += ROWS_IN_CHUNK) {
      const count = Math.min(ROWS_IN_CHUNK, rows - from);
      const chunk = DuckDBDataChunk.create(types, count);
      const raw = (chunk as unknown as { chunk: DataChunk }).chunk;
      let column = 0;
      const whole = (values: BigInt64Array | Int32Array): void => {
        const vector = duckdb.data_chunk_get_vector(raw, column++);
        const bytes = Uint8Array.from(
          new Uint8Array(
            values.buffer,
            values.byteOffset + from * values.BYTES_PER_ELEMENT,
            count * values.BYTES_PER_ELEMENT,
          ),
        );
        duckdb.copy_data_to_vector(vector, 0, bytes.buffer, 0, bytes.byteLength);
      };
      chunk.setColumnValues(column++, new Array(count).fill(file));
      whole(rowNumbers);
      for (const day of this.#days) whole(days[day] as Int32Array);
      for (const id of read.ids) chunk.setColumnValues(column++, id.slice(from, from + count));
      for (const finding of findings) this.#outcomes(raw, column++, finding, from, count);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const path = this.partPath(part);
    await this.#connection.run(`COPY findings_part TO ${literal(`${path}.tmp`)} (FORMAT parquet)`);
    await this.#connection.run('DROP TABLE findings_part');
    renameSync(`${path}.tmp`, path);
  }

  /** Where no row was taken: the columns alone. */
  async #emptyPart(): Promise<string> {
    const path = this.partPath(0);
    const columns = this.#columns.map(([name, type]) => `CAST(NULL AS ${type}) AS ${quoted(name)}`);
    await this.#connection.run(
      `COPY (SELECT ${columns.join(', ')} LIMIT 0) TO ${literal(path)} (FORMAT parquet)`,
    );
    return path;
  }

  /** TRUE applies, FALSE does not, NULL undetermined. */
  #outcomes(raw: DataChunk, column: number, finding: Uint8Array, from: number, count: number): void {
    const vector = duckdb.data_chunk_get_vector(raw, column);
    const values = new Uint8Array(count);
    const validity = new Uint8Array(Math.ceil(count / 64) * 8);
    for (let row = 0; row < count; row++) {
      const code = finding[from + row] as number;
      if (code === 2) continue;
      values[row] = code;
      validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
    }
    duckdb.copy_data_to_vector(vector, 0, values.buffer, 0, count);
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, validity.byteLength);
  }

  /** Joins the parts in their order into the file asked for, and removes them. */
  async finish(parts: number): Promise<void> {
    const target = this.#target;
    const files = Array.from({ length: parts }, (_, part) => this.partPath(part)).filter((path) =>
      existsSync(path),
    );
    if (files.length === 0) files.push(await this.#emptyPart());
    const format = /\.parquet$/i.test(target) ? '(FORMAT parquet)' : '(FORMAT csv, HEADER)';
    const list = files.map(literal).join(', ');
    // Files of one data set may have other types for the same column.
    await this.#connection.run(
      `COPY (SELECT * FROM read_parquet([${list}], union_by_name = true)) TO ${literal(`${target}.tmp`)} ${format}`,
    );
    renameSync(`${target}.tmp`, target);
    rmSync(this.#directory, { recursive: true, force: true });
  }
  /** Removes what was written. */
  abandon(): void {
    rmSync(this.#directory, { recursive: true, force: true });
    rmSync(`${this.#target}.tmp`, { force: true });
  }
}
