/**
 * A small encoder of WebAssembly modules: one imported memory, functions with local variables, the SIMD
 * instructions that the kernels use. It writes what it is told and optimizes nothing; the runtime does that.
 */

export const I32 = 0x7f;
export const V128 = 0x7b;

/** Single-byte instructions. */
export const op = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  call: 0x10,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  i32Eqz: 0x45,
  i32Ne: 0x47,
  i32GtS: 0x4a,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i64Add: 0x7c,
  i64Popcnt: 0x7b,
  i32WrapI64: 0xa7,
} as const;

/** Instructions behind the SIMD prefix. */
export const simd = {
  load: 0x00,
  store: 0x0b,
  constant: 0x0c,
  shuffle: 0x0d,
  swizzle: 0x0e,
  i8x16Splat: 0x0f,
  i32x4Splat: 0x11,
  i64x2Splat: 0x12,
  f64x2Splat: 0x14,
  i64x2ExtractLane: 0x1d,
  i32x4Ne: 0x38,
  i32x4LeS: 0x3d,
  i32x4GeS: 0x3f,
  f64x2Eq: 0x47,
  f64x2Ge: 0x4c,
  not: 0x4d,
  and: 0x4e,
  andnot: 0x4f,
  or: 0x50,
  xor: 0x51,
  i8x16NarrowI16x8S: 0x65,
  i8x16NarrowI16x8U: 0x66,
  i8x16Add: 0x6e,
  i8x16Sub: 0x71,
  i8x16MinU: 0x77,
  i16x8NarrowI32x4S: 0x85,
  i16x8Shl: 0x8b,
  i16x8ShrU: 0x8d,
  i64x2Shl: 0xcb,
  i64x2ShrU: 0xcd,
  i32x4Sub: 0xb1,
  i64x2Sub: 0xd1,
  i64x2Ne: 0xd7,
  i64x2GeS: 0xdb,
} as const;

/** A growing byte buffer with the encodings of WebAssembly. */
export class Bytes {
  #bytes = new Uint8Array(1024);
  length = 0;

  byte(...values: readonly number[]): this {
    this.#room(values.length);
    for (const value of values) this.#bytes[this.length++] = value;
    return this;
  }

  append(other: Uint8Array): this {
    this.#room(other.length);
    this.#bytes.set(other, this.length);
    this.length += other.length;
    return this;
  }

  unsigned(value: number): this {
    let rest = value;
    do {
      const low = rest % 128;
      rest = Math.floor(rest / 128);
      this.byte(rest > 0 ? low | 128 : low);
    } while (rest > 0);
    return this;
  }

  signed(value: number): this {
    let rest = value;
    for (;;) {
      const low = rest & 127;
      rest >>= 7;
      if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) return this.byte(low);
      this.byte(low | 128);
    }
  }

  text(value: string): this {
    const encoded = new TextEncoder().encode(value);
    return this.unsigned(encoded.length).append(encoded);
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.view());
    this.#bytes = larger;
  }
}

/** The body of one function. */
export class FunctionBody {
  readonly code = new Bytes();
  readonly parameters: number;
  readonly #locals: number[] = [];

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  /** A new local variable of a type. */
  local(type: number): number {
    this.#locals.push(type);
    return this.parameters + this.#locals.length - 1;
  }

  op(code: number): this {
    this.code.byte(code);
    return this;
  }

  get(local: number): this {
    this.code.byte(op.localGet).unsigned(local);
    return this;
  }

  set(local: number): this {
    this.code.byte(op.localSet).unsigned(local);
    return this;
  }

  tee(local: number): this {
    this.code.byte(op.localTee).unsigned(local);
    return this;
  }

  constant(value: number): this {
    this.code.byte(op.i32Const).signed(value);
    return this;
  }

  constant64(value: bigint): this {
    this.code.byte(0x42);
    let rest = value;
    for (;;) {
      const low = Number(rest & 127n);
      rest >>= 7n;
      if ((rest === 0n && (low & 64) === 0) || (rest === -1n && (low & 64) !== 0)) {
        this.code.byte(low);
        return this;
      }
      this.code.byte(low | 128);
    }
  }

  constantFloat(value: number): this {
    this.code.byte(0x44).append(new Uint8Array(Float64Array.of(value).buffer));
    return this;
  }

  /** Loads an i32 from a fixed address. */
  word(address: number): this {
    this.constant(0).code.byte(0x28, 2).unsigned(address);
    return this;
  }

  call(index: number): this {
    this.code.byte(op.call).unsigned(index);
    return this;
  }

  simd(code: number): this {
    this.code.byte(0xfd).unsigned(code);
    return this;
  }

  load(offset: number): this {
    this.simd(simd.load).code.byte(4).unsigned(offset);
    return this;
  }

  store(offset: number): this {
    this.simd(simd.store).code.byte(4).unsigned(offset);
    return this;
  }

  /** A vector constant of sixteen equal bytes. */
  bytes(value: number): this {
    return this.vector(new Array(16).fill(value));
  }

  vector(lanes: readonly number[]): this {
    this.simd(simd.constant).code.byte(...lanes);
    return this;
  }

  shuffle(lanes: readonly number[]): this {
    this.simd(simd.shuffle).code.byte(...lanes);
    return this;
  }

  shift(code: number, count: number): this {
    return this.constant(count).simd(code);
  }

  /** Runs the body while the counter, an i32 local, is above zero; the body must lower it. */
  repeat(counter: number, body: () => void): this {
    this.code.byte(op.block, 0x40);
    this.get(counter).op(op.i32Eqz);
    this.code.byte(op.brIf, 0);
    this.code.byte(op.loop, 0x40);
    body();
    this.get(counter).constant(1).op(op.i32Sub).tee(counter);
    this.code.byte(op.brIf, 0, op.end, op.end);
    return this;
  }

  /** Adds a number to an i32 local. */
  advance(local: number, by: number): this {
    return this.get(local).constant(by).op(op.i32Add).set(local);
  }

  encode(): Uint8Array {
    const body = new Bytes();
    body.unsigned(this.#locals.length);
    for (const type of this.#locals) body.unsigned(1).byte(type);
    body.append(this.code.view()).byte(op.end);
    return new Bytes().unsigned(body.length).append(body.view()).view();
  }
}

/** A module of functions on i32 and wider parameters that share one imported memory. */
export class ModuleEncoder {
  readonly #types: Uint8Array[] = [];
  readonly #functions: { type: number; body: FunctionBody; name?: string | undefined }[] = [];

  add(parameters: readonly number[], body: FunctionBody, name?: string): number {
    const type = this.#type(parameters);
    this.#functions.push({ type, body, name });
    return this.#functions.length - 1;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const module = new Bytes().byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
    const section = (id: number, items: number, write: (bytes: Bytes) => void): void => {
      const content = new Bytes().unsigned(items);
      write(content);
      module.byte(id).unsigned(content.length).append(content.view());
    };
    section(1, this.#types.length, (bytes) => {
      for (const type of this.#types) bytes.append(type);
    });
    section(2, 1, (bytes) => bytes.text('host').text('memory').byte(0x02, 0x00).unsigned(1));
    section(3, this.#functions.length, (bytes) => {
      for (const { type } of this.#functions) bytes.unsigned(type);
    });
    const named = this.#functions.flatMap(({ name }, index) => (name === undefined ? [] : [{ name, index }]));
    section(7, named.length, (bytes) => {
      for (const { name, index } of named) bytes.text(name).byte(0x00).unsigned(index);
    });
    section(10, this.#functions.length, (bytes) => {
      for (const { body } of this.#functions) bytes.append(body.encode());
    });
    return Uint8Array.from(module.view());
  }

  #type(parameters: readonly number[]): number {
    const encoded = new Bytes()
      .byte(0x60)
      .unsigned(parameters.length)
      .byte(...parameters)
      .unsigned(0)
      .view();
    const key = encoded.join();
    const known = this.#types.findIndex((type) => type.join() === key);
    if (known >= 0) return known;
    this.#types.push(encoded);
    return this.#types.length - 1;
  }
}
