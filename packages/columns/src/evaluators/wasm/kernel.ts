/**
 * Generates the kernel: for each block of 128 rows it computes the output planes of a plan from its input
 * planes. Values used once are written in place; values used again stay in local variables, which are reused
 * when nobody needs them any more. Long plans are split into functions that the runtime still optimizes; what
 * one function leaves for another goes through a small scratch area that stays in the nearest cache.
 */
import {
  FALSE_LITERAL,
  FIRST_INPUT,
  firstGate,
  firstUniform,
  isNegated,
  type Literal,
  nodeOf,
  type Plan,
  TRUE_LITERAL,
  UNKNOWN_LITERAL,
} from '../../plan/plan.ts';
import { FunctionBody, I32, ModuleEncoder, simd, V128 } from './encoder.ts';
import { PAIR_BYTES, PLANE_BYTES } from './layout.ts';

/** Vector operations in one function, and in one expression written in place. */
const MOST_IN_FUNCTION = 1500;
const MOST_IN_PLACE = 60;

export interface Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of scratch that the module writes, from the address it was generated for. */
  readonly scratchBytes: number;
  readonly functions: number;
}

/** Parameters of the exported `run(blocks, inputs, outputs, uniforms)`. */
const BLOCKS = 0;
const IN = 0;
const OUT = 1;
const UNIFORM = 2;

export function generateKernel(plan: Plan, scratchAddress: number): Kernel {
  return new KernelGenerator(plan, scratchAddress, new ModuleEncoder()).generate();
}

/** Adds the kernel's functions to a module; each takes the addresses of a block's inputs, outputs and uniforms. */
export function addKernel(
  plan: Plan,
  scratchAddress: number,
  module: ModuleEncoder,
): { readonly indexes: readonly number[]; readonly scratchBytes: number } {
  return new KernelGenerator(plan, scratchAddress, module).add();
}

class KernelGenerator {
  readonly #plan: Plan;
  readonly #scratchAddress: number;
  readonly #module: ModuleEncoder;
  readonly #firstUniform: number;
  readonly #firstGate: number;
  /** Gates that get a place of their own, in order; the others are written where they are used. */
  readonly #ownPlace: boolean[];
  readonly #cost: number[];
  readonly #functionOf: number[];
  readonly #lastUse: number[];
  readonly #scratch = new Map<number, number>();
  readonly #parts: number[][] = [];

  constructor(plan: Plan, scratchAddress: number, module: ModuleEncoder) {
    this.#plan = plan;
    this.#module = module;
    this.#scratchAddress = scratchAddress;
    this.#firstUniform = firstUniform(plan);
    this.#firstGate = firstGate(plan);
    const count = plan.gates.length;
    const uses = new Uint32Array(count);
    const use = (literal: Literal): void => {
      const gate = nodeOf(literal) - this.#firstGate;
      if (gate >= 0) uses[gate] = (uses[gate] as number) + 1;
    };
    for (const gate of plan.gates) gate.forEach(use);
    const isOutput = new Set(plan.outputs.map((output) => nodeOf(output.literal) - this.#firstGate));
    this.#ownPlace = new Array(count);
    this.#cost = new Array(count);
    plan.gates.forEach((gate, index) => {
      let cost = 2 * (gate.length - 1);
      for (const literal of gate) {
        const child = nodeOf(literal) - this.#firstGate;
        if (child >= 0 && !this.#ownPlace[child]) cost += this.#cost[child] as number;
      }
      this.#cost[index] = cost;
      this.#ownPlace[index] = (uses[index] as number) > 1 || isOutput.has(index) || cost > MOST_IN_PLACE;
    });
    this.#functionOf = new Array(count).fill(-1);
    this.#lastUse = new Array(count).fill(-1);
    this.#assignFunctions();
  }

  /** Cuts the gates with a place of their own into functions, and finds what must pass between them. */
  #assignFunctions(): void {
    const { gates } = this.#plan;
    let part: number[] = [];
    let cost = 0;
    gates.forEach((_, gate) => {
      if (!this.#ownPlace[gate]) return;
      if (cost > MOST_IN_FUNCTION) {
        this.#parts.push(part);
        part = [];
        cost = 0;
      }
      part.push(gate);
      cost += this.#cost[gate] as number;
      this.#functionOf[gate] = this.#parts.length;
    });
    this.#parts.push(part);
    for (const members of this.#parts) {
      for (const gate of members) {
        this.#eachOperand(gate, (child) => {
          if (this.#functionOf[child] === this.#functionOf[gate]) this.#lastUse[child] = gate;
          else if (!this.#scratch.has(child)) this.#scratch.set(child, this.#scratch.size * PAIR_BYTES);
        });
      }
    }
  }

  /** The gates with places of their own that the expression of a gate reads. */
  #eachOperand(gate: number, visit: (child: number) => void): void {
    for (const literal of this.#plan.gates[gate] as readonly Literal[]) {
      const child = nodeOf(literal) - this.#firstGate;
      if (child < 0) continue;
      if (this.#ownPlace[child]) visit(child);
      else this.#eachOperand(child, visit);
    }
  }

  add(): { indexes: readonly number[]; scratchBytes: number } {
    const indexes = this.#parts.map((members, index) =>
      this.#module.add([I32, I32, I32], this.#part(members, index === this.#parts.length - 1)),
    );
    return { indexes, scratchBytes: this.#scratch.size * PAIR_BYTES };
  }

  generate(): Kernel {
    const { indexes } = this.add();
    const run = new FunctionBody(4);
    const [inputs, outputs, uniforms] = [1, 2, 3];
    run.repeat(BLOCKS, () => {
      for (const index of indexes) run.get(inputs).get(outputs).get(uniforms).call(index);
      run.advance(inputs, this.#plan.inputs.length * PAIR_BYTES);
      run.advance(outputs, this.#plan.outputs.length * PAIR_BYTES);
    });
    this.#module.add([I32, I32, I32, I32], run, 'run');
    return {
      bytes: this.#module.encode(),
      scratchBytes: this.#scratch.size * PAIR_BYTES,
      functions: this.#parts.length,
    };
  }

  #part(members: readonly number[], last: boolean): FunctionBody {
    const body = new FunctionBody(3);
    const places = new Map<number, readonly [number, number]>();
    const free: (readonly [number, number])[] = [];
    const outputsOf = new Map<number, number[]>();
    this.#plan.outputs.forEach((output, index) => {
      const gate = nodeOf(output.literal) - this.#firstGate;
      if (gate >= 0) outputsOf.set(gate, [...(outputsOf.get(gate) ?? []), index]);
      else if (last) this.#store(body, index, places);
    });
    for (const gate of members) {
      const place = free.pop() ?? ([body.local(V128), body.local(V128)] as const);
      const operands = new Set<number>();
      this.#eachOperand(gate, (child) => operands.add(child));
      this.#gate(body, gate, true, places);
      body.set(place[0]);
      this.#gate(body, gate, false, places);
      body.set(place[1]);
      places.set(gate, place);
      for (const index of outputsOf.get(gate) ?? []) this.#store(body, index, places);
      const scratch = this.#scratch.get(gate);
      if (scratch !== undefined) {
        for (const plane of [0, 1] as const) {
          body.constant(0).get(place[plane]);
          body.store(this.#scratchAddress + scratch + plane * PLANE_BYTES);
        }
      }
      for (const child of [...operands, gate]) {
        const held = places.get(child);
        if (!held || (this.#lastUse[child] as number) > gate) continue;
        places.delete(child);
        free.push(held);
      }
    }
    return body;
  }

  #store(body: FunctionBody, output: number, places: ReadonlyMap<number, readonly [number, number]>): void {
    const { literal } = this.#plan.outputs[output] as Plan['outputs'][number];
    for (const plane of [0, 1] as const) {
      body.get(OUT);
      this.#literal(body, literal, plane === 0, places);
      body.store(output * PAIR_BYTES + plane * PLANE_BYTES);
    }
  }

  /** Known-true is the AND of the children's, known-false the OR. */
  #gate(
    body: FunctionBody,
    gate: number,
    isTrue: boolean,
    places: ReadonlyMap<number, readonly [number, number]>,
  ): void {
    (this.#plan.gates[gate] as readonly Literal[]).forEach((literal, index) => {
      this.#literal(body, literal, isTrue, places);
      if (index > 0) body.simd(isTrue ? simd.and : simd.or);
    });
  }

  /** Pushes the known-true (or known-false) plane of a literal; negation swaps the two. */
  #literal(
    body: FunctionBody,
    literal: Literal,
    isTrue: boolean,
    places: ReadonlyMap<number, readonly [number, number]>,
  ): void {
    if (literal === UNKNOWN_LITERAL) {
      body.bytes(0);
      return;
    }
    if (literal === TRUE_LITERAL || literal === FALSE_LITERAL) {
      body.bytes((literal === TRUE_LITERAL) === isTrue ? 255 : 0);
      return;
    }
    const wanted = isNegated(literal) ? !isTrue : isTrue;
    const plane = wanted ? 0 : 1;
    const node = nodeOf(literal);
    if (node < this.#firstUniform) {
      body.get(IN).load((node - FIRST_INPUT) * PAIR_BYTES + plane * PLANE_BYTES);
    } else if (node < this.#firstGate) {
      body.get(UNIFORM).load((node - this.#firstUniform) * PAIR_BYTES + plane * PLANE_BYTES);
    } else {
      const gate = node - this.#firstGate;
      const place = places.get(gate);
      if (place) body.get(place[plane]);
      else if (!this.#ownPlace[gate]) this.#gate(body, gate, wanted, places);
      else
        body
          .constant(0)
          .load(this.#scratchAddress + (this.#scratch.get(gate) as number) + plane * PLANE_BYTES);
    }
  }
}

/** A kernel of the same traffic without logic: the machine's own limit, for measurements. */
export function generateStreaming(plan: Plan): Uint8Array<ArrayBuffer> {
  const module = new ModuleEncoder();
  const run = new FunctionBody(4);
  const [inputs, outputs] = [1, 2];
  const sum = run.local(V128);
  const planesIn = plan.inputs.length * 2;
  const planesOut = plan.outputs.length * 2;
  run.repeat(BLOCKS, () => {
    for (let plane = 0; plane < planesIn; plane++) {
      run
        .get(inputs)
        .load(plane * PLANE_BYTES)
        .get(sum)
        .simd(simd.xor)
        .set(sum);
    }
    for (let plane = 0; plane < planesOut; plane++)
      run
        .get(outputs)
        .get(sum)
        .store(plane * PLANE_BYTES);
    run.advance(inputs, planesIn * PLANE_BYTES);
    run.advance(outputs, planesOut * PLANE_BYTES);
  });
  module.add([I32, I32, I32, I32], run, 'run');
  return module.encode();
}
