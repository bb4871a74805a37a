/**
 * The cells of the columns that expressions read, as small numbers: whole numbers count from the least that was seen,
 * texts in the order in which they were seen. Number 0 is NULL. From these numbers an expression finds its outcome in
 * a table, so that a cell costs a few additions, however long the expression is.
 */
import duckdb, { type Vector } from '@duckdb/node-bindings';
import type { SourceColumn } from './expressions.ts';
import { bitsFor, Span } from './span.ts';

/** A cell as JavaScript has it: days as numbers, NULL as null. */
export type Cell = number | string | null;

/** Where values stand in words of 32 bits: in every `stride`th from `start` on, shifted left, then right, then masked. */
export interface Lane {
  readonly start: number;
  readonly stride: number;
  readonly left: number;
  readonly right: number;
  readonly mask: number;
}

const WHOLE_WORDS: Lane = { start: 0, stride: 1, left: 0, right: 0, mask: -1 };

export interface CellColumn {
  readonly column: SourceColumn;
  /** Where {@link lane} finds, for each row, the number of its cell plus `offset`. */
  readonly values: Int32Array;
  readonly lane: Lane;
  readonly offset: number;
  /** Numbers have at most so many bits, or the column must be widened. */
  readonly bits: number;
  /** Changes whenever numbers given earlier have become others, or `bits` has. */
  readonly version: number;
  /** False once there are too many different cells, or cells that cannot be numbered: nothing here holds any more. */
  readonly usable: boolean;
  /** Takes the cells of a chunk as rows from `at` on. `texts` gives them as texts, where they must be asked for. */
  take(vector: Vector, count: number, at: number, texts: () => readonly (string | null)[]): void;
  /** The rows that were taken are a batch; the next will be another. */
  complete(rows: number): void;
  /** Makes room for the numbers of the batch. */
  widen(rows: number): void;
  cell(row: number): Cell;
  /** The number of a cell that was seen. */
  numberOf(cell: Cell): number;
}

/** Different cells of a column that are numbered one by one. */
const MOST_CELLS = 1 << 16;

/** The numbering of a column, if there is one for its type. */
export function cellColumn(column: SourceColumn, rows: number): CellColumn | undefined {
  if (column.type === 'VARCHAR') return new TextColumn(column, rows);
  const width = widths[column.type];
  return width === undefined ? undefined : new WholeColumn(column, width, rows);
}

type Width = 'Int8' | 'Uint8' | 'Int16' | 'Uint16' | 'Int32' | 'Int64';
const widths: Readonly<Record<string, Width>> = {
  BOOLEAN: 'Uint8',
  TINYINT: 'Int8',
  UTINYINT: 'Uint8',
  SMALLINT: 'Int16',
  USMALLINT: 'Uint16',
  INTEGER: 'Int32',
  DATE: 'Int32',
  BIGINT: 'Int64',
};
const views = {
  Int8: Int8Array,
  Uint8: Uint8Array,
  Int16: Int16Array,
  Uint16: Uint16Array,
  Int32: Int32Array,
};
const bytesOf = { Int8: 1, Uint8: 1, Int16: 2, Uint16: 2, Int32: 4, Int64: 8 };

/** The rows of a vector that are NULL. */
export function nullRows(vector: Vector, count: number): readonly number[] {
  const validity = duckdb.vector_get_validity(vector, Math.ceil(count / 64) * 8) as Uint8Array | null;
  if (!validity) return [];
  const rows: number[] = [];
  for (let byte = 0; byte * 8 < count; byte++) {
    const bits = validity[byte] as number;
    if (bits === 255) continue;
    for (let row = byte * 8; row < Math.min(count, byte * 8 + 8); row++)
      if (((bits >> (row & 7)) & 1) === 0) rows.push(row);
  }
  return rows;
}

/** The memory of a vector, at an address that its type may stand at. */
export function bytesIn(vector: Vector, size: number, width: number): Uint8Array {
  const bytes = duckdb.vector_get_data(vector, size);
  return bytes.byteOffset % width === 0 ? bytes : Uint8Array.from(bytes);
}

class WholeColumn implements CellColumn {
  readonly column: SourceColumn;
  readonly values: Int32Array;
  readonly lane = WHOLE_WORDS;
  version = 0;
  usable = true;
  readonly #span = new Span();
  readonly #width: Width;
  /** Rows without a value in the batch that is being taken. */
  #nulls: number[] = [];
  #complete = false;
  /** A value was met that would have the number of NULL. */
  #metOffset = false;
  /** Values too far apart to be numbered by subtraction: their numbers, in the order in which they were seen. */
  #seen: Map<number, number> | undefined;
  /** The values by these numbers. */
  #names: readonly number[] | undefined;
  /** Of the numbers in {@link #seen}. */
  #seenBits = 0;

  constructor(column: SourceColumn, width: Width, rows: number) {
    this.column = column;
    this.#width = width;
    this.values = new Int32Array(rows);
  }

  get offset(): number {
    return this.#seen ? 0 : this.#span.offset;
  }

  get bits(): number {
    return this.#seen ? this.#seenBits : this.#span.bits;
  }

  take(vector: Vector, count: number, at: number): void {
    if (this.#complete) {
      this.#nulls = [];
      this.#complete = false;
    }
    const { values } = this;
    const width = bytesOf[this.#width];
    const bytes = bytesIn(vector, count * width, width);
    const nulls = nullRows(vector, count);
    for (const row of nulls) this.#nulls.push(at + row);
    if (this.#width === 'Int64') {
      const halves = new Int32Array(bytes.buffer, bytes.byteOffset, count * 2);
      const { offset } = this;
      let [beyond, met] = [0, false];
      for (let row = 0; row < count; row++) {
        const low = halves[row * 2] as number;
        beyond |= (halves[row * 2 + 1] as number) ^ (low >> 31);
        if (low === offset) met = true;
        values[at + row] = low;
      }
      if (met) this.#metOffset = true;
      // A NULL may hold anything.
      if (beyond !== 0 && this.#anyBeyond(halves, count, at)) this.usable = false;
    } else {
      const View = views[this.#width];
      const taken = new View(bytes.buffer as ArrayBuffer, bytes.byteOffset, count);
      values.set(taken, at);
      if (taken.includes(this.offset)) this.#metOffset = true;
    }
    for (const row of nulls) values[at + row] = this.offset;
  }

  #anyBeyond(halves: Int32Array, count: number, at: number): boolean {
    const nulls = this.#nulls;
    let next = nulls.length;
    while (next > 0 && (nulls[next - 1] as number) >= at) next--;
    for (let row = 0; row < count; row++) {
      if (nulls[next] === at + row) next++;
      else if (halves[row * 2 + 1] !== (halves[row * 2] as number) >> 31) return true;
    }
    return false;
  }

  complete(rows: number): void {
    this.#complete = true;
    if (this.#seen && this.usable) this.#number(this.#seen, rows);
    else if (this.bits === 0 || this.#metOffset) this.widen(rows);
    this.#metOffset = false;
  }

  widen(rows: number): void {
    const { values } = this;
    const nulls = this.#nulls;
    if (this.#seen || !this.usable || rows === nulls.length) return;
    // What stands in a row without a value must not widen the span.
    let first = 0;
    while (nulls[first] === first) first++;
    for (const row of nulls) values[row] = values[first] as number;
    let [least, most] = [values[first] as number, values[first] as number];
    for (let row = first; row < rows; row++) {
      const value = values[row] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const before = this.#span.values();
    const widened = this.#span.widen(least, most);
    if (widened) this.version++;
    if (widened === 'too far') {
      this.#seen = new Map(before.map((value, index) => [value, index + 1]));
      this.#number(this.#seen, rows);
    } else for (const row of nulls) values[row] = this.offset;
  }

  #number(seen: Map<number, number>, rows: number): void {
    const { values } = this;
    const nulls = this.#nulls;
    for (const row of nulls) values[row] = 0;
    let next = 0;
    let [last, lastId] = [Number.NaN, 0];
    for (let row = 0; row < rows; row++) {
      if (nulls[next] === row) {
        next++;
        continue;
      }
      const value = values[row] as number;
      if (value !== last) {
        let id = seen.get(value);
        if (id === undefined) {
          id = seen.size + 1;
          seen.set(value, id);
        }
        [last, lastId] = [value, id];
      }
      values[row] = lastId;
    }
    if (seen.size > MOST_CELLS) this.usable = false;
    this.#names = undefined;
    const bits = bitsFor(seen.size + 1);
    if (bits > this.#seenBits) {
      this.#seenBits = bits;
      this.version++;
    }
  }

  cell(row: number): Cell {
    const value = this.values[row] as number;
    if (!this.#seen) return value === this.offset ? null : value;
    if (value === 0) return null;
    this.#names ??= [...this.#seen.keys()];
    return this.#names[value - 1] as number;
  }

  numberOf(cell: Cell): number {
    if (cell === null) return 0;
    return this.#seen ? (this.#seen.get(cell as number) as number) : (cell as number) - this.offset;
  }
}

/** Texts up to this many bytes stand in the vector itself; of longer ones there is a pointer. */
const SHORT = 12;
const TEXT_WORDS = 4;

class TextColumn implements CellColumn {
  readonly column: SourceColumn;
  readonly values: Int32Array;
  readonly lane = WHOLE_WORDS;
  readonly offset = 0;
  bits = 0;
  version = 0;
  usable = true;
  /** Short texts by their bytes: open addressing over the four words that a text is in a vector. */
  #words = new Int32Array(1024 * TEXT_WORDS);
  #slots = new Int32Array(1024);
  /** By number less one. */
  readonly #texts: string[] = [];
  readonly #byText = new Map<string, number>();

  constructor(column: SourceColumn, rows: number) {
    this.column = column;
    this.values = new Int32Array(rows);
  }

  take(vector: Vector, count: number, at: number, texts: () => readonly (string | null)[]): void {
    if (!this.usable) return;
    const bytes = bytesIn(vector, count * TEXT_WORDS * 4, 4);
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, count * TEXT_WORDS);
    const nulls = nullRows(vector, count);
    let next = 0;
    for (let row = 0; row < count && this.usable; row++) {
      if (nulls[next] === row) {
        next++;
        this.values[at + row] = 0;
      } else this.values[at + row] = this.#id(words, row, texts);
    }
  }

  #id(words: Int32Array, row: number, texts: () => readonly (string | null)[]): number {
    const from = row * TEXT_WORDS;
    // Longer texts are compared as a whole.
    if ((words[from] as number) > SHORT) return this.#idOf(texts()[row] as string);
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let word = 0; word < TEXT_WORDS; word++)
      hash = Math.imul(hash ^ (words[from + word] as number), 0x9e37_79b1) ^ (hash >>> 15);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id === 0) {
        const made = this.#idOf(texts()[row] as string);
        this.#slots[slot] = made;
        this.#words.set(words.subarray(from, from + TEXT_WORDS), slot * TEXT_WORDS);
        if (this.#texts.length * 2 > this.#slots.length) this.#grow();
        return made;
      }
      const known = slot * TEXT_WORDS;
      if (
        this.#words[known] === words[from] &&
        this.#words[known + 1] === words[from + 1] &&
        this.#words[known + 2] === words[from + 2] &&
        this.#words[known + 3] === words[from + 3]
      )
        return id;
    }
  }

  #idOf(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.push(text);
    this.#byText.set(text, id);
    if (id > MOST_CELLS) this.usable = false;
    return id;
  }

  /** Forgets where texts stood: each is found again by its whole text the next time it is met. */
  #grow(): void {
    this.#words = new Int32Array(this.#words.length * 2);
    this.#slots = new Int32Array(this.#slots.length * 2);
  }

  complete(): void {
    const bits = bitsFor(this.#texts.length + 1);
    if (bits <= this.bits) return;
    this.bits = bits;
    this.version++;
  }

  widen(): void {}

  cell(row: number): Cell {
    const id = this.values[row] as number;
    return id === 0 ? null : (this.#texts[id - 1] as string);
  }

  numberOf(cell: Cell): number {
    return cell === null ? 0 : (this.#byText.get(cell as string) as number);
  }
}
