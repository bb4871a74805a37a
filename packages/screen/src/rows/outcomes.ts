/**
 * What an expression comes to, by the cells it reads. DuckDB is asked once for each combination of cells that was not
 * met before; every other row finds its outcome in a table.
 */

import { quoted } from '@anpo/columns/sql';
import { type DuckDBConnection, DuckDBDataChunk, DuckDBDateValue, type DuckDBValue } from '@duckdb/node-api';
import type { Cell, CellColumn } from './cells.ts';
import type { Expression, SourceColumn } from './expressions.ts';
import { ELSEWHERE, type Look, lookFunction, QUICK, SLOW } from './look.ts';
import { statementSql } from './statement.ts';
import { type CodeSource, type CodeStore, newStore } from './store.ts';

/** Bits of the combinations of cells that a table has room for, and those that may really occur. */
const MOST_BITS = 22;
const MOST_OUTCOMES = 1 << 18;
const UNSEEN = -1;
const ASKED = -2;
const ROWS_IN_CHUNK = 2048;

export class OutcomeTable implements CodeSource {
  readonly expression: Expression;
  readonly #columns: readonly CellColumn[];
  #versions: readonly number[] = [];
  /** By combination: its outcome. */
  #table = new Int32Array(0);
  /** By combination: its code where nothing is wrong, else {@link ELSEWHERE}. */
  #quick = new Int32Array(0);
  /** Absent where codes have more than 32 bits. */
  readonly #look: Look | undefined;
  /** By outcome: its code, what is wrong with it, and the value to blame. */
  #known: CodeStore;
  #bad = new Uint8Array(64);
  readonly #reasons = new Map<number, string>();
  /** By outcome, the cells that led to it. */
  readonly #cells: (readonly Cell[])[] = [];
  readonly #outcomes: Int32Array;
  anyWrong = false;
  readonly codes: CodeStore;

  constructor(expression: Expression, columns: readonly CellColumn[], rows: number) {
    this.expression = expression;
    this.#columns = columns;
    this.#known = newStore(expression.column.kind, 64);
    this.#outcomes = new Int32Array(rows);
    this.codes = newStore(expression.column.kind, rows);
    if (this.codes.BYTES_PER_ELEMENT <= 4) this.#look = lookFunction(columns.length);
  }

  /** The columns take the cells. */
  take(): void {}

  async find(connection: DuckDBConnection, rows: number): Promise<boolean> {
    const columns = this.#columns;
    for (;;) {
      if (columns.some(({ usable }) => !usable) || !this.#layOut()) return false;
      const found = this.#look?.(rows, columns, this.#quick, this.codes as Uint8Array | Int32Array) ?? SLOW;
      this.anyWrong = false;
      if (found === QUICK) return true;
      if (found === SLOW) break;
      for (const column of columns) column.widen(rows);
    }
    if (!this.#look) for (const column of columns) column.widen(rows);
    return this.#findSlowly(connection, rows);
  }

  /** Where cells were not met before, or something is wrong, rows find the numbers of their outcomes. */
  async #findSlowly(connection: DuckDBConnection, rows: number): Promise<boolean> {
    if (!this.#layOut()) return false;
    const [index, table] = [this.#outcomes.fill(0, 0, rows), this.#table];
    for (const { values, lane, offset, bits } of this.#columns) {
      const { start, stride, left, right, mask } = lane;
      for (let row = 0; row < rows; row++) {
        const value = (((values[start + row * stride] as number) << left) >> right) & mask;
        index[row] = ((index[row] as number) << bits) + value - offset;
      }
    }
    let unseen = 0;
    for (let row = 0; row < rows; row++) unseen |= table[index[row] as number] as number;
    if (unseen < 0 && !(await this.#learn(connection, index, rows))) return false;
    const [known, bad, into] = [this.#known, this.#bad, this.codes];
    let wrong = 0;
    for (let row = 0; row < rows; row++) {
      const outcome = table[index[row] as number] as number;
      index[row] = outcome;
      into[row] = known[outcome] as never;
      wrong |= bad[outcome] as number;
    }
    this.anyWrong = wrong !== 0;
    return true;
  }

  wrong(row: number): number {
    return this.#bad[this.#outcomes[row] as number] as number;
  }

  reason(row: number): string {
    return this.#reasons.get(this.#outcomes[row] as number) ?? '';
  }

  /** Makes the tables anew where columns have numbered their cells anew. */
  #layOut(): boolean {
    const columns = this.#columns;
    if (this.#table.length > 0 && columns.every(({ version }, index) => version === this.#versions[index]))
      return true;
    const bits = columns.reduce((sum, column) => sum + column.bits, 0);
    if (bits > MOST_BITS) return false;
    this.#versions = columns.map(({ version }) => version);
    this.#table = new Int32Array(1 << bits).fill(UNSEEN);
    if (this.#look) this.#quick = new Int32Array(1 << bits).fill(ELSEWHERE);
    this.#cells.forEach((cells, outcome) => {
      const place = columns.reduce(
        (sum, column, index) => (sum << column.bits) + column.numberOf(cells[index] as Cell),
        0,
      );
      this.#set(place, outcome);
    });
    return true;
  }

  #set(place: number, outcome: number): void {
    this.#table[place] = outcome;
    if (this.#look && this.#bad[outcome] === 0) this.#quick[place] = this.#known[outcome] as number;
  }

  async #learn(connection: DuckDBConnection, index: Int32Array, rows: number): Promise<boolean> {
    const table = this.#table;
    const places: number[] = [];
    const asked: (readonly Cell[])[] = [];
    for (let row = 0; row < rows; row++) {
      const place = index[row] as number;
      if (table[place] !== UNSEEN) continue;
      table[place] = ASKED;
      places.push(place);
      asked.push(this.#columns.map((column) => column.cell(row)));
    }
    const first = this.#cells.length;
    if (first + asked.length > MOST_OUTCOMES) return false;
    this.#makeRoom(first + asked.length);
    await fillTable(
      connection,
      this.#columns.map(({ column }) => column),
      asked,
    );
    const sql = statementSql({
      from: 'anpo_cells',
      cells: ['"anpo:number"'],
      expressions: [this.expression],
    });
    const result = await connection.runAndReadAll(sql);
    const [numbers, codes, bad, reasons] = result.getColumns() as [number[], unknown[], number[], unknown[]];
    numbers.forEach((number, row) => {
      const outcome = first + number;
      this.#known[outcome] = codes[row] as never;
      this.#bad[outcome] = bad[row] as number;
      this.#set(places[number] as number, outcome);
      if (bad[row] !== 0) this.#reasons.set(outcome, String(reasons[row] ?? ''));
    });
    for (const cells of asked) this.#cells.push(cells);
    return true;
  }

  #makeRoom(outcomes: number): void {
    if (outcomes <= this.#bad.length) return;
    const room = Math.max(outcomes, this.#bad.length * 2);
    const [known, bad] = [this.#known, this.#bad];
    this.#known = newStore(this.expression.column.kind, room);
    this.#known.set(known as never);
    this.#bad = new Uint8Array(room);
    this.#bad.set(bad);
  }
}

/** Puts cells where a statement finds them under the names and types of their columns. */
async function fillTable(
  connection: DuckDBConnection,
  columns: readonly SourceColumn[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const definitions = columns.map(({ name, type }) => `, ${quoted(name)} ${type}`).join('');
  await connection.run(`CREATE OR REPLACE TEMP TABLE anpo_cells ("anpo:number" INTEGER${definitions})`);
  const appender = await connection.createAppender('anpo_cells');
  for (let from = 0; from < rows.length; from += ROWS_IN_CHUNK) {
    const part = rows.slice(from, from + ROWS_IN_CHUNK);
    const types = Array.from({ length: columns.length + 1 }, (_, index) => appender.columnType(index));
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumnValues(
      0,
      part.map((_, index) => from + index),
    );
    columns.forEach(({ type }, index) => {
      chunk.setColumnValues(
        index + 1,
        part.map((cells) => duckdbValue(cells[index] as Cell, type)),
      );
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function duckdbValue(cell: Cell, type: string): DuckDBValue {
  if (cell === null || typeof cell === 'string') return cell;
  if (type === 'BOOLEAN') return cell !== 0;
  if (type === 'BIGINT') return BigInt(cell);
  return type === 'DATE' ? new DuckDBDateValue(cell) : cell;
}
