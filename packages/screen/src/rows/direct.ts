/** Codes that DuckDB evaluates row by row: those of expressions that read more than a few different cells. */
import duckdb, { type DataChunk } from '@duckdb/node-bindings';
import { bytesIn } from './cells.ts';
import type { Expression } from './expressions.ts';
import { type CodeSource, type CodeStore, newStore } from './store.ts';

export class DirectCodes implements CodeSource {
  readonly expression: Expression;
  readonly codes: CodeStore;
  /** Where the three columns of the expression begin in a chunk. */
  readonly #column: number;
  readonly #bad: Uint8Array;
  anyWrong = false;
  readonly #reasons = new Map<number, string>();

  constructor(expression: Expression, column: number, rows: number) {
    this.expression = expression;
    this.#column = column;
    this.codes = newStore(expression.column.kind, rows);
    this.#bad = new Uint8Array(rows);
  }

  take(
    chunk: DataChunk,
    texts: (column: number) => readonly (string | null)[],
    count: number,
    at: number,
  ): void {
    if (at === 0) {
      this.anyWrong = false;
      this.#reasons.clear();
    }
    const { codes } = this;
    const width = codes.BYTES_PER_ELEMENT;
    const bytes = bytesIn(duckdb.data_chunk_get_vector(chunk, this.#column), count * width, width);
    const Type = codes.constructor as new (
      buffer: ArrayBufferLike,
      offset: number,
      length: number,
    ) => CodeStore;
    codes.set(new Type(bytes.buffer, bytes.byteOffset, count) as never, at);
    const bad = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, this.#column + 1), count);
    this.#bad.set(bad, at);
    if (bad.every((value) => value === 0)) return;
    this.anyWrong = true;
    texts(this.#column + 2).forEach((text, row) => {
      if (bad[row] !== 0) this.#reasons.set(at + row, text ?? '');
    });
  }

  async find(): Promise<boolean> {
    return true;
  }

  wrong(row: number): number {
    return this.#bad[row] as number;
  }

  reason(row: number): string {
    return this.#reasons.get(row) ?? '';
  }
}
