/**
 * Evaluates columns with WebAssembly SIMD. Rows go through in pieces: columns are packed into planes, planes run
 * through the kernel, and the findings of a piece stay as planes in memory until they are asked for.
 */
import { bindColumns } from '../../data/bind.ts';
import type { Batch, Column } from '../../data/column.ts';
import { latestStarts } from '../../data/dates.ts';
import { firstDouble, firstUnit } from '../../data/decimal.ts';
import type { Input, Plan } from '../../plan/plan.ts';
import { countBytes, type Evaluator, type Findings, type OutcomeCounts } from '../evaluator.ts';
import { type Arrangement, arrange, type Groups, type Segment } from './arrange.ts';
import { generateKernel } from './kernel.ts';
import { blocksFor, PAIR_BYTES, PLANE_BYTES, ROWS_PER_BLOCK, rowMask } from './layout.ts';
import { type Layout, layOut, SCRATCH_ADDRESS, STAGING_WIDTH } from './memory.ts';
import { generatePacking } from './packing.ts';
import { type CodeGroup, codeGroups, prepareDictionary } from './tables.ts';

export interface WasmOptions {
  /** Rows evaluated at a time; the findings of as many are held. */
  readonly rows?: number | undefined;
  /** Bytes for columns allocated in the evaluator's own memory, which are evaluated without being copied. */
  readonly columnBytes?: number | undefined;
  /** The most combinations of date class and group that one piece may hold; each may leave a block half empty. */
  readonly segments?: number | undefined;
  /** A kernel compiled before, for the same plan. */
  readonly compiled?: CompiledKernel | undefined;
}

/** What worker threads can share: it depends on the plan alone. */
export interface CompiledKernel {
  readonly kernel: WebAssembly.Module;
  readonly scratchBytes: number;
  readonly packing: WebAssembly.Module;
}

/** The findings of one piece of a batch, as planes. */
export interface Piece extends Findings {
  readonly firstRow: number;
  /** The counts of one output for each group that has rows. */
  countsByGroup(output: number, visit: (group: number, counts: OutcomeCounts) => void): void;
}

type Pack = (
  blocks: number,
  source: number,
  target: number,
  stride: number,
  ...rest: (number | bigint)[]
) => void;
type Run = (blocks: number, inputs: number, outputs: number, uniforms: number) => void;

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

export function compileKernel(plan: Plan): CompiledKernel {
  const { bytes, scratchBytes } = generateKernel(plan, SCRATCH_ADDRESS);
  return {
    kernel: new WebAssembly.Module(bytes),
    scratchBytes,
    packing: packingModule(),
  };
}

let packing: WebAssembly.Module | undefined;
function packingModule(): WebAssembly.Module {
  packing ??= new WebAssembly.Module(generatePacking());
  return packing;
}

export class WasmEvaluator implements Evaluator {
  readonly name = 'wasm';
  readonly plan: Plan;
  readonly memory: WebAssembly.Memory;
  readonly #layout: Layout;
  readonly #run: Run;
  readonly #pack: Readonly<Record<string, Pack>>;
  readonly #bytes: Uint8Array;
  readonly #groups: readonly CodeGroup[];
  readonly #inputsOf: readonly (readonly number[])[];
  readonly #segments: number;
  #allocated = 0;

  constructor(plan: Plan, options: WasmOptions = {}) {
    this.plan = plan;
    const compiled = options.compiled ?? compileKernel(plan);
    const { groups, bytes } = codeGroups(plan);
    this.#groups = groups;
    this.#segments = options.segments ?? plan.dates.count;
    const capacity = Math.max(1, blocksFor(options.rows ?? DEFAULT_ROWS)) + this.#segments;
    this.#layout = layOut(plan, compiled.scratchBytes, capacity, bytes, options.columnBytes ?? 0);
    const pages = this.#layout.bytes / 65_536;
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#bytes = new Uint8Array(this.memory.buffer);
    const imports = { host: { memory: this.memory } };
    this.#run = new WebAssembly.Instance(compiled.kernel, imports).exports.run as Run;
    this.#pack = new WebAssembly.Instance(compiled.packing, imports).exports as Record<string, Pack>;
    this.#inputsOf = plan.slots.map((_, slot) =>
      plan.inputs.flatMap((input, index) =>
        input.slot === slot && input.test.kind !== 'code' ? [index] : [],
      ),
    );
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
    return new Type(this.memory.buffer as ArrayBuffer, start, length) as never;
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
        this.#segment(batch, columns, from, to, arrangement, segment);
      }
      visit(this.#piece(from, to - from, arrangement));
      from = to;
    }
  }

  #segment(
    batch: Batch,
    columns: readonly (Column | undefined)[],
    from: number,
    to: number,
    arrangement: Arrangement,
    segment: Segment,
  ): void {
    const { plan } = this;
    const layout = this.#layout;
    const { dateClass } = segment;
    this.#writeTables(columns, dateClass);
    const rows = arrangement.order?.subarray(segment.firstRow, segment.firstRow + segment.rows);
    for (let block = 0; block < segment.blocks; block += layout.run) {
      const blocks = Math.min(layout.run, segment.blocks - block);
      const first = block * ROWS_PER_BLOCK;
      const count = Math.min(blocks * ROWS_PER_BLOCK, segment.rows - first);
      const source: RowSource = rows
        ? { rows: rows.subarray(first, first + count), offset: from, count }
        : { rows: undefined, offset: from + first, count };
      this.#packRun(batch, columns, source, blocks, to);
      this.#run(
        blocks,
        layout.planes,
        layout.outputs + (segment.firstBlock + block) * plan.outputs.length * PAIR_BYTES,
        layout.uniforms + dateClass * plan.uniforms.length * PAIR_BYTES,
      );
    }
  }

  #packRun(
    batch: Batch,
    columns: readonly (Column | undefined)[],
    source: RowSource,
    blocks: number,
    to: number,
  ): void {
    const { plan } = this;
    const stride = plan.inputs.length * PAIR_BYTES;
    columns.forEach((column, slot) => {
      const inputs = this.#inputsOf[slot] as readonly number[];
      if (!column) {
        for (const input of this.#allInputsOf(slot)) this.#fillUnknown(input, blocks);
        return;
      }
      if (column.kind === 'codes') {
        this.#packCodes(column, slot, source, blocks, stride, to);
        return;
      }
      const address = this.#stage(column, source, to);
      for (const input of inputs) {
        this.#packInput(plan.inputs[input] as Input, column, address, input, batch, source, blocks, stride);
      }
    });
  }

  #packInput(
    { test }: Input,
    column: Exclude<Column, { kind: 'codes' }>,
    address: number,
    input: number,
    batch: Batch,
    source: RowSource,
    blocks: number,
    stride: number,
  ): void {
    const target = this.#layout.planes + input * PAIR_BYTES;
    if (test.kind === 'yes') {
      if (column.kind === 'bits') {
        this.#pack.packBits?.(blocks, address, target, stride, this.#stageValidity(column, source));
      } else this.#pack.packYesNo?.(blocks, address, target, stride);
      return;
    }
    if (test.kind === 'elapsed') {
      const all = latestStarts(test.duration, batch.on as Int32Array, 0, batch.rows);
      const latest = this.#layout.staging + this.#layout.run * ROWS_PER_BLOCK * STAGING_WIDTH;
      copyRows(all, new Int32Array(this.memory.buffer as ArrayBuffer, latest, source.count), source);
      this.#pack.packElapsed?.(blocks, address, target, stride, latest);
      return;
    }
    if (test.kind !== 'at-least') return;
    switch (column.kind) {
      case 'int32':
        this.#packWhole(
          'packInt32',
          firstUnit(test.at, column.scale ?? 0),
          32n,
          address,
          target,
          blocks,
          stride,
        );
        break;
      case 'int64':
        this.#packWhole(
          'packInt64',
          firstUnit(test.at, column.scale ?? 0),
          64n,
          address,
          target,
          blocks,
          stride,
        );
        break;
      case 'float64':
        this.#pack.packFloat64?.(blocks, address, target, stride, firstDouble(test.at));
        break;
    }
  }

  /** Thresholds beyond the type are never or always reached; the smallest value itself stands for unknown. */
  #packWhole(
    pack: 'packInt32' | 'packInt64',
    first: bigint,
    width: bigint,
    address: number,
    target: number,
    blocks: number,
    stride: number,
  ): void {
    const smallest = -(1n << (width - 1n)) + 1n;
    const beyond = first > -smallest;
    const threshold = first < smallest || beyond ? smallest : first;
    this.#pack[pack]?.(blocks, address, target, stride, width === 32n ? Number(threshold) : threshold);
    if (!beyond) return;
    for (let block = 0; block < blocks; block++) {
      const pair = target + block * stride;
      this.#bytes.copyWithin(pair + PLANE_BYTES, pair, pair + PLANE_BYTES);
      this.#bytes.fill(0, pair, pair + PLANE_BYTES);
    }
  }

  #packCodes(
    column: Extract<Column, { kind: 'codes' }>,
    slot: number,
    source: RowSource,
    blocks: number,
    stride: number,
    to: number,
  ): void {
    const { tables, narrow } = prepareDictionary(this.plan, slot, column);
    let address: number;
    if (column.values instanceof Uint8Array && !narrow) address = this.#stage(column, source, to);
    else {
      address = this.#layout.staging;
      narrowRows(
        column.values,
        this.#bytes.subarray(address, address + source.count),
        source,
        narrow,
        column.dictionary.length,
      );
    }
    for (const group of this.#groups) {
      if (group.slot !== slot) continue;
      const [first = 0, ...others] = group.inputs;
      const base = this.#layout.planes + first * PAIR_BYTES;
      const offsets = [0, 1, 2].map((index) => {
        const input = others[index];
        return input === undefined ? undefined : (input - first) * PAIR_BYTES;
      });
      // Planes that the group does not need fall on the first input's, which is therefore written last.
      this.#pack[`packCodes${tables}`]?.(
        blocks,
        address,
        base,
        stride,
        this.#layout.tables + group.offset,
        offsets[0] ?? 0,
        offsets[1] ?? 0,
        offsets[2] ?? 0,
      );
    }
  }

  #allInputsOf(slot: number): readonly number[] {
    return this.plan.inputs.flatMap((input, index) => (input.slot === slot ? [index] : []));
  }

  #fillUnknown(input: number, blocks: number): void {
    const stride = this.plan.inputs.length * PAIR_BYTES;
    for (let block = 0; block < blocks; block++) {
      const pair = this.#layout.planes + input * PAIR_BYTES + block * stride;
      this.#bytes.fill(0, pair, pair + PAIR_BYTES);
    }
  }

  /** The address of the rows of a column: where they are, if they lie in this memory in their own order. */
  #stage(column: Column, source: RowSource, to: number): number {
    const { values } = column;
    if (column.kind === 'bits') return this.#stageBits(column.values, source, this.#layout.staging);
    if (!source.rows && values.buffer === this.memory.buffer && source.offset + source.count <= to) {
      return values.byteOffset + source.offset * values.BYTES_PER_ELEMENT;
    }
    const address = this.#layout.staging;
    const Type = values.constructor as new (
      buffer: ArrayBufferLike,
      offset: number,
      length: number,
    ) => typeof values;
    copyRows(values, new Type(this.memory.buffer, address, source.count), source);
    return address;
  }

  #stageValidity(column: Extract<Column, { kind: 'bits' }>, source: RowSource): number {
    const address = this.#layout.staging + this.#layout.run * ROWS_PER_BLOCK * STAGING_WIDTH;
    if (column.validity) return this.#stageBits(column.validity, source, address);
    this.#bytes.fill(255, address, address + Math.ceil(source.count / 8));
    return address;
  }

  #stageBits(bits: Uint8Array, source: RowSource, address: number): number {
    const { rows, offset, count } = source;
    if (!rows && (offset & 7) === 0) {
      this.#bytes.set(bits.subarray(offset >> 3, (offset + count + 7) >> 3), address);
      return address;
    }
    this.#bytes.fill(0, address, address + Math.ceil(count / 8));
    for (let index = 0; index < count; index++) {
      const row = offset + (rows ? (rows[index] as number) : index);
      const bit = ((bits[row >> 3] as number) >> (row & 7)) & 1;
      const at = address + (index >> 3);
      this.#bytes[at] = (this.#bytes[at] as number) | (bit << (index & 7));
    }
    return address;
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
      this.#pack.unpack?.(arrangement.blocks, unpacked, layout.outputs + output * PAIR_BYTES, stride);
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
    const countsByGroup = (output: number, visit: (group: number, counts: OutcomeCounts) => void): void => {
      for (const segment of arrangement.segments) {
        const applies = this.#count(segment, output, 0);
        const doesNotApply = this.#count(segment, output, 1);
        visit(segment.group, {
          applies,
          doesNotApply,
          undetermined: segment.rows - applies - doesNotApply,
        });
      }
    };
    return { firstRow, rows, bytes, counts, countsByGroup };
  }

  /** Ones of a plane within the rows of a segment: whole blocks at once, the last one under a mask. */
  #count(segment: Segment, output: number, plane: 0 | 1): number {
    const stride = this.plan.outputs.length * PAIR_BYTES;
    const start =
      this.#layout.outputs + segment.firstBlock * stride + output * PAIR_BYTES + plane * PLANE_BYTES;
    const whole = Math.floor(segment.rows / ROWS_PER_BLOCK);
    this.#pack.count?.(whole, this.#layout.counter, start, stride);
    let sum = Number(new DataView(this.memory.buffer).getBigUint64(this.#layout.counter, true));
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
