/** The file of rows that could not be read: where, which column or check, and the value that is to blame. */
import {
  appendFileSync,
  createReadStream,
  existsSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RejectedRow } from '../rows/reader.ts';
import type { SourceFile } from '../source/source.ts';
import { type CsvLine, csvLines } from './csv-lines.ts';

const field = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
const record = (...fields: readonly (string | number | undefined)[]): string =>
  `${fields.map((each) => field(String(each ?? ''))).join(',')}\n`;

const textOf = (value: unknown): string => (value === null ? '' : String(value));

/** What a checkpoint keeps. */
export interface RejectsState {
  readonly rejected: number;
  readonly rejectBytes: number;
  readonly pendingBytes: number;
}

export class Rejects {
  readonly #path: string;
  /** Rows of a CSV file whose lines are sought once the file is read: row, check and value as JSON. */
  readonly #pending: string;
  count: number;

  /** Continues files at the length that a checkpoint knows. */
  constructor(path: string, before: RejectsState | undefined) {
    this.#path = path;
    this.#pending = `${path}.pending`;
    this.count = before?.rejected ?? 0;
    shorten(path, before?.rejectBytes ?? 0, record('file', 'line', 'row', 'column', 'value', 'reason'));
    shorten(this.#pending, before?.pendingBytes ?? 0, '');
  }

  get state(): RejectsState {
    return {
      rejected: this.count,
      rejectBytes: statSync(this.#path).size,
      pendingBytes: statSync(this.#pending).size,
    };
  }

  rows(file: SourceFile, rejected: readonly RejectedRow[]): void {
    if (rejected.length === 0) return;
    this.count += rejected.length;
    if (file.format === 'csv') {
      const pending = rejected.map(({ row, check, value }) => `${JSON.stringify([row, check, value])}\n`);
      appendFileSync(this.#pending, pending.join(''));
    } else appendFileSync(this.#path, rejected.map((each) => rejectedRecord(file, undefined, each)).join(''));
  }

  /** Writes what waited for the end of a file, and the lines of CSV that DuckDB set aside while it read them. */
  async endOf(
    file: SourceFile,
    rows: number | undefined,
    columns: number,
    connection: DuckDBConnection,
  ): Promise<void> {
    if (file.format !== 'csv') return;
    const result = await connection.runAndReadAll(
      `SELECT line_byte_position, any_value(line), arg_min(column_name, error_id), any_value(csv_line), arg_min(error_message, error_id)
       FROM (SELECT *, row_number() OVER () AS error_id FROM reject_errors) GROUP BY ALL ORDER BY ALL`,
    );
    // One line may have several errors; it is one reject.
    const aside = new Map(result.getRows().map(([at, ...error]) => [Number(at), error.map(textOf)] as const));
    this.count += aside.size;
    if (aside.size > 0 || statSync(this.#pending).size > 0) {
      const facts = { path: file.path, columns, aside: [...aside.keys()] };
      const lines = rows === undefined ? undefined : await csvLines({ ...facts, rows });
      const asideLines = await this.#writePending(file, lines);
      const records = [...aside.values()].map(([line, column, text, reason], index) =>
        record(file.name, asideLines[index] ?? line, '', column, text, reason?.split('\n')[0]),
      );
      appendFileSync(this.#path, records.join(''));
    }
    await connection.run('DROP TABLE IF EXISTS reject_errors');
    await connection.run('DROP TABLE IF EXISTS reject_scans');
  }

  /** Writes the rows that wait, and answers the lines of what was set aside. */
  async #writePending(
    file: SourceFile,
    lines: AsyncGenerator<CsvLine> | undefined,
  ): Promise<readonly number[]> {
    const asideLines: number[] = [];
    let [at, line] = [0, undefined as number | undefined];
    const goTo = async (row: number): Promise<void> => {
      while (lines && at < row) {
        const { value, done } = await lines.next();
        if (done) return;
        if (value.isRow) [at, line] = [at + 1, value.line];
        else asideLines.push(value.line);
      }
    };
    for await (const text of createInterface({ input: createReadStream(this.#pending) })) {
      const [row, check, value] = JSON.parse(text) as [number, string, string];
      await goTo(row);
      appendFileSync(this.#path, rejectedRecord(file, line, { row, check, value }));
    }
    await goTo(Number.POSITIVE_INFINITY);
    writeFileSync(this.#pending, '');
    return asideLines;
  }

  /** Leaves no file behind when nothing was rejected. */
  finish(): void {
    rmSync(this.#pending, { force: true });
    if (this.count === 0) rmSync(this.#path, { force: true });
  }
}

function rejectedRecord(
  file: SourceFile,
  line: number | undefined,
  { row, check, value }: RejectedRow,
): string {
  return record(file.name, line, row, check, value, check === 'on' ? 'no date' : `not a value of ${check}`);
}

/** Cuts a file to a length that was kept, or begins it anew. */
function shorten(path: string, bytes: number, beginning: string): void {
  if (!existsSync(path) || bytes === 0) writeFileSync(path, beginning);
  else truncateSync(path, Math.min(bytes, statSync(path).size));
}
