/** The file of rows that could not be read: where, which column or check, the value to blame, why. */
import { renameSync, rmSync } from 'node:fs';
import { type Language, sayComplaint } from '@anpo/engine';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RejectedRow } from '../rows/reader.ts';
import { dropAside, type SourceFile } from '../source/source.ts';
import { asideRecords } from '../source/text.ts';
import type { RejectCodes } from '../words/codes.ts';
import { screenWords } from '../words/index.ts';
import { csvRecord } from './csv.ts';
import { type CsvLine, csvLines } from './csv-lines.ts';
import { WorkFile } from './work-file.ts';

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

/**
 * Rejects are gathered beside their place, in files that are there only once something was rejected, and are put in
 * their place at the end.
 */
export class Rejects {
  readonly #path: string;
  readonly #written: WorkFile;
  /** Rows of a CSV file whose lines are sought once the file is read: row, check and value as JSON. */
  readonly #pending: WorkFile;
  /** In which reasons are told. The code beside a reason is the same in every language. */
  readonly #language: Language;
  count: number;

  /** Continues files at the length that a checkpoint knows. */
  constructor(path: string, language: Language, before: RejectsState | undefined) {
    this.#language = language;
    this.#path = path;
    this.count = before?.rejected ?? 0;
    this.#written = new WorkFile(
      `${path}.partial`,
      csvRecord(['file', 'line', 'row', 'column', 'value', 'code', 'reason']),
      before?.rejectBytes,
    );
    this.#pending = new WorkFile(`${path}.pending`, '', before?.pendingBytes);
  }

  get state(): RejectsState {
    return {
      rejected: this.count,
      rejectBytes: this.#written.bytes,
      pendingBytes: this.#pending.bytes,
    };
  }

  rows(file: SourceFile, rejected: readonly RejectedRow[]): void {
    if (rejected.length === 0) return;
    this.count += rejected.length;
    if (file.format === 'csv') {
      const pending = rejected.map((each) => `${JSON.stringify(each)}\n`);
      this.#pending.append(pending.join(''));
    } else this.#written.append(rejected.map((each) => this.#record(file, undefined, each)).join(''));
  }

  /**
   * Writes what waited for the end of a file, the lines of CSV that DuckDB set aside while it read them, and those that
   * it was not given.
   */
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
    this.count += aside.size + (file.aside?.count ?? 0);
    if (aside.size > 0 || this.#pending.bytes > 0) {
      const facts = { path: file.path, columns, aside: [...aside.keys()], before: file.aside };
      const lines = rows === undefined ? undefined : await csvLines({ ...facts, rows });
      const asideLines = await this.#writePending(file, lines);
      const records = [...aside.values()].map(([line, column = '', text = '', error = ''], index) =>
        this.#line(file, asideLines[index] ?? line, column, text, lineErrors.get(error) ?? 'line-unreadable'),
      );
      this.#written.append(records.join(''));
    }
    for await (const { line, text } of asideRecords(file.aside))
      this.#written.append(this.#line(file, line, '', text, 'line-wrong-encoding'));
    await dropAside(connection);
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
    for await (const text of this.#pending.lines()) {
      const reject = JSON.parse(text) as RejectedRow;
      await goTo(reject.row);
      this.#written.append(this.#record(file, line, reject));
    }
    await goTo(Number.POSITIVE_INFINITY);
    this.#pending.remove();
    return asideLines;
  }

  /** A line that is no row; DuckDB may begin it with what ended the line before. */
  #line(
    file: SourceFile,
    line: number | string | undefined,
    column: string,
    text: string,
    code: keyof RejectCodes,
  ): string {
    const own = text.replace(/^[\r\n]+/, '');
    return csvRecord([file.name, line, '', column, own, code, this.#reason(code, { column }).reason]);
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

  /** Puts the rejects in their place. Leaves no file behind when nothing was rejected, not even an older one. */
  finish(): void {
    this.#pending.remove();
    if (this.count > 0) renameSync(this.#written.path, this.#path);
    else rmSync(this.#path, { force: true });
  }

  /** Removes what this run, or the one that it continued, has gathered. */
  abandon(): void {
    this.#pending.remove();
    this.#written.remove();
  }
}
