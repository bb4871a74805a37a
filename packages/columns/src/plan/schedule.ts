/**
 * Orders what a restriction made: gates in the order in which the outputs need them, inputs and uniforms in the
 * order of their first use, date stretches with the same law as one class. Nothing that no output needs is kept.
 */

import type { Stretches } from './dates.ts';
import type { Draft, GateBuilder } from './gates.ts';
import {
  FIRST_INPUT,
  type Input,
  type Literal,
  nodeOf,
  type Output,
  type PlanDates,
  type Slot,
} from './plan.ts';

export interface Scheduled {
  readonly dates: PlanDates;
  readonly slots: readonly Slot[];
  readonly inputs: readonly Input[];
  readonly uniforms: readonly string[];
  readonly gates: readonly (readonly Literal[])[];
  readonly outputs: readonly Output[];
}

export function schedule(
  builder: GateBuilder,
  stretches: Stretches,
  slots: readonly Slot[],
  inputs: readonly Input[],
  uniforms: readonly string[],
  outputs: readonly Output[],
): Scheduled {
  const order = { inputs: [] as number[], uniforms: [] as number[], gates: [] as number[] };
  const seen = new Set<number>();
  for (const output of outputs) visit(nodeOf(output.literal));

  function visit(root: number): void {
    const stack = [root];
    while (stack.length > 0) {
      const node = stack.at(-1) as number;
      if (node < FIRST_INPUT || seen.has(node)) {
        stack.pop();
        continue;
      }
      const draft = builder.draft(node);
      const waiting =
        draft.kind === 'gate'
          ? draft.of.map(nodeOf).filter((child) => child >= FIRST_INPUT && !seen.has(child))
          : [];
      if (waiting.length > 0) {
        stack.push(...waiting.reverse());
        continue;
      }
      stack.pop();
      seen.add(node);
      if (draft.kind === 'input') order.inputs.push(node);
      else if (draft.kind === 'uniform') order.uniforms.push(node);
      else order.gates.push(node);
    }
  }

  const renamed = new Map<number, number>();
  [...order.inputs, ...order.uniforms, ...order.gates].forEach((node, index) => {
    renamed.set(node, index + FIRST_INPUT);
  });
  const rename = (literal: Literal): Literal =>
    literal < FIRST_INPUT * 2 ? literal : (renamed.get(nodeOf(literal)) as number) * 2 + (literal & 1);

  const usedInputs = order.inputs.map((node) => inputs[inputIndex(builder.draft(node))] as Input);
  const usedUniforms = order.uniforms.map((node) => uniforms[uniformIndex(builder.draft(node))] as string);
  const slotOrder = [...new Set(usedInputs.map((input) => input.slot))];
  const { dates, kept } = mergeClasses(stretches, usedInputs, usedUniforms);
  return {
    dates,
    slots: slotOrder.map((slot) => slots[slot] as Slot),
    inputs: usedInputs.map(({ slot, test }) => ({
      slot: slotOrder.indexOf(slot),
      test: test.kind === 'code' ? { ...test, byClass: kept.map((at) => test.byClass[at] as number) } : test,
    })),
    uniforms: usedUniforms.map((digits) => kept.map((at) => digits[at]).join('')),
    gates: order.gates.map((node) => (builder.draft(node) as { of: readonly Literal[] }).of.map(rename)),
    outputs: outputs.map((output) => ({ ...output, literal: rename(output.literal) })),
  };
}

const inputIndex = (draft: Draft): number => (draft as { input: number }).input;
const uniformIndex = (draft: Draft): number => (draft as { uniform: number }).uniform;

/** Stretches on which every uniform and table is the same are one class, also where others lie between. */
function mergeClasses(
  stretches: Stretches,
  inputs: readonly Input[],
  uniforms: readonly string[],
): { dates: PlanDates; kept: readonly number[] } {
  const byLaw = new Map<string, number>();
  const kept: number[] = [];
  const boundaries: number[] = [];
  const classes: number[] = [];
  stretches.days.forEach((_, index) => {
    const law = [
      uniforms.map((digits) => digits[index]).join(''),
      ...inputs.map(({ test }) => (test.kind === 'code' ? test.byClass[index] : '')),
    ].join(' ');
    let id = byLaw.get(law);
    if (id === undefined) {
      id = kept.length;
      kept.push(index);
      byLaw.set(law, id);
    }
    if (index === 0) classes.push(id);
    else if (id !== classes.at(-1)) {
      boundaries.push(stretches.boundaries[index - 1] as number);
      classes.push(id);
    }
  });
  return {
    dates: {
      ...(stretches.on === undefined ? {} : { on: stretches.on }),
      boundaries,
      classes,
      count: kept.length,
    },
    kept,
  };
}
