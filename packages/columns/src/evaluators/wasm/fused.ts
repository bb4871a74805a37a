/**
 * Generates the module that takes columns to findings: for a few blocks of 128 rows all columns are packed into
 * planes, which never leave the near caches, and the kernel's functions run on them. A few, not one: there are more
 * columns than a processor follows when each is read for two cache lines at a time.
 */
import type { Column } from '../../data/column.ts';
import { firstDouble, firstUnit } from '../../data/decimal.ts';
import type { Plan } from '../../plan/plan.ts';
import { FunctionBody, I32, ModuleEncoder, op } from './encoder.ts';
import { addKernel } from './kernel.ts';
import { PAIR_BYTES, PLANE_BYTES, ROWS_PER_BLOCK } from './layout.ts';
import type { Layout } from './memory.ts';
import { MOST_SHARED, PackingFunctions } from './packing.ts';
import type { CodeGroup } from './tables.ts';

/** How the cells of a slot are stored; undefined where no column is given. */
export type SlotShape =
  | { readonly kind: Exclude<Column['kind'], 'codes'>; readonly scale: number }
  | { readonly kind: 'codes'; readonly tables: number }
  | undefined;

export const cellBytes = (kind: Column['kind']): number =>
  ({ 'yes-no': 1, bits: 1 / 8, codes: 1, int32: 4, int64: 8, float64: 8 })[kind];

const BLOCKS = 0;
const OUT = 1;
const UNIFORMS = 2;

/** Exports `run(blocks, outputs, uniforms)`; where columns begin stands in the layout's pointers. */
export function generateFused(
  plan: Plan,
  shapes: readonly SlotShape[],
  groups: readonly CodeGroup[],
  layout: Layout,
): Uint8Array<ArrayBuffer> {
  const module = new ModuleEncoder();
  const packing = new PackingFunctions(module);
  const { indexes } = addKernel(plan, layout.scratch, module);
  const body = new FunctionBody(3);
  const chunk = body.local(I32);
  const block = body.local(I32);
  const planes = body.local(I32);
  const stride = plan.inputs.length * PAIR_BYTES;
  const steps: (() => void)[] = [];
  /** A local that follows a column, block by block. */
  const pointer = (index: number, bytesInBlock: number): number => {
    const local = body.local(I32);
    body.word(layout.pointers + index * 4).set(local);
    steps.push(() => body.advance(local, bytesInBlock * layout.chunk));
    return local;
  };
  const packs: (() => void)[] = [];
  shapes.forEach((shape, slot) => {
    if (!shape) return;
    const source = pointer(slot, cellBytes(shape.kind) * ROWS_PER_BLOCK);
    const call = (target: number): void => {
      body.get(chunk).get(source).constant(target).constant(stride);
    };
    if (shape.kind === 'codes') {
      for (const group of groups) {
        if (group.slot !== slot) continue;
        const [first = 0, ...others] = group.inputs;
        packs.push(() => {
          call(layout.planes + first * PAIR_BYTES);
          body.constant(layout.tables + group.offset);
          if (group.shared) {
            for (const other of others) body.constant((other - first) * PAIR_BYTES);
            body.call(packing.index(`shared${shape.tables}x${group.inputs.length}`));
            return;
          }
          for (const index of [0, 1, 2]) body.constant(((others[index] ?? first) - first) * PAIR_BYTES);
          body.call(packing.index(`codes${shape.tables}`));
        });
      }
      return;
    }
    plan.inputs.forEach((input, index) => {
      if (input.slot !== slot) return;
      const { test } = input;
      const target = layout.planes + index * PAIR_BYTES;
      if (test.kind === 'yes') {
        const second = shape.kind === 'bits' ? pointer(plan.slots.length + index, PLANE_BYTES) : undefined;
        packs.push(() => {
          call(target);
          if (second !== undefined) body.get(second);
          body.call(packing.index(second === undefined ? 'yesNo' : 'bits'));
        });
      } else if (test.kind === 'elapsed') {
        const latest = pointer(plan.slots.length + index, 4 * ROWS_PER_BLOCK);
        packs.push(() => {
          call(target);
          body.get(latest).call(packing.index('elapsed'));
        });
      }
    });
    const { kind } = shape;
    if (kind !== 'int32' && kind !== 'int64' && kind !== 'float64') return;
    const reached: { input: number; at: number | bigint; write: () => void }[] = [];
    plan.inputs.forEach(({ slot: own, test }, input) => {
      if (own !== slot || test.kind !== 'at-least') return;
      if (kind === 'float64') {
        const at = firstDouble(test.at);
        reached.push({ input, at, write: () => body.constantFloat(at) });
        return;
      }
      const limit = threshold(firstUnit(test.at, shape.scale), kind === 'int32' ? 32n : 64n);
      const write = (): unknown =>
        kind === 'int32' ? body.constant(Number(limit.value)) : body.constant64(limit.value);
      if (!limit.beyond) reached.push({ input, at: limit.value, write });
      else {
        const target = layout.planes + input * PAIR_BYTES;
        packs.push(() => {
          call(target);
          write();
          body.call(packing.index(`${kind}x1`));
          turnFalse(body, target, chunk, block, planes, stride);
        });
      }
    });
    reached.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (let start = 0; start < reached.length; start += MOST_SHARED) {
      const tests = reached.slice(start, start + MOST_SHARED);
      const first = tests[0]?.input as number;
      packs.push(() => {
        call(layout.planes + first * PAIR_BYTES);
        for (const { input } of tests.slice(1)) body.constant((input - first) * PAIR_BYTES);
        for (const { write } of tests) write();
        body.call(packing.index(`${kind}x${tests.length}`));
      });
    }
  });
  // Functions are added while packs are written, so that only those that are needed are there.
  body.code.byte(op.block, 0x40, op.loop, 0x40);
  body.get(BLOCKS).constant(0).op(op.i32GtS).op(op.i32Eqz).code.byte(op.brIf, 1);
  body.constant(layout.chunk).get(BLOCKS).get(BLOCKS).constant(layout.chunk).op(op.i32GtS);
  body.op(op.select).set(chunk);
  for (const pack of packs) pack();
  body.constant(layout.planes).set(planes).get(chunk).set(block);
  body.repeat(block, () => {
    for (const index of indexes) body.get(planes).get(OUT).get(UNIFORMS).call(index);
    body.advance(planes, stride);
    body.advance(OUT, plan.outputs.length * PAIR_BYTES);
  });
  for (const step of steps) step();
  body.advance(BLOCKS, -layout.chunk);
  body.code.byte(op.br, 0, op.end, op.end);
  module.add([I32, I32, I32], body, 'run');
  return module.encode();
}

/** Thresholds beyond the type are never or always reached; the smallest value itself stands for unknown. */
function threshold(first: bigint, width: bigint): { value: bigint; beyond: boolean } {
  const smallest = -(1n << (width - 1n)) + 1n;
  const beyond = first > -smallest;
  return { value: first < smallest || beyond ? smallest : first, beyond };
}

/** What was found to be known is known to be false. */
function turnFalse(
  body: FunctionBody,
  target: number,
  chunk: number,
  block: number,
  planes: number,
  stride: number,
): void {
  body.constant(target).set(planes).get(chunk).set(block);
  body.repeat(block, () => {
    body.get(planes).get(planes).load(0).store(PLANE_BYTES);
    body.get(planes).bytes(0).store(0);
    body.advance(planes, stride);
  });
}
