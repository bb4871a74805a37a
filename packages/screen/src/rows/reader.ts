/** Streams the rows of a file as batches of typed columns. Rejected rows are left out and handed over apart. */

import type { Batch, Column } from '@anpo/columns/data';
import { quoted } from '@anpo/columns/sql';
import { formatDay } from '@anpo/engine/calendar';
import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import duckdb, { type DataChunk } from '@duckdb/node-bindings';
import type { Connections } from '../source/database.ts';
import { relation, type SourceFile } from '../source/source.ts';
import { Carrier, type Narrow } from './carrier.ts';
import { bytesIn, type CellColumn, cellColumn } from './cells.ts';
import { DirectCodes } from './direct.ts';
import type { Expression, Expressions } from './expressions.ts';
import type { FileFacts } from './facts.ts';
import { OutcomeTable } from './outcomes.ts';
import { FAILED, type Statement, statementSql } from './statement.ts';
import { asColumn, type CodeSource, type CodeStore } from './store.ts';
import { streamChunks } from './stream.ts';

export interface RejectedRow {
  /** Counted from 1 among the rows of the file. */
  readonly row: number;
  /** `on`, or the key of a fact. */
  readonly check: string;
  /** What cannot be; the cells that it was made of, where the expression failed. */
  readonly value: string;
  readonly code: 'row-without-date' | 'row-not-a-value' | 'row-expression-failed';
}

export interface ReadBatch {
  readonly batch: Batch;
  /** For each row of the batch its number in the file, counted from 1. */
  readonly rowNumbers: () => Float64Array;
  /** The last day that each row may have been on, where the data may know no more than a stretch from `on` to it. */
  readonly until?: Int32Array | undefined;
  /** For each carried column its values, if any are carried. */
  readonly ids: readonly (readonly DuckDBValue[])[];
  readonly rejects: readonly RejectedRow[];
  /** Rows of the file that are done with, those that were not taken included. */
  readonly read: number;
  /** False where more of them may be done with: DuckDB leaves out rows without a word. */
  readonly exact: boolean;
}

export interface ReadOptions {
  readonly rowsInBatch: number;
  /** Rows of the file to pass over. */
  readonly from: number;
  /** Where to stop; absent: at the end of the file. */
  readonly until?: number | undefined;
  readonly facts: FileFacts;
}

/** A batch holds until the next is asked for. */
export async function* readBatches(
  connections: Connections,
  expressions: Expressions,
  file: SourceFile,
  options: ReadOptions,
): AsyncGenerator<ReadBatch> {
  /** Expressions that turned out to read too many different cells for a table. */
  const direct = new Set<Expression>();
  /** Columns that fit in fewer bits; none, once one did not. */
  const narrow = new Map(options.facts.narrow);
  let from = options.from;
  for (;;) {
    const reading = new Reading(connections, expressions, file, { ...options, from }, direct, narrow);
    let restarted = false;
    for await (const read of reading.batches()) {
      if (read === 'restart') {
        restarted = true;
        break;
      }
      from = read.read;
      yield read;
    }
    if (!restarted) return;
  }
}

/** One pass over a file, with the same expressions in tables from its beginning to its end. */
class Reading {
  readonly #connections: Connections;
  readonly #expressions: Expressions;
  readonly #file: SourceFile;
  readonly #options: ReadOptions;
  readonly #direct: Set<Expression>;
  readonly #narrow: Map<string, Narrow>;
  readonly #cells: readonly CellColumn[];
  readonly #carriers: readonly Carrier[];
  /** Columns that no carrier has. */
  readonly #alone: readonly CellColumn[];
  readonly #sources: readonly CodeSource[];
  readonly #condition: CodeSource | undefined;
  /** The condition, where DuckDB itself leaves out rows; then rows carry their numbers. */
  readonly #filter: Expression | undefined;
  readonly #statement: Omit<Statement, 'from'>;
  readonly #firstId: number;
  readonly #inParts: boolean;
  readonly #numbers: Float64Array | undefined;
  #ids: DuckDBValue[][];
  #rows = 0;
  /** The number of the row before the first of the batch. */
  #before: number;

  constructor(
    connections: Connections,
    expressions: Expressions,
    file: SourceFile,
    options: ReadOptions,
    direct: Set<Expression>,
    narrow: Map<string, Narrow>,
  ) {
    this.#connections = connections;
    this.#expressions = expressions;
    this.#file = file;
    this.#options = options;
    this.#direct = direct;
    this.#narrow = narrow;
    this.#before = options.from;
    this.#ids = expressions.ids.map(() => []);
    const { rowsInBatch } = options;
    const byName = new Map<string, CellColumn | undefined>();
    const columnOf = (name: string): CellColumn | undefined => {
      if (!byName.has(name)) {
        const column = expressions.columns.find((each) => each.name === name);
        byName.set(name, column && cellColumn(column, rowsInBatch));
      }
      return byName.get(name);
    };
    const tabled = (expression: Expression): boolean =>
      !direct.has(expression) &&
      expression.reads !== undefined &&
      expression.reads.every((name) => columnOf(name) !== undefined);
    this.#inParts =
      file.format === 'parquet' &&
      expressions.local &&
      options.facts.cuts !== undefined &&
      !expressions.columns.some(({ name }) => name.toLowerCase() === 'file_row_number');
    const used = new Set(expressions.all.filter(tabled).flatMap(({ reads = [] }) => reads));
    this.#carriers = Carrier.pack(
      expressions.columns.filter(({ name }) => used.has(name)),
      narrow,
      rowsInBatch,
    );
    for (const { columns } of this.#carriers)
      for (const carried of columns) byName.set(carried.column.name, carried);
    this.#cells = [...used].map((name) => columnOf(name) as CellColumn);
    this.#alone = this.#cells.filter(
      (cells) => !this.#carriers.some(({ columns }) => (columns as readonly CellColumn[]).includes(cells)),
    );
    const fetched = this.#carriers.length + this.#alone.length;
    const evaluated: Expression[] = [];
    const sources: CodeSource[] = [];
    for (const expression of expressions.all) {
      if (tabled(expression)) {
        const columns = (expression.reads as readonly string[]).map((name) => columnOf(name) as CellColumn);
        sources.push(new OutcomeTable(expression, columns, rowsInBatch));
      } else if (expression.role !== 'condition') {
        sources.push(new DirectCodes(expression, fetched + evaluated.length * 3, rowsInBatch));
        evaluated.push(expression);
      } else this.#filter = expression;
    }
    this.#condition = sources.find(({ expression }) => expression.role === 'condition');
    this.#sources = sources.filter((source) => source !== this.#condition);
    this.#numbers = this.#filter && new Float64Array(rowsInBatch);
    this.#firstId = fetched + evaluated.length * 3;
    this.#statement = {
      cells: [
        ...this.#carriers.map(({ sql }) => sql),
        ...this.#alone.map(({ column }) => quoted(column.name)),
      ],
      expressions: evaluated,
      ids: expressions.ids,
      number: this.#filter && (this.#inParts ? 'file_row_number + 1' : '"anpo:row"'),
    };
  }

  async *batches(): AsyncGenerator<ReadBatch | 'restart'> {
    const { rowsInBatch } = this.#options;
    for await (const chunk of this.#inParts ? this.#parts() : this.#stream()) {
      if (this.#rows + chunk.rowCount > rowsInBatch) {
        const read = await this.#flush();
        yield read;
        if (read === 'restart') return;
      }
      this.#take(chunk);
    }
    yield await this.#flush();
  }

  async #flush(): Promise<ReadBatch | 'restart'> {
    const rows = this.#rows;
    if (this.#carriers.some(({ usable }) => !usable)) {
      this.#narrow.clear();
      return 'restart';
    }
    for (const cells of this.#cells) cells.complete(rows);
    const sources = this.#condition ? [this.#condition, ...this.#sources] : this.#sources;
    for (const source of sources) {
      if (await source.find(this.#connections.cells, rows)) continue;
      this.#direct.add(source.expression);
      return 'restart';
    }
    if (this.#condition?.anyWrong) {
      // A condition that fails in a row stops the run: DuckDB says what is wrong.
      this.#direct.add(this.#condition.expression);
      return 'restart';
    }
    const last = this.#numbers?.[rows - 1] ?? this.#before;
    const read = this.#batch(this.#numbers ? last : this.#before + rows);
    this.#before = read.read;
    this.#rows = 0;
    this.#ids = this.#expressions.ids.map(() => []);
    return read;
  }

  #batch(read: number): ReadBatch {
    const before = this.#before;
    const numbers = this.#numbers;
    const numberOf = (row: number): number => (numbers ? (numbers[row] as number) : before + row + 1);
    const { kept, rejects } = this.#sort(numberOf);
    const rows = kept?.length ?? this.#rows;
    let on: Int32Array | undefined;
    let until: Int32Array | undefined;
    const columns: Record<string, Column> = {};
    for (const { expression, codes } of this.#sources) {
      if (kept) keep(codes, kept);
      if (expression.role === 'day') on = (codes as Int32Array).subarray(0, rows);
      else if (expression.role === 'last-day') until = (codes as Int32Array).subarray(0, rows);
      else columns[expression.check] = asColumn(expression.column, codes, rows);
    }
    return {
      batch: { rows, ...(on ? { on } : {}), columns },
      rowNumbers: () =>
        Float64Array.from({ length: rows }, (_, row) => numberOf(kept ? (kept[row] as number) : row)),
      ...(until ? { until } : {}),
      ids: kept ? this.#ids.map((values) => Array.from(kept, (row) => values[row] ?? null)) : this.#ids,
      rejects,
      read,
      exact: numbers === undefined,
    };
  }

  /** Rows that are evaluated, if these are not all, and rows that cannot be. */
  #sort(numberOf: (row: number) => number): {
    kept: Uint32Array | undefined;
    rejects: readonly RejectedRow[];
  } {
    const rows = this.#rows;
    const taken = this.#condition?.codes as Uint8Array | undefined;
    const wrong = this.#sources.filter(({ anyWrong }) => anyWrong);
    const [first, last] = (['day', 'last-day'] as const).map(
      (role) =>
        this.#sources.find(({ expression }) => expression.role === role)?.codes as Int32Array | undefined,
    );
    /** A stretch that ends before it begins is none. */
    const backwards = (row: number): boolean =>
      first !== undefined && last !== undefined && (last[row] as number) < (first[row] as number);
    const anyBackwards = last?.subarray(0, rows).some((_, row) => backwards(row)) ?? false;
    const all =
      wrong.length === 0 && !anyBackwards && (taken === undefined || !taken.subarray(0, rows).includes(0));
    if (all) return { kept: undefined, rejects: [] };
    const kept = new Uint32Array(rows);
    const rejects: RejectedRow[] = [];
    let count = 0;
    for (let row = 0; row < rows; row++) {
      if (taken && taken[row] === 0) continue;
      const blamed = wrong.length === 0 ? undefined : wrong.find((source) => source.wrong(row) !== 0);
      if (blamed) {
        const { check, role } = blamed.expression;
        const failed = blamed.wrong(row) === FAILED ? 'row-expression-failed' : 'row-not-a-value';
        const code = role === 'day' || role === 'last-day' ? 'row-without-date' : failed;
        rejects.push({ row: numberOf(row), check, value: blamed.reason(row), code });
      } else if (anyBackwards && backwards(row)) {
        const [from, until] = [first, last].map((days) => formatDay(days?.[row] as number));
        const value = `${from} – ${until}`;
        rejects.push({ row: numberOf(row), check: 'on', value, code: 'row-without-date' });
      } else kept[count++] = row;
    }
    return { kept: kept.subarray(0, count), rejects };
  }

  #take(chunk: DuckDBDataChunk): void {
    const count = chunk.rowCount;
    const raw = rawOf(chunk);
    const known = new Map<number, readonly (string | null)[]>();
    const texts = (column: number): readonly (string | null)[] => {
      let found = known.get(column);
      if (!found) {
        found = chunk.getColumnValues(column).map((value) => (value === null ? null : String(value)));
        known.set(column, found);
      }
      return found;
    };
    this.#carriers.forEach((carrier, column) => {
      carrier.take(duckdb.data_chunk_get_vector(raw, column), count, this.#rows);
    });
    this.#alone.forEach((cells, index) => {
      const column = this.#carriers.length + index;
      cells.take(duckdb.data_chunk_get_vector(raw, column), count, this.#rows, () => texts(column));
    });
    for (const source of this.#sources) source.take(raw, texts, count, this.#rows);
    this.#ids.forEach((carried, index) => {
      for (const value of chunk.getColumnValues(this.#firstId + index)) carried.push(value);
    });
    if (this.#numbers) {
      const vector = duckdb.data_chunk_get_vector(raw, this.#firstId + this.#ids.length);
      const bytes = bytesIn(vector, count * 8, 8);
      const numbers = new BigInt64Array(bytes.buffer, bytes.byteOffset, count);
      for (let row = 0; row < count; row++) this.#numbers[this.#rows + row] = Number(numbers[row] as bigint);
    }
    this.#rows += count;
  }

  /** The chunks of a Parquet file, a part of the file at a time. */
  async *#parts(): AsyncGenerator<DuckDBDataChunk> {
    const { from, until = Number.POSITIVE_INFINITY, facts } = this.#options;
    const source = relation(this.#file, { parquet: ['file_row_number = true'] });
    const where = this.#filter ? [this.#filter.source] : [];
    const cuts = facts.cuts ?? [];
    for (let index = 1; index < cuts.length; index++) {
      const first = Math.max(from, cuts[index - 1] as number);
      const last = Math.min(until, cuts[index] as number);
      if (first >= last) continue;
      const range = `file_row_number >= ${first} AND file_row_number < ${last}`;
      const result = await this.#connections.rows.run(
        statementSql({ ...this.#statement, from: source, where: [range, ...where] }),
      );
      for (let each = 0; each < result.chunkCount; each++) {
        const chunk = result.getChunk(each);
        if (chunk.rowCount > 0) yield chunk;
      }
    }
  }

  /** The chunks of a file as DuckDB streams them. */
  async *#stream(): AsyncGenerator<DuckDBDataChunk> {
    const { from } = this.#options;
    // A text can always be read; a cell of another type may not be of it.
    const whole = this.#expressions.columns.flatMap(({ name, type }) => (type === 'VARCHAR' ? [] : [name]));
    const source = relation(this.#file, { whole });
    const statement = this.#filter
      ? statementSql({
          ...this.#statement,
          from: `(SELECT *, row_number() OVER () AS "anpo:row" FROM ${source})`,
          where: [`"anpo:row" > ${from}`, this.#filter.source],
        })
      : statementSql({ ...this.#statement, from: source });
    const skip = this.#filter || from === 0 ? '' : ` OFFSET ${from}`;
    const { rows } = this.#options.facts;
    const left = this.#filter || rows === undefined ? undefined : rows - from;
    yield* streamChunks(this.#connections.rows, this.#file, `${statement}${skip}`, left);
  }
}

const rawOf = (chunk: DuckDBDataChunk): DataChunk => (chunk as unknown as { chunk: DataChunk }).chunk;

/** Moves the rows that are kept together. */
function keep(codes: CodeStore, kept: Uint32Array): void {
  for (let index = 0; index < kept.length; index++) codes[index] = codes[kept[index] as number] as never;
}
