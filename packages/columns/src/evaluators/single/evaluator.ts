/** All findings of one situation, in about a microsecond, from values that stand for the inputs of a plan. */
import { bindColumns } from '../../data/bind.ts';
import type { Batch } from '../../data/column.ts';
import { testRows } from '../../data/test-rows.ts';
import { classOfDay, type Plan } from '../../plan/plan.ts';
import { countBytes, type Evaluator, type Findings } from '../evaluator.ts';
import { generateSingle, type SingleKernel } from './generate.ts';

/** How the kernel writes 0 no, 1 yes, 2 unknown; and back. */
const toKernel = Uint8Array.of(0, 3, 1);
const fromKernel = Uint8Array.of(0, 2, 2, 1);

export class SingleEvaluator implements Evaluator {
  readonly name = 'single';
  readonly plan: Plan;
  readonly #kernels: (SingleKernel | undefined)[];
  readonly #between: Uint8Array;
  readonly inputs: Uint8Array;
  readonly outputs: Uint8Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.#kernels = new Array(plan.dates.count);
    this.#between = new Uint8Array(plan.gates.length);
    this.inputs = new Uint8Array(plan.inputs.length);
    this.outputs = new Uint8Array(plan.outputs.length);
  }

  /** The kernel for a date class: reads {@link inputs}, writes {@link outputs}. */
  kernel(dateClass = 0): SingleKernel {
    let kernel = this.#kernels[dateClass];
    if (!kernel) {
      kernel = new Function(generateSingle(this.plan, dateClass))() as SingleKernel;
      this.#kernels[dateClass] = kernel;
    }
    return kernel;
  }

  /** Sets an input: 0 no, 1 yes, 2 unknown. */
  set(input: number, value: number): void {
    this.inputs[input] = toKernel[value] as number;
  }

  /** Evaluates what was set. */
  run(dateClass = 0): void {
    this.kernel(dateClass)(this.inputs, this.outputs, this.#between);
  }

  /** The outcome of an output after {@link run}. */
  outcome(output: number): number {
    return fromKernel[this.outputs[output] as number] as number;
  }

  evaluate(batch: Batch): Findings {
    const { plan } = this;
    const columns = bindColumns(plan, batch);
    const truths = plan.inputs.map(({ slot }, input) => testRows(plan, input, columns[slot], batch));
    const results = plan.outputs.map(() => new Uint8Array(batch.rows));
    for (let row = 0; row < batch.rows; row++) {
      truths.forEach((truth, input) => {
        this.set(input, truth[row] as number);
      });
      this.run(plan.dates.on === undefined ? classOfDay(plan.dates, batch.on?.[row] as number) : 0);
      results.forEach((result, output) => {
        result[row] = this.outcome(output);
      });
    }
    return {
      rows: batch.rows,
      bytes: (output) => results[output] as Uint8Array,
      counts: (output) => countBytes(results[output] as Uint8Array),
    };
  }
}
