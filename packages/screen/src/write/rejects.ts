/** The file of rows that could not be read: where, which column or check, the value to blame, why. */
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
import { type Language, sayComplaint } from '@anpo/engine';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RejectedRow } from '../rows/reader.ts';
import type { SourceFile } from '../source/source.ts';
import type { RejectCodes } from '../words/codes.ts';
import { screenWords } from '../words/index.ts';
import { csvRecord } from './csv.ts';
import { type CsvLine, csvLines } from './csv-lines.ts';

const textOf = (value: unknown): string => (value === null ? '' : String(value));

/** What DuckDB calls the errors of lines that it sets aside. */
const lineErrors: ReadonlyMap<string, keyof RejectCodes> = new Map([
  ['CAST', 'line-wrong-type'],
  ['MISSING COLUMNS', 'line-too-few-values'],
  ['TOO MANY COLUMNS', 'line-too-many-values'],
  ['UNQUOTED VALUE', 'line-quote-open'],
  ['LINE SIZE OVER MAXIMUM', 'line-too-long'],
  ['INVALID ENCODING', 'line-wrong-encoding'],
]);

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
  /** In which reasons are told. The code beside a reason is the same in every language. */
  readonly #language: Language;
  count: number;

  /** Continues files at the length that a checkpoint knows. */
  constructor(path: string, language: Language, before: RejectsState | undefined) {
    this.#language = language;
    this.#path = path;
    this.#pending = `${path}.pending`;
    this.count = before?.rejected ?? 0;
    shorten(
      path,
      before?.rejectBytes ?? 0,
      csvRecord(['file', 'line', 'row', 'column', 'value', 'code', 'reason']),
    );
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
      const pending = rejected.map((each) => `${JSON.stringify(each)}\n`);
      appendFileSync(this.#pending, pending.join(''));
    } else appendFileSync(this.#path, rejected.map((each) => this.#record(file, undefined, each)).join(''));
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
      `SELECT line_byte_position, any_value(line), arg_min(column_name, error_id), any_value(csv_line), arg_min(error_type::VARCHAR, error_id)
       FROM (SELECT *, row_number() OVER () AS error_id FROM reject_errors) GROUP BY ALL ORDER BY ALL`,
    );
    // One line may have several errors; it is one reject.
    const aside = new Map(result.getRows().map(([at, ...error]) => [Number(at), error.map(textOf)] as const));
    this.count += aside.size;
    if (aside.size > 0 || statSync(this.#pending).size > 0) {
      const facts = { path: file.path, columns, aside: [...aside.keys()] };
      const lines = rows === undefined ? undefined : await csvLines({ ...facts, rows });
      const asideLines = await this.#writePending(file, lines);
      const records = [...aside.values()].map(([line, column = '', text, error = ''], index) => {
        const { code, reason } = this.#reason(lineErrors.get(error) ?? 'line-unreadable', { column });
        return csvRecord([file.name, asideLines[index] ?? line, '', column, text, code, reason]);
      });
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
      const reject = JSON.parse(text) as RejectedRow;
      await goTo(reject.row);
      appendFileSync(this.#path, this.#record(file, line, reject));
    }
    await goTo(Number.POSITIVE_INFINITY);
    writeFileSync(this.#pending, '');
    return asideLines;
  }

  #record(file: SourceFile, line: number | undefined, { row, check, value, code }: RejectedRow): string {
    return csvRecord([file.name, line, row, check, value, code, this.#reason(code, { fact: check }).reason]);
  }

  #reason(
    code: keyof RejectCodes,
    data: { fact: string } | { column: string },
  ): { code: string; reason: string } {
    return { code, reason: sayComplaint({ code, data }, this.#language, [screenWords]).message };
  }

  /** Leaves no file behind when nothing was rejected. */
  finish(): void {
    rmSync(this.#pending, { force: true });
    if (this.count === 0) rmSync(this.#path, { force: true });
  }
}

/** Cuts a file to a length that was kept, or begins it anew. */
function shorten(path: string, bytes: number, beginning: string): void {
  if (!existsSync(path) || bytes === 0) writeFileSync(path, beginning);
  else truncateSync(path, Math.min(bytes, statSync(path).size));
}
