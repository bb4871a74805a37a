/** Rows for engines that take one situation at a time: the truth of each input of the plan. */
import type { Batch, Plan } from '@anpo/columns';
import { testRows } from '@anpo/columns/testing';

/** 0, 1, 2 for each input and row: what every row engine has to be told, reckoned column by column. */
export const truths = (plan: Plan, batch: Batch): readonly Uint8Array[] =>
  plan.inputs.map(({ slot }, input) =>
    testRows(plan, input, batch.columns[plan.slots[slot]?.key ?? ''], batch),
  );

export const emptyOutcomes = (plan: Plan, rows: number): readonly Uint8Array[] =>
  plan.outputs.map(() => new Uint8Array(rows));

/** Writes each gate once for engines with names: `and`, `not` and `name` say how. */
export function writeGates(
  plan: Plan,
  words: {
    input(index: number): string;
    gate(index: number): string;
    not(text: string): string;
    and(parts: readonly string[]): string;
    constant(value: boolean): string;
  },
): { gates: readonly string[]; outputs: readonly string[] } {
  const firstGate = 2 + plan.inputs.length + plan.uniforms.length;
  const literal = (value: number): string => {
    const node = value >> 1;
    const negated = (value & 1) === 1;
    if (node === 0) return words.constant(!negated);
    if (node === 1 || (node >= 2 + plan.inputs.length && node < firstGate))
      throw new Error('the measured plan has neither unknown constants nor dates');
    const text = node < firstGate ? words.input(node - 2) : words.gate(node - firstGate);
    return negated ? words.not(text) : text;
  };
  return {
    gates: plan.gates.map((gate) => words.and(gate.map(literal))),
    outputs: plan.outputs.map((output) => literal(output.literal)),
  };
}
