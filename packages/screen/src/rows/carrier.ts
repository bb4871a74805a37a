/**
 * Narrow columns without NULLs, taken together into one of 64 bits: fetching a column costs more than reading it. A
 * value that does not fit is made NULL, and a NULL makes the whole NULL; then the columns are read one by one. So no
 * value can reach into its neighbour's bits, whatever the file said of itself.
 */

import { quoted } from '@anpo/columns/sql';
import type { Vector } from '@duckdb/node-bindings';
import { bytesIn, type Cell, type CellColumn, type Lane, nullRows } from './cells.ts';
import type { SourceColumn } from './expressions.ts';
import { Span } from './span.ts';

const WORD = 32;

/** The type of DuckDB's that all values of a column fit in. */
export type Narrow = 'UTINYINT' | 'TINYINT' | 'USMALLINT' | 'SMALLINT';

const shapes: Readonly<Record<Narrow, { readonly bits: number; readonly least: number }>> = {
  UTINYINT: { bits: 8, least: 0 },
  TINYINT: { bits: 8, least: -128 },
  USMALLINT: { bits: 16, least: 0 },
  SMALLINT: { bits: 16, least: -32_768 },
};

/** The narrowest type for a range of whole numbers, if there is one. */
export function narrowest(least: number, most: number, smallest: 8 | 16 = 8): Narrow | undefined {
  return (Object.keys(shapes) as Narrow[]).find((type) => {
    const { bits, least: own } = shapes[type];
    return bits >= smallest && least >= own && most < own + 2 ** bits;
  });
}

export class Carrier {
  readonly columns: readonly LaneColumn[];
  /** SQL of the whole. */
  readonly sql: string;
  readonly #words: Int32Array;
  /** False once a NULL was met. */
  usable = true;

  private constructor(parts: readonly Part[], rows: number) {
    this.#words = new Int32Array(rows * 2);
    this.columns = parts.map((part) => new LaneColumn(part, this.#words));
    const bias = parts.reduce((sum, part) => sum + (BigInt(biasOf(part)) << BigInt(part.at)), 0n);
    const terms = parts.map(
      ({ column, narrow, at }) => `CAST(${narrowed(column, narrow)} AS BIGINT) * ${1n << BigInt(at)}`,
    );
    this.sql = `${terms.join(' + ')} + ${bias}`;
  }

  /** Packs columns that are narrow, as many together as fit. What is in no carrier must be read by itself. */
  static pack(
    columns: readonly SourceColumn[],
    narrow: ReadonlyMap<string, Narrow>,
    rows: number,
  ): readonly Carrier[] {
    const carriers: { parts: Part[]; used: [number, number] }[] = [];
    const fitting = columns
      .flatMap((column) => {
        // A type that is narrow enough needs no check.
        const found = narrow.get(column.name);
        const type = found && column.type in shapes ? (column.type as Narrow) : found;
        return type ? [{ column, narrow: type, bits: shapes[type].bits }] : [];
      })
      .sort((a, b) => b.bits - a.bits);
    for (const { column, narrow: type, bits } of fitting) {
      let carrier = carriers.find(({ used }) => used.some((each) => each + bits <= WORD));
      if (!carrier) {
        carrier = { parts: [], used: [0, 0] };
        carriers.push(carrier);
      }
      const half = carrier.used[0] + bits <= WORD ? 0 : 1;
      carrier.parts.push({ column, narrow: type, at: half * WORD + carrier.used[half] });
      carrier.used[half] += bits;
    }
    // One column alone gains nothing.
    return carriers.flatMap(({ parts }) => (parts.length < 2 ? [] : [new Carrier(parts, rows)]));
  }

  take(vector: Vector, count: number, at: number): void {
    if (nullRows(vector, count).length > 0) this.usable = false;
    const bytes = bytesIn(vector, count * 8, 4);
    this.#words.set(new Int32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, count * 2), at * 2);
  }
}

const narrowed = ({ name, type }: SourceColumn, narrow: Narrow): string =>
  type === narrow ? quoted(name) : `TRY_CAST(${quoted(name)} AS ${narrow})`;

interface Part {
  readonly column: SourceColumn;
  readonly narrow: Narrow;
  /** The lowest of its bits. */
  readonly at: number;
}

/** Values in the uppermost bits keep their sign; others count from nought, so that they take nothing from those above. */
const isUppermost = ({ narrow, at }: Part): boolean => at + shapes[narrow].bits === 2 * WORD;
const biasOf = (part: Part): number => (isUppermost(part) ? 0 : -shapes[part.narrow].least);

class LaneColumn implements CellColumn {
  readonly column: SourceColumn;
  readonly values: Int32Array;
  readonly lane: Lane;
  readonly #bias: number;
  readonly #span = new Span();
  version = 0;
  readonly usable = true;

  constructor(part: Part, words: Int32Array) {
    const { bits } = shapes[part.narrow];
    this.column = part.column;
    this.values = words;
    this.#bias = biasOf(part);
    this.lane = {
      start: part.at < WORD ? 0 : 1,
      stride: 2,
      left: WORD - (part.at % WORD) - bits,
      right: WORD - bits,
      mask: isUppermost(part) && shapes[part.narrow].least < 0 ? -1 : 2 ** bits - 1,
    };
  }

  get offset(): number {
    return this.#span.offset;
  }

  get bits(): number {
    return this.#span.bits;
  }

  take(): void {}

  complete(rows: number): void {
    if (this.bits === 0) this.widen(rows);
  }

  /** A value as it stands in its lane. */
  #at(row: number): number {
    const { start, stride, left, right, mask } = this.lane;
    return (((this.values[start + row * stride] as number) << left) >> right) & mask;
  }

  widen(rows: number): void {
    if (rows === 0) return;
    let [least, most] = [this.#at(0), this.#at(0)];
    for (let row = 1; row < rows; row++) {
      const value = this.#at(row);
      if (value < least) least = value;
      if (value > most) most = value;
    }
    // A lane is too narrow for values too far apart.
    if (this.#span.widen(least, most)) this.version++;
  }

  cell(row: number): Cell {
    return this.#at(row) - this.#bias;
  }

  numberOf(cell: Cell): number {
    return (cell as number) + this.#bias - this.offset;
  }
}
