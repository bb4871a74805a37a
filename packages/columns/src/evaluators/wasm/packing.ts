/**
 * Generates the functions that turn columns into planes, 128 rows at a time and without a branch on a value.
 * Every function takes `(blocks, source, target, stride, …)`: `target` is where the pair of planes of the first
 * block goes, `stride` the distance to the next block's.
 */
import { FunctionBody, I32, ModuleEncoder, op, simd, V128 } from './encoder.ts';

const BLOCKS = 0;
const SOURCE = 1;
const TARGET = 2;
const STRIDE = 3;
const I64 = 0x7e;
const F64 = 0x7c;

/** Codes for which a table lookup is generated: tables of sixteen codes each. */
export const MOST_TABLES = 16;
/** Tests in a byte with one bit that says for all of them whether the cell is known. */
export const MOST_SHARED = 7;
/** Tests in a byte with a pair of bits each. */
export const MOST_PAIRS = 4;

const packers = {
  yesNo: { parameters: [I32, I32, I32, I32], body: () => packYesNo() },
  bits: { parameters: [I32, I32, I32, I32, I32], body: () => packBits() },
  elapsed: { parameters: [I32, I32, I32, I32, I32], body: () => packElapsed() },
} as const;

const numberTypes = { int32: I32, int64: I64, float64: F64 } as const;
export type NumberKind = keyof typeof numberTypes;

/** `codes` with its tables, `shared` with its tables and tests, a kind of number with its tests. */
export type Packer =
  | keyof typeof packers
  | `codes${number}`
  | `shared${number}x${number}`
  | `${NumberKind}x${number}`;

/** Adds packing functions to a module as they are asked for, each once. */
export class PackingFunctions {
  readonly #module: ModuleEncoder;
  readonly #indexes = new Map<Packer, number>();

  constructor(module: ModuleEncoder) {
    this.#module = module;
  }

  index(packer: Packer): number {
    let index = this.#indexes.get(packer);
    if (index === undefined) {
      index = this.#add(packer);
      this.#indexes.set(packer, index);
    }
    return index;
  }

  #add(packer: Packer): number {
    if (Object.hasOwn(packers, packer)) {
      const { parameters, body } = packers[packer as keyof typeof packers];
      return this.#module.add(parameters, body());
    }
    const [name = '', tests] = packer.split('x');
    const count = Number(tests);
    const offsets = new Array<number>(tests === undefined ? 0 : count - 1).fill(I32);
    if (Object.hasOwn(numberTypes, name)) {
      const type = numberTypes[name as NumberKind];
      return this.#module.add(
        [I32, I32, I32, I32, ...offsets, ...new Array<number>(count).fill(type)],
        packAtLeast(type, count),
      );
    }
    const tables = Number(name.replace(/^\D+/, ''));
    if (tests !== undefined) {
      return this.#module.add([I32, I32, I32, I32, I32, ...offsets], packShared(tables, count));
    }
    return this.#module.add([I32, I32, I32, I32, I32, I32, I32, I32], packCodes(tables));
  }
}

/** The functions that read findings: planes to bytes, and counting. */
export function generateReading(): Uint8Array<ArrayBuffer> {
  const module = new ModuleEncoder();
  module.add([I32, I32, I32, I32], unpack(), 'unpack');
  module.add([I32, I32, I32, I32], countPlane(), 'count');
  module.add([I32, I32, I32, I32, I32, I32, I32], tally(), 'tally');
  return module.encode();
}

/** The loop over blocks around a body; `bytes` is what a block takes of the source. */
function overBlocks(body: FunctionBody, bytes: number, write: () => void): FunctionBody {
  return body.repeat(BLOCKS, () => {
    write();
    body.advance(SOURCE, bytes);
    body.get(TARGET).get(STRIDE).op(op.i32Add).set(TARGET);
  });
}

/** Stores `known-false = not known-true and valid`, both planes. */
function storePair(body: FunctionBody, isTrue: number, valid: number): void {
  body.get(TARGET).get(isTrue).store(0);
  body.get(TARGET).get(valid).get(isTrue).simd(simd.andnot).store(16);
}

/** Bytes 0 no, 1 yes, anything above unknown. Four vectors share a byte, two bits each; then bits are parted. */
function packYesNo(): FunctionBody {
  const body = new FunctionBody(4);
  const [even, odd, isTrue, unknown] = [0, 1, 2, 3].map(() => body.local(V128)) as [
    number,
    number,
    number,
    number,
  ];
  const gather = (first: number): void => {
    for (let index = 0; index < 4; index++) {
      body
        .get(SOURCE)
        .load((first + 2 * index) * 16)
        .bytes(2)
        .simd(simd.i8x16MinU);
      if (index > 0) body.shift(simd.i16x8Shl, 2 * index).simd(simd.or);
    }
  };
  return overBlocks(body, 128, () => {
    gather(0);
    body.set(even);
    gather(1);
    body.set(odd);
    body.get(even).bytes(0x55).simd(simd.and);
    body.get(odd).bytes(0x55).simd(simd.and).shift(simd.i16x8Shl, 1).simd(simd.or).set(isTrue);
    body.get(even).shift(simd.i16x8ShrU, 1).bytes(0x55).simd(simd.and);
    body.get(odd).bytes(0xaa).simd(simd.and).simd(simd.or).set(unknown);
    body.get(TARGET).get(isTrue).store(0);
    body.get(TARGET).get(isTrue).get(unknown).simd(simd.or).simd(simd.not).store(16);
  });
}

/** Arrow's bitmaps: values at `source`, validity at the fifth parameter, least significant bit first. */
function packBits(): FunctionBody {
  const body = new FunctionBody(5);
  const VALIDITY = 4;
  const vector = body.local(V128);
  const swap = body.local(V128);
  const isTrue = body.local(V128);
  const valid = body.local(V128);
  /** Transposes the 8 × 16 bits of a block from rows in sequence to the kernel's order. */
  const transpose = (source: number, target: number): void => {
    body.get(source).load(0).tee(vector).get(vector);
    body.shuffle([0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15]).set(vector);
    for (const [shift, mask] of [
      [7, [0xaa, 0x00, 0xaa, 0x00, 0xaa, 0x00, 0xaa, 0x00]],
      [14, [0xcc, 0xcc, 0x00, 0x00, 0xcc, 0xcc, 0x00, 0x00]],
      [28, [0xf0, 0xf0, 0xf0, 0xf0, 0x00, 0x00, 0x00, 0x00]],
    ] as const) {
      body.get(vector).get(vector).shift(simd.i64x2ShrU, shift).simd(simd.xor);
      body
        .vector([...mask, ...mask])
        .simd(simd.and)
        .set(swap);
      body.get(vector).get(swap).simd(simd.xor);
      body.get(swap).shift(simd.i64x2Shl, shift).simd(simd.xor).set(vector);
    }
    body.get(vector).set(target);
  };
  return overBlocks(body, 16, () => {
    transpose(SOURCE, isTrue);
    transpose(VALIDITY, valid);
    body.get(isTrue).get(valid).simd(simd.and).set(isTrue);
    storePair(body, isTrue, valid);
    body.advance(VALIDITY, 16);
  });
}

/**
 * Codes looked up in a table of `tables * 16` bytes at the fourth parameter. The eight bits of an entry are the
 * planes of four inputs, which lie at offsets from the block's first plane.
 * Parameters: blocks, source, target, stride, table, and the offsets of the second, third and fourth input.
 */
function packCodes(tables: number): FunctionBody {
  const body = new FunctionBody(8);
  const TABLE = 4;
  const targets = [undefined, 5, 6, 7];
  const code = body.local(V128);
  const swap = body.local(V128);
  const rows = Array.from({ length: 8 }, () => body.local(V128));
  return overBlocks(body, 128, () => {
    for (let row = 0; row < 8; row++) {
      body
        .get(SOURCE)
        .load(row * 16)
        .set(code);
      for (let table = 0; table < tables; table++) {
        // swizzle answers 0 for codes outside its sixteen, which is what a code of another table needs.
        body
          .get(TABLE)
          .load(table * 16)
          .get(code);
        if (table > 0) body.bytes(table * 16).simd(simd.i8x16Sub);
        body.simd(simd.swizzle);
        if (table > 0) body.simd(simd.or);
      }
      body.set(rows[row] as number);
    }
    transposeBytes(body, rows, swap);
    // Unused inputs are given the offset 0, where the first input's planes follow.
    for (const input of [3, 2, 1, 0]) {
      const offset = targets[input];
      for (const plane of [0, 1]) {
        body.get(TARGET);
        if (offset !== undefined) body.get(offset).op(op.i32Add);
        body.get(rows[input * 2 + plane] as number).store(plane * 16);
      }
    }
  });
}

/**
 * Codes of which an entry has the bit of being known and up to seven tests.
 * Parameters: blocks, source, target, stride, table, and the offsets of all tests but the first.
 */
function packShared(tables: number, tests: number): FunctionBody {
  const body = new FunctionBody(5 + tests - 1);
  const TABLE = 4;
  const code = body.local(V128);
  const swap = body.local(V128);
  const looked = Array.from({ length: tables }, () => body.local(V128));
  const rows = Array.from({ length: 8 }, () => body.local(V128));
  looked.forEach((local, table) => {
    body
      .get(TABLE)
      .load(table * 16)
      .set(local);
  });
  return overBlocks(body, 128, () => {
    for (let row = 0; row < 8; row++) {
      body
        .get(SOURCE)
        .load(row * 16)
        .set(code);
      looked.forEach((local, table) => {
        body.get(local).get(code);
        if (table > 0) body.bytes(table * 16).simd(simd.i8x16Sub);
        body.simd(simd.swizzle);
        if (table > 0) body.simd(simd.or);
      });
      body.set(rows[row] as number);
    }
    storeShared(body, rows, swap, tests, 5);
  });
}

/** Parts bytes with the bit of being known and those of tests into planes. `offsets` is the first parameter of them. */
function storeShared(
  body: FunctionBody,
  rows: readonly number[],
  swap: number,
  tests: number,
  offsets: number,
): void {
  transposeBytes(body, rows, swap, tests < 4);
  const valid = rows[0] as number;
  for (let test = tests - 1; test >= 0; test--) {
    const isTrue = rows[test + 1] as number;
    const address = (): FunctionBody => {
      body.get(TARGET);
      return test === 0 ? body : body.get(offsets + test - 1).op(op.i32Add);
    };
    address().get(isTrue).store(0);
    address().get(valid).get(isTrue).simd(simd.andnot).store(16);
  }
}

/**
 * Eight vectors of bytes become eight planes: bit p of vector j moves to bit j of vector p. Where only the lower
 * half of the bytes is used, only the first four planes are made.
 */
function transposeBytes(body: FunctionBody, rows: readonly number[], swap: number, half = false): void {
  for (const [distance, mask] of [
    [4, 0x0f],
    [2, 0x33],
    [1, 0x55],
  ] as const) {
    for (let row = 0; row < (half ? 4 : 8); row++) {
      if (row & distance) continue;
      const low = rows[row] as number;
      const high = rows[row + distance] as number;
      if (half && distance === 4) {
        body.get(low).get(high).shift(simd.i16x8Shl, 4).simd(simd.or).set(low);
        continue;
      }
      body.get(low).shift(simd.i16x8ShrU, distance).get(high).simd(simd.xor);
      body.bytes(mask).simd(simd.and).set(swap);
      body.get(high).get(swap).simd(simd.xor).set(high);
      body.get(low).get(swap).shift(simd.i16x8Shl, distance).simd(simd.xor).set(low);
    }
  }
}

interface Lanes {
  readonly width: number;
  readonly atLeast: number;
  readonly splat: number;
}

const lanes: Readonly<Record<number, Lanes>> = {
  [I32]: { width: 4, atLeast: simd.i32x4GeS, splat: simd.i32x4Splat },
  [I64]: { width: 8, atLeast: simd.i64x2GeS, splat: simd.i64x2Splat },
  [F64]: { width: 8, atLeast: simd.f64x2Ge, splat: simd.f64x2Splat },
};

/**
 * Numbers against up to seven thresholds, read once: every number becomes its rank among them, and that a byte with
 * the bit of being known and one for each threshold reached. Unknown is the smallest integer, or not-a-number.
 * Parameters: blocks, source, target, stride, the offsets of all tests but the first, the thresholds in ascending
 * order.
 */
function packAtLeast(type: number, tests: number): FunctionBody {
  const body = new FunctionBody(4 + tests - 1 + tests);
  const OFFSETS = 4;
  const THRESHOLDS = OFFSETS + tests - 1;
  const { width, atLeast, splat } = lanes[type] as Lanes;
  const thresholds = Array.from({ length: tests }, () => body.local(V128));
  const none = body.local(V128);
  const cell = body.local(V128);
  const swap = body.local(V128);
  const rows = Array.from({ length: 8 }, () => body.local(V128));
  thresholds.forEach((local, test) => {
    body
      .get(THRESHOLDS + test)
      .simd(splat)
      .set(local);
  });
  if (type !== F64) body.vector(everyLane(width, 0x80, width - 1)).set(none);
  /** Pushes for the cells of one vector one more than the number of thresholds reached, or 0 for unknown. */
  const bits = (offset: number): void => {
    const add = width === 4 ? simd.i32x4Sub : simd.i64x2Sub;
    body.bytes(0);
    body
      .get(SOURCE)
      .load(offset)
      .tee(cell)
      .get(type === F64 ? cell : none);
    // A mask is minus one in each lane.
    body.simd(type === F64 ? simd.f64x2Eq : type === I32 ? simd.i32x4Ne : simd.i64x2Ne).simd(add);
    for (const threshold of thresholds) body.get(cell).get(threshold).simd(atLeast).simd(add);
  };
  const words = (row: number): void => {
    bits(row * width);
    if (width === 4) return;
    bits(row * width + 16);
    body.shuffle([0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]);
  };
  return overBlocks(body, 128 * width, () => {
    for (let vector = 0; vector < 8; vector++) {
      const row = vector * 16;
      words(row);
      words(row + 4);
      body.simd(simd.i16x8NarrowI32x4S);
      words(row + 8);
      words(row + 12);
      body
        .simd(simd.i16x8NarrowI32x4S)
        .simd(simd.i8x16NarrowI16x8U)
        .set(rows[vector] as number);
    }
    for (const row of rows) {
      body
        .vector(Array.from({ length: 16 }, (_, reached) => (1 << Math.min(reached, tests + 1)) - 1))
        .get(row)
        .simd(simd.swizzle)
        .set(row);
    }
    storeShared(body, rows, swap, tests, OFFSETS);
  });
}

/** A vector with one byte set in every lane. */
const everyLane = (width: number, value: number, at: number): number[] =>
  Array.from({ length: 16 }, (_, index) => (index % width === at ? value : 0));

/** Days no later than those of a second column at the fifth parameter. */
function packElapsed(): FunctionBody {
  const body = new FunctionBody(5);
  const LATEST = 4;
  const none = body.local(V128);
  const isTrue = body.local(V128);
  const valid = body.local(V128);
  body.vector([0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80]).set(none);
  return overBlocks(body, 512, () => {
    gatherMasks(body, 4, isTrue, (offset) => {
      body.get(SOURCE).load(offset).get(LATEST).load(offset).simd(simd.i32x4LeS);
    });
    gatherMasks(body, 4, valid, (offset) => {
      body.get(SOURCE).load(offset).get(none).simd(simd.i32x4Ne);
    });
    body.get(isTrue).get(valid).simd(simd.and).set(isTrue);
    storePair(body, isTrue, valid);
    body.advance(LATEST, 512);
  });
}

/** Narrows the masks of 128 rows to bytes and gathers one bit of each into a plane. */
function gatherMasks(
  body: FunctionBody,
  width: number,
  target: number,
  mask: (offset: number) => void,
): void {
  const words = (row: number): void => {
    if (width === 4) {
      mask(row * 4);
      return;
    }
    mask(row * 8);
    mask(row * 8 + 16);
    body.shuffle([0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]);
  };
  for (let vector = 0; vector < 8; vector++) {
    const row = vector * 16;
    words(row);
    words(row + 4);
    body.simd(simd.i16x8NarrowI32x4S);
    words(row + 8);
    words(row + 12);
    body.simd(simd.i16x8NarrowI32x4S).simd(simd.i8x16NarrowI16x8S);
    body.bytes(1 << vector).simd(simd.and);
    if (vector > 0) body.simd(simd.or);
  }
  body.set(target);
}

/** The way back: planes at `target` (a stride apart) to bytes 0, 1, 2 at `source`. */
function unpack(): FunctionBody {
  const body = new FunctionBody(4);
  const isTrue = body.local(V128);
  const unknown = body.local(V128);
  return overBlocks(body, 128, () => {
    body.get(TARGET).load(0).set(isTrue);
    body.get(isTrue).get(TARGET).load(16).simd(simd.or).simd(simd.not).set(unknown);
    for (let vector = 0; vector < 8; vector++) {
      const bit = (plane: number): void => {
        body.get(plane);
        if (vector > 0) body.shift(simd.i16x8ShrU, vector);
        body.bytes(1).simd(simd.and);
      };
      body.get(SOURCE);
      bit(isTrue);
      bit(unknown);
      body
        .shift(simd.i16x8Shl, 1)
        .simd(simd.or)
        .store(vector * 16);
    }
  });
}

/** Adds the ones of a plane in all blocks, as a 64-bit number, to where `source` points. */
function countPlane(): FunctionBody {
  const body = new FunctionBody(4);
  const sum = body.local(I64);
  body.repeat(BLOCKS, () => {
    body.get(sum);
    for (const lane of [0, 1]) {
      body.get(TARGET).load(0).simd(simd.i64x2ExtractLane).code.byte(lane);
      body.op(op.i64Popcnt).op(op.i64Add);
    }
    body.set(sum);
    body.get(TARGET).get(STRIDE).op(op.i32Add).set(TARGET);
  });
  body.get(SOURCE).get(sum);
  body.code.byte(0x37, 0x03, 0x00);
  return body;
}

/**
 * Counts many planes at once. Parameters: whole blocks, the offsets of planes in a block as a list of words, how many
 * there are, the first block, the distance between blocks, where the counts go as words, and the mask over one block
 * more.
 */
function tally(): FunctionBody {
  const body = new FunctionBody(7);
  const [WHOLE, LIST, COUNT, FIRST, DISTANCE, COUNTS, MASK] = [0, 1, 2, 3, 4, 5, 6] as const;
  const sum = body.local(I64);
  const pointer = body.local(I32);
  const blocks = body.local(I32);
  const vector = body.local(V128);
  const mask = body.local(V128);
  const addOnes = (): void => {
    body.get(sum);
    for (const lane of [0, 1]) {
      body.get(vector).simd(simd.i64x2ExtractLane).code.byte(lane);
      body.op(op.i64Popcnt).op(op.i64Add);
    }
    body.set(sum);
  };
  body.get(MASK).load(0).set(mask);
  return body.repeat(COUNT, () => {
    body.constant64(0n).set(sum);
    body.get(FIRST).get(LIST).code.byte(0x28, 2, 0);
    body.op(op.i32Add).set(pointer).get(WHOLE).set(blocks);
    body.repeat(blocks, () => {
      body.get(pointer).load(0).set(vector);
      addOnes();
      body.get(pointer).get(DISTANCE).op(op.i32Add).set(pointer);
    });
    body.get(pointer).load(0).get(mask).simd(simd.and).set(vector);
    addOnes();
    body.get(COUNTS).get(sum).op(op.i32WrapI64).code.byte(0x36, 2, 0);
    body.advance(LIST, 4);
    body.advance(COUNTS, 4);
  });
}
