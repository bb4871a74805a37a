/** Evaluates rows on each day that they may have been on and that the law tells apart, and takes together what they come to. */
import type { WasmEvaluator } from '@anpo/columns';
import type { Batch } from '@anpo/columns/data';
import type { Day } from '@anpo/engine/calendar';
import type { Settler } from './settle.ts';
import { rowsOf } from './stretch.ts';

/** A code of what is open. */
export const UNDETERMINED = 2;
/** Rows on single days that are evaluated at a time, with all their findings. */
const MOST_ROW_DAYS = 8192;

/** What a row comes to, all its days taken together: a code for each output. */
export interface RowOutcomes {
  readonly row: number;
  readonly kleene: Uint8Array;
  /** The same where nothing is settled. */
  readonly settled: Uint8Array;
  /** Outputs that come out otherwise on one day than on another. */
  readonly differing: readonly number[];
}

/** `uncertain`: for each row its days. */
export function* onAllDays(
  evaluator: WasmEvaluator,
  settler: Settler | undefined,
  batch: Batch,
  uncertain: ReadonlyMap<number, readonly Day[]>,
): Generator<RowOutcomes> {
  let [rows, days]: [number[], number[]] = [[], []];
  for (const [row, each] of uncertain) {
    if (rows.length + each.length > MOST_ROW_DAYS && rows.length > 0) {
      yield* outcomes(evaluator, settler, batch, rows, days);
      [rows, days] = [[], []];
    }
    for (const day of each) {
      rows.push(row);
      days.push(day);
    }
  }
  yield* outcomes(evaluator, settler, batch, rows, days);
}

/** The days of a row stand together. */
function* outcomes(
  evaluator: WasmEvaluator,
  settler: Settler | undefined,
  batch: Batch,
  rows: readonly number[],
  days: readonly Day[],
): Generator<RowOutcomes> {
  const single = rowsOf(batch, Int32Array.from(rows), Int32Array.from(days));
  const kleene = evaluator.plan.outputs.map(() => new Uint8Array(single.rows));
  evaluator.process(single, (piece) => {
    kleene.forEach((output, index) => {
      output.set(piece.bytes(index), piece.firstRow);
    });
  });
  const settled = settler ? kleene.map((output) => Uint8Array.from(output)) : kleene;
  settler?.settle(single, settled, () => {});
  for (let first = 0, next = 0; first < rows.length; first = next) {
    while (next < rows.length && rows[next] === rows[first]) next++;
    const together = (outputs: readonly Uint8Array[]): Uint8Array =>
      Uint8Array.from(outputs, (output) =>
        same(output, first, next) ? (output[first] as number) : UNDETERMINED,
      );
    const ofKleene = together(kleene);
    yield {
      row: rows[first] as number,
      kleene: ofKleene,
      settled: settler ? together(settled) : ofKleene,
      differing: settled.flatMap((output, index) => (same(output, first, next) ? [] : [index])),
    };
  }
}

function same(outcomes: Uint8Array, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row++) if (outcomes[row] !== outcomes[from]) return false;
  return true;
}
