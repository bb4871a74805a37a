/** Seeded rows for the slots of a plan, as typed columns. */
import { type Batch, type Column, type Plan, UNKNOWN_INT32, type WasmEvaluator } from '@anpo/columns';
import { Random } from './random.ts';

const YEAR_1960 = -3479;
const DAYS = 18_000;

/** `unknown` is the share of cells that are not known. With an evaluator the columns lie in its own memory. */
export function randomBatch(
  plan: Plan,
  rows: number,
  unknown: number,
  evaluator?: WasmEvaluator,
  seed = 11,
): Batch {
  const random = new Random(seed);
  const bytes = (): Uint8Array => (evaluator ? evaluator.allocate('Uint8', rows) : new Uint8Array(rows));
  const days = (): Int32Array => (evaluator ? evaluator.allocate('Int32', rows) : new Int32Array(rows));
  const numbers = (): Float64Array =>
    evaluator ? evaluator.allocate('Float64', rows) : new Float64Array(rows);
  const columns: Record<string, Column> = {};
  for (const slot of plan.slots) {
    switch (slot.type) {
      case 'yes-no': {
        const values = bytes();
        for (let row = 0; row < rows; row++) values[row] = random.chance(unknown) ? 2 : random.below(2);
        columns[slot.key] = { kind: 'yes-no', values };
        break;
      }
      case 'date': {
        const values = days();
        for (let row = 0; row < rows; row++) {
          values[row] = random.chance(unknown) ? UNKNOWN_INT32 : YEAR_1960 + random.below(DAYS);
        }
        columns[slot.key] = { kind: 'int32', values };
        break;
      }
      case 'number':
      case 'amount': {
        const values = numbers();
        for (let row = 0; row < rows; row++)
          values[row] = random.chance(unknown) ? Number.NaN : random.below(100);
        columns[slot.key] = { kind: 'float64', values };
        break;
      }
      default: {
        const values = bytes();
        const names = slot.domain ?? [];
        const dictionary = [...names.slice(0, 14), null];
        for (let row = 0; row < rows; row++) {
          values[row] = random.chance(unknown) ? dictionary.length - 1 : random.below(dictionary.length - 1);
        }
        columns[slot.key] = { kind: 'codes', values, dictionary };
      }
    }
  }
  return { rows, columns };
}

/** The first rows of a batch. */
export const firstRows = (batch: Batch, rows: number): Batch => ({
  rows,
  columns: Object.fromEntries(
    Object.entries(batch.columns).map(([key, column]) => [
      key,
      { ...column, values: column.values.subarray(0, rows) } as Column,
    ]),
  ),
});
