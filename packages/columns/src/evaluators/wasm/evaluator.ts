/**
 * Evaluates columns with WebAssembly SIMD. Rows go through in pieces: columns are packed into planes, planes run
 * through the kernel, and the findings of a piece stay as planes in memory until they are asked for.
 */
import { bindColumns } from '../../data/bind.ts';
import type { Batch, Column } from '../../data/column.ts';
import { latestStarts } from '../../data/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { countBytes, type Evaluator, type Findings, type OutcomeCounts } from '../evaluator.ts';
import { type Arrangement, arrange, type Groups, type Segment } from './arrange.ts';
import { ModuleEncoder } from './encoder.ts';
import { generateFused, type SlotShape } from './fused.ts';
import { addKernel } from './kernel.ts';
import { blocksFor, PAIR_BYTES, PLANE_BYTES, ROWS_PER_BLOCK, rowMask } from './layout.ts';
import { type Layout, layOut, SCRATCH_ADDRESS } from './memory.ts';
import { generateReading } from './packing.ts';
import { type CodeGroup, codeGroups, prepareDictionary } from './tables.ts';

export interface WasmOptions {
  /** Rows evaluated at a time; the findings of as many are held. */
  readonly rows?: number | undefined;
  /** Bytes for columns allocated in the evaluator's own memory, which are evaluated without being copied. */
  readonly columnBytes?: number | undefined;
  /** The most combinations of date class and group that one piece may hold; each may leave a block half empty. */
  readonly segments?: number | undefined;
}

/** The findings of one piece of a batch, as planes. */
export interface Piece extends Findings {
  readonly firstRow: number;
  /**
   * Counts some outputs in all groups: `visit` gets, for rows of one group, how many they are and for each output in
   * turn to how many it applies and to how many it does not. A group may come several times.
   */
  tally(outputs: readonly number[], visit: (group: number, rows: number, counts: Int32Array) => void): void;
}

type Run = (blocks: number, outputs: number, uniforms: number) => void;
type Read = (blocks: number, target: number, source: number, stride: number) => void;

const DEFAULT_ROWS = 65_536;

/** True where the runtime has 128-bit SIMD. */
export function hasSimd(): boolean {
  if (typeof WebAssembly === 'undefined') return false;
  // A function that makes a vector and drops it.
  return WebAssembly.validate(
    Uint8Array.of(
      0,
      97,
      115,
      109,
      1,
      0,
      0,
      0,
      1,
      4,
      1,
      96,
      0,
      0,
      3,
      2,
      1,
      0,
      10,
      9,
      1,
      7,
      0,
      65,
      0,
      253,
      15,
      26,
      11,
    ),
  );
}

let readingModule: WebAssembly.Module | undefined;

export class WasmEvaluator implements Evaluator {
  readonly name = 'wasm';
  readonly plan: Plan;
  readonly #memory: WebAssembly.Memory;
  readonly #layout: Layout;
  readonly #read: Readonly<Record<'unpack' | 'count', Read> & { tally: (...numbers: number[]) => void }>;
  /** By the shape of the columns: programs that give them alike compile once. */
  readonly #runs = new Map<string, Run>();
  readonly #bytes: Uint8Array;
  readonly #groups: readonly CodeGroup[];
  readonly #segments: number;
  #allocated = 0;

  constructor(plan: Plan, options: WasmOptions = {}) {
    this.plan = plan;
    const { scratchBytes } = addKernel(plan, SCRATCH_ADDRESS, new ModuleEncoder());
    const { groups, bytes } = codeGroups(plan);
    this.#groups = groups;
    this.#segments = options.segments ?? plan.dates.count;
    const capacity = Math.max(1, blocksFor(options.rows ?? DEFAULT_ROWS)) + this.#segments;
    this.#layout = layOut(plan, scratchBytes, capacity, bytes, options.columnBytes ?? 0);
    const pages = this.#layout.bytes / 65_536;
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#bytes = new Uint8Array(this.#memory.buffer);
    readingModule ??= new WebAssembly.Module(generateReading());
    this.#read = new WebAssembly.Instance(readingModule, { host: { memory: this.#memory } }).exports as never;
    this.#writeUniforms();
  }

  /** Rows that one piece holds. */
  get rowsInPiece(): number {
    return (this.#layout.capacity - this.#segments) * ROWS_PER_BLOCK;
  }

  /** A column in the evaluator's own memory. */
  allocate<T extends 'Uint8' | 'Int32' | 'Float64' | 'BigInt64'>(
    type: T,
    length: number,
  ): { Uint8: Uint8Array; Int32: Int32Array; Float64: Float64Array; BigInt64: BigInt64Array }[T] {
    const Type = { Uint8: Uint8Array, Int32: Int32Array, Float64: Float64Array, BigInt64: BigInt64Array }[
      type
    ];
    const size = blocksFor(length) * ROWS_PER_BLOCK * Type.BYTES_PER_ELEMENT;
    if (this.#allocated + size > this.#layout.ownBytes)
      throw new RangeError('columnBytes is too small for these columns');
    const start = this.#layout.own + this.#allocated;
    this.#allocated += size;
    return new Type(this.#memory.buffer as ArrayBuffer, start, length) as never;
  }

  evaluate(batch: Batch): Findings {
    const results = this.plan.outputs.map(() => new Uint8Array(batch.rows));
    let whole: Piece | undefined;
    this.process(batch, (piece) => {
      if (piece.rows === batch.rows) whole = piece;
      else results.forEach((result, output) => void result.set(piece.bytes(output), piece.firstRow));
    });
    if (whole) return whole;
    return {
      rows: batch.rows,
      bytes: (output) => results[output] as Uint8Array,
      counts: (output) => countBytes(results[output] as Uint8Array),
    };
  }

  /** Evaluates a batch of any length piece by piece. The findings of a piece hold until `visit` returns. */
  process(batch: Batch, visit: (piece: Piece) => void, groups?: Groups): void {
    const columns = bindColumns(this.plan, batch);
    let size = this.rowsInPiece;
    for (let from = 0; from < batch.rows; ) {
      const to = Math.min(from + size, batch.rows);
      const arrangement = arrange(this.plan, batch, from, to, groups);
      if (arrangement.blocks > this.#layout.capacity) {
        // Many date classes or groups leave many blocks half empty: fewer rows at a time have fewer of them.
        size = Math.ceil((to - from) / 2);
        continue;
      }
      for (const segment of arrangement.segments) {
        this.#segment(batch, columns, from, arrangement, segment);
      }
      visit(this.#piece(from, to - from, arrangement));
      from = to;
    }
  }

  #segment(
    batch: Batch,
    columns: readonly (Column | undefined)[],
    from: number,
    arrangement: Arrangement,
    segment: Segment,
  ): void {
    const { plan } = this;
    const layout = this.#layout;
    const { dateClass } = segment;
    this.#writeTables(columns, dateClass);
    const run = this.#runFor(columns);
    const rows = arrangement.order?.subarray(segment.firstRow, segment.firstRow + segment.rows);
    const inPlace = !rows && this.#inPlace(columns);
    const blocksInRun = inPlace ? segment.blocks : layout.run;
    for (let block = 0; block < segment.blocks; block += blocksInRun) {
      const blocks = Math.min(blocksInRun, segment.blocks - block);
      const first = block * ROWS_PER_BLOCK;
      const count = Math.min(blocks * ROWS_PER_BLOCK, segment.rows - first);
      const source: RowSource = rows
        ? { rows: rows.subarray(first, first + count), offset: from, count }
        : { rows: undefined, offset: from + first, count };
      columns.forEach((column, slot) => {
        if (column) this.#stage(column, slot, source, inPlace, batch);
      });
      run(
        blocks,
        layout.outputs + (segment.firstBlock + block) * plan.outputs.length * PAIR_BYTES,
        layout.uniforms + dateClass * plan.uniforms.length * PAIR_BYTES,
      );
    }
  }

  /** The compiled module for columns of these shapes. */
  #runFor(columns: readonly (Column | undefined)[]): Run {
    const shapes = columns.map((column, slot): SlotShape => {
      if (!column) return undefined;
      if (column.kind === 'codes') {
        return { kind: 'codes', tables: prepareDictionary(this.plan, slot, column).tables };
      }
      return { kind: column.kind, scale: 'scale' in column ? (column.scale ?? 0) : 0 };
    });
    const key = JSON.stringify(shapes);
    let run = this.#runs.get(key);
    if (!run) {
      const module = new WebAssembly.Module(generateFused(this.plan, shapes, this.#groups, this.#layout));
      run = new WebAssembly.Instance(module, { host: { memory: this.#memory } }).exports.run as Run;
      this.#runs.set(key, run);
    }
    // Planes of slots without a column are not written: nobody must have left anything there.
    const { planes, chunk } = this.#layout;
    if (this.#lastRun !== run)
      this.#bytes.fill(0, planes, planes + chunk * this.plan.inputs.length * PAIR_BYTES);
    this.#lastRun = run;
    return run;
  }

  #lastRun: Run | undefined;

  /** True where all columns can be read where they are, block after block. */
  #inPlace(columns: readonly (Column | undefined)[]): boolean {
    return (
      this.plan.inputs.every(({ test }) => test.kind !== 'elapsed') &&
      columns.every(
        (column, slot) =>
          !column ||
          (column.kind !== 'bits' &&
            column.values.buffer === this.#memory.buffer &&
            !this.#isNarrowed(column, slot)),
      )
    );
  }

  /** Positions in a dictionary that must be made bytes first. */
  #isNarrowed(column: Column, slot: number): boolean {
    if (column.kind !== 'codes') return false;
    return (
      !(column.values instanceof Uint8Array) ||
      prepareDictionary(this.plan, slot, column).narrow !== undefined
    );
  }

  /** Brings the rows of a column to where the module finds them, and points at them. */
  #stage(column: Column, slot: number, source: RowSource, inPlace: boolean, batch: Batch): void {
    const { plan } = this;
    const { values } = column;
    if (inPlace) {
      this.#point(slot, values.byteOffset + source.offset * values.BYTES_PER_ELEMENT);
      return;
    }
    const address = this.#staging(slot);
    this.#point(slot, address);
    if (column.kind === 'bits') {
      this.#stageBits(column.values, source, address);
      plan.inputs.forEach((input, index) => {
        if (input.slot !== slot) return;
        const second = this.#staging(plan.slots.length + index);
        this.#point(plan.slots.length + index, second);
        if (column.validity) this.#stageBits(column.validity, source, second);
        else this.#bytes.fill(255, second, second + Math.ceil(source.count / 8));
      });
      return;
    }
    if (column.kind === 'codes' && this.#isNarrowed(column, slot)) {
      const { narrow } = prepareDictionary(plan, slot, column);
      const target = this.#bytes.subarray(address, address + source.count);
      narrowRows(column.values, target, source, narrow, column.dictionary.length);
      return;
    }
    const Type = values.constructor as new (
      buffer: ArrayBufferLike,
      offset: number,
      length: number,
    ) => typeof values;
    copyRows(values, new Type(this.#memory.buffer, address, source.count), source);
    plan.inputs.forEach(({ slot: own, test }, index) => {
      if (own !== slot || test.kind !== 'elapsed') return;
      const second = this.#staging(plan.slots.length + index);
      this.#point(plan.slots.length + index, second);
      const days = new Int32Array(this.#memory.buffer, second, source.count);
      copyRows(batch.on as Int32Array, days, source);
      days.set(latestStarts(test.duration, days, 0, source.count));
    });
  }

  #staging(stretch: number): number {
    return this.#layout.staging + stretch * this.#layout.stretch;
  }

  #point(pointer: number, address: number): void {
    new Int32Array(this.#memory.buffer, this.#layout.pointers + pointer * 4, 1)[0] = address;
  }

  #stageBits(bits: Uint8Array, source: RowSource, address: number): void {
    const { rows, offset, count } = source;
    if (!rows && (offset & 7) === 0) {
      this.#bytes.set(bits.subarray(offset >> 3, (offset + count + 7) >> 3), address);
      return;
    }
    this.#bytes.fill(0, address, address + Math.ceil(count / 8));
    for (let index = 0; index < count; index++) {
      const row = offset + (rows ? (rows[index] as number) : index);
      const bit = ((bits[row >> 3] as number) >> (row & 7)) & 1;
      const at = address + (index >> 3);
      this.#bytes[at] = (this.#bytes[at] as number) | (bit << (index & 7));
    }
  }

  #writeUniforms(): void {
    const { uniforms, dates } = this.plan;
    for (let dateClass = 0; dateClass < dates.count; dateClass++) {
      uniforms.forEach((digits, index) => {
        const pair = this.#layout.uniforms + (dateClass * uniforms.length + index) * PAIR_BYTES;
        this.#bytes.fill(digits[dateClass] === '1' ? 255 : 0, pair, pair + PLANE_BYTES);
        this.#bytes.fill(digits[dateClass] === '0' ? 255 : 0, pair + PLANE_BYTES, pair + PAIR_BYTES);
      });
    }
  }

  #writeTables(columns: readonly (Column | undefined)[], dateClass: number): void {
    for (const group of this.#groups) {
      const column = columns[group.slot];
      if (column?.kind !== 'codes') continue;
      const table = prepareDictionary(this.plan, group.slot, column).table(group, dateClass);
      this.#bytes.set(table, this.#layout.tables + group.offset);
    }
  }

  #piece(firstRow: number, rows: number, arrangement: Arrangement): Piece {
    const layout = this.#layout;
    const stride = this.plan.outputs.length * PAIR_BYTES;
    const bytes = (output: number): Uint8Array => {
      const { unpacked } = layout;
      this.#read.unpack(arrangement.blocks, unpacked, layout.outputs + output * PAIR_BYTES, stride);
      const { positions } = arrangement;
      if (!positions) return this.#bytes.slice(unpacked, unpacked + rows);
      const result = new Uint8Array(rows);
      for (let row = 0; row < rows; row++)
        result[row] = this.#bytes[unpacked + (positions[row] as number)] as number;
      return result;
    };
    const counts = (output: number): OutcomeCounts => {
      let [applies, doesNotApply] = [0, 0];
      for (const segment of arrangement.segments) {
        applies += this.#count(segment, output, 0);
        doesNotApply += this.#count(segment, output, 1);
      }
      return { applies, doesNotApply, undetermined: rows - applies - doesNotApply };
    };
    const tally: Piece['tally'] = (outputs, visit) => {
      const mask = layout.tally;
      const list = new Int32Array(this.#memory.buffer, mask + PLANE_BYTES, outputs.length * 2);
      outputs.forEach((output, index) => {
        list[index * 2] = output * PAIR_BYTES;
        list[index * 2 + 1] = output * PAIR_BYTES + PLANE_BYTES;
      });
      const counts = new Int32Array(this.#memory.buffer, list.byteOffset + list.byteLength, list.length);
      for (const segment of arrangement.segments) {
        const whole = Math.floor(segment.rows / ROWS_PER_BLOCK);
        this.#bytes.set(rowMask(segment.rows - whole * ROWS_PER_BLOCK), mask);
        const start = layout.outputs + segment.firstBlock * stride;
        this.#read.tally(whole, list.byteOffset, list.length, start, stride, counts.byteOffset, mask);
        visit(segment.group, segment.rows, counts);
      }
    };
    return { firstRow, rows, bytes, counts, tally };
  }

  /** Ones of a plane within the rows of a segment: whole blocks at once, the last one under a mask. */
  #count(segment: Segment, output: number, plane: 0 | 1): number {
    const stride = this.plan.outputs.length * PAIR_BYTES;
    const start =
      this.#layout.outputs + segment.firstBlock * stride + output * PAIR_BYTES + plane * PLANE_BYTES;
    const whole = Math.floor(segment.rows / ROWS_PER_BLOCK);
    this.#read.count(whole, this.#layout.counter, start, stride);
    let sum = Number(new DataView(this.#memory.buffer).getBigUint64(this.#layout.counter, true));
    const rest = segment.rows - whole * ROWS_PER_BLOCK;
    if (rest > 0) {
      rowMask(rest).forEach((mask, index) => {
        sum += bitCount((this.#bytes[start + whole * stride + index] as number) & mask);
      });
    }
    return sum;
  }
}

/** The rows that a run takes: consecutive from `offset`, or those listed, counted from `offset`. */
interface RowSource {
  readonly rows: Uint32Array | undefined;
  readonly offset: number;
  readonly count: number;
}

type Values = Column['values'];

function copyRows(values: Values, target: Values, { rows, offset, count }: RowSource): void {
  if (!rows) {
    (target as Uint8Array).set(values.subarray(offset, offset + count) as Uint8Array);
    return;
  }
  for (let index = 0; index < count; index++)
    target[index] = values[offset + (rows[index] as number)] as never;
}

function narrowRows(
  values: Uint8Array | Uint16Array | Int32Array,
  target: Uint8Array,
  { rows, offset, count }: RowSource,
  narrow: Uint8Array | undefined,
  length: number,
): void {
  for (let index = 0; index < count; index++) {
    const position = values[offset + (rows ? (rows[index] as number) : index)] as number;
    target[index] =
      position < 0 || position >= length ? 255 : narrow ? (narrow[position] as number) : position;
  }
}

function bitCount(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}
