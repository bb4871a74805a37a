/** The file of rows that could not be read: where, which column or check, and the value that is to blame. */
import { appendFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RejectedRow } from './reader.ts';
import type { SourceFile } from './source.ts';

const field = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

export class Rejects {
  readonly #path: string;
  count: number;

  /** Continues a file at the length that a checkpoint knows. */
  constructor(path: string, bytes: number, count: number) {
    this.#path = path;
    this.count = count;
    if (!existsSync(path) || bytes === 0) writeFileSync(path, 'file,line,row,column,value,reason\n');
    else truncateSync(path, Math.min(bytes, statSync(path).size));
  }

  get bytes(): number {
    return statSync(this.#path).size;
  }

  rows(file: SourceFile, rejected: readonly RejectedRow[]): void {
    if (rejected.length === 0) return;
    this.count += rejected.length;
    appendFileSync(
      this.#path,
      rejected
        .map(({ row, check, value }) => {
          const reason = check === 'on' ? 'no date' : `not a value of ${check}`;
          return `${[file.name, '', String(row), check, value, reason].map(field).join(',')}\n`;
        })
        .join(''),
    );
  }

  /** Lines of CSV that DuckDB set aside while it read the file. */
  async lines(connection: DuckDBConnection, file: SourceFile): Promise<void> {
    const result = await connection.runAndReadAll(
      'SELECT line, column_name, csv_line, error_message FROM reject_errors ORDER BY line',
    );
    const rows = result.getRows();
    // One line may have several errors; it is one reject.
    this.count += new Set(rows.map(([line]) => String(line))).size;
    appendFileSync(
      this.#path,
      rows
        .map(
          ([line, column, text, reason]) =>
            `${[file.name, String(line), '', String(column ?? ''), String(text ?? ''), String(reason ?? '').split('\n')[0] as string].map(field).join(',')}\n`,
        )
        .join(''),
    );
    await connection.run('DROP TABLE IF EXISTS reject_errors');
    await connection.run('DROP TABLE IF EXISTS reject_scans');
  }

  /** Leaves no file behind when nothing was rejected. */
  finish(): void {
    if (this.count === 0) rmSync(this.#path, { force: true });
  }
}
