/** Evaluates columns with generated JavaScript: for places without SIMD. */
import { bindColumns } from '../../data/bind.ts';
import type { Batch } from '../../data/column.ts';
import { classesOf } from '../../data/dates.ts';
import { testRows } from '../../data/test-rows.ts';
import type { Plan } from '../../plan/plan.ts';
import { countBytes, type Evaluator, type Findings } from '../evaluator.ts';
import { generateJavaScript, type WordKernel } from './generate.ts';

const ROWS_PER_WORD = 32;

export class JavaScriptEvaluator implements Evaluator {
  readonly name = 'javascript';
  readonly plan: Plan;
  readonly #kernel: WordKernel;
  readonly #between: Int32Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.#kernel = new Function(generateJavaScript(plan))() as WordKernel;
    this.#between = new Int32Array(plan.gates.length * 2);
  }

  evaluate(batch: Batch): Findings {
    const { plan } = this;
    const columns = bindColumns(plan, batch);
    const { positions, segments, words } = arrange(plan, batch);
    const inputs = new Int32Array(words * plan.inputs.length * 2);
    plan.inputs.forEach(({ slot }, input) => {
      const truth = testRows(plan, input, columns[slot], batch);
      for (let row = 0; row < batch.rows; row++) {
        const value = truth[row] as number;
        if (value === 2) continue;
        const position = positions[row] as number;
        const at = ((position >> 5) * plan.inputs.length + input) * 2 + (value === 1 ? 0 : 1);
        inputs[at] = (inputs[at] as number) | (1 << (position & 31));
      }
    });
    const outputs = new Int32Array(words * plan.outputs.length * 2);
    for (const { from, to, dateClass } of segments) {
      const uniforms = new Int32Array(plan.uniforms.length * 2);
      plan.uniforms.forEach((digits, index) => {
        uniforms[index * 2] = digits[dateClass] === '1' ? -1 : 0;
        uniforms[index * 2 + 1] = digits[dateClass] === '0' ? -1 : 0;
      });
      this.#kernel(from, to, inputs, outputs, uniforms, this.#between);
    }
    const bytes = (output: number): Uint8Array => {
      const result = new Uint8Array(batch.rows);
      for (let row = 0; row < batch.rows; row++) {
        const position = positions[row] as number;
        const at = ((position >> 5) * plan.outputs.length + output) * 2;
        const bit = position & 31;
        result[row] =
          ((outputs[at] as number) >>> bit) & 1 ? 1 : ((outputs[at + 1] as number) >>> bit) & 1 ? 0 : 2;
      }
      return result;
    };
    return { rows: batch.rows, bytes, counts: (output) => countBytes(bytes(output)) };
  }
}

/** Puts rows of one date class next to each other, each class beginning with a word of its own. */
function arrange(
  plan: Plan,
  batch: Batch,
): {
  positions: Uint32Array;
  segments: { from: number; to: number; dateClass: number }[];
  words: number;
} {
  const positions = new Uint32Array(batch.rows);
  if (plan.dates.on !== undefined) {
    for (let row = 0; row < batch.rows; row++) positions[row] = row;
    const words = Math.ceil(batch.rows / ROWS_PER_WORD);
    return { positions, segments: [{ from: 0, to: words, dateClass: 0 }], words };
  }
  const classes = classesOf(plan, batch.on as Int32Array, 0, batch.rows);
  const counts = new Uint32Array(plan.dates.count);
  for (const dateClass of classes) counts[dateClass] = (counts[dateClass] as number) + 1;
  const next = new Uint32Array(plan.dates.count);
  const segments: { from: number; to: number; dateClass: number }[] = [];
  let words = 0;
  counts.forEach((count, dateClass) => {
    next[dateClass] = words * ROWS_PER_WORD;
    const to = words + Math.ceil(count / ROWS_PER_WORD);
    if (count > 0) segments.push({ from: words, to, dateClass });
    words = to;
  });
  classes.forEach((dateClass, row) => {
    positions[row] = next[dateClass] as number;
    next[dateClass] = (next[dateClass] as number) + 1;
  });
  return { positions, segments, words };
}
