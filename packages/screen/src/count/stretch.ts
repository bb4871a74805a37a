/**
 * Rows that are known only to have been on one of several days: which days of them the law tells apart. A finding of
 * such a row is what it is on all of these days, and undetermined where they differ.
 */
import { type Batch, type Column, UNKNOWN_INT32 } from '@anpo/columns/data';
import { type Plan, slotKeys } from '@anpo/columns/plan';
import { addDuration, type Day } from '@anpo/engine/calendar';

export class Stretches {
  readonly #plan: Plan;
  /** Days on which what rows come to may change, ascending. */
  readonly #cuts: readonly Day[];
  /** By stretch: many rows share one. */
  readonly #known = new Map<string, readonly Day[]>();

  /** `days`: days beyond the plan's own boundaries on which it may. */
  constructor(plan: Plan, days: readonly Day[] = []) {
    this.#plan = plan;
    this.#cuts = [...new Set([...plan.dates.boundaries, ...days])].sort((a, b) => a - b);
  }

  /** The days to ask about for each row whose days the law tells apart; the other rows are not in it. */
  of(batch: Batch, until: Int32Array): ReadonlyMap<number, readonly Day[]> {
    const on = batch.on as Int32Array;
    const clocks = this.#clocks(batch);
    const found = new Map<number, readonly Day[]>();
    for (let row = 0; row < batch.rows; row++) {
      const [first, last] = [on[row] as number, until[row] as number];
      if (last <= first) continue;
      const days =
        clocks.length > 0 ? this.#days(first, last, clocks, row) : this.#daysWithoutClocks(first, last);
      if (days.length > 1) found.set(row, days);
    }
    return found;
  }

  #daysWithoutClocks(first: Day, last: Day): readonly Day[] {
    const key = `${first} ${last}`;
    let days = this.#known.get(key);
    if (!days) {
      days = this.#days(first, last, [], 0);
      this.#known.set(key, days);
    }
    return days;
  }

  /** The first day, and every later one on which the law becomes another or a time has run. */
  #days(first: Day, last: Day, clocks: readonly Clock[], row: number): readonly Day[] {
    const days = new Set([first]);
    for (const day of this.#cuts) if (day > first && day <= last) days.add(day);
    for (const { values, duration } of clocks) {
      const start = values[row] as number;
      if (start === UNKNOWN_INT32) continue;
      const end = addDuration(start, duration);
      if (end > first && end <= last) days.add(end);
    }
    return [...days];
  }

  /** Days in the data from which a time runs. */
  #clocks({ columns }: Batch): readonly Clock[] {
    return this.#plan.inputs.flatMap(({ slot, test }) => {
      if (test.kind !== 'elapsed') return [];
      const keys = slotKeys(this.#plan.slots[slot] as Plan['slots'][number]);
      const column = keys.map((key) => columns[key]).find((each) => each !== undefined);
      return column?.kind === 'int32' ? [{ values: column.values, duration: test.duration }] : [];
    });
  }
}

interface Clock {
  readonly values: Int32Array;
  readonly duration: Parameters<typeof addDuration>[1];
}

/** A batch of these rows of another, in this order; one may stand there often. */
export function rowsOf(batch: Batch, rows: Int32Array, on?: Int32Array): Batch {
  const days = on ?? (batch.on && gathered(batch.on, rows));
  return {
    rows: rows.length,
    ...(days ? { on: days } : {}),
    columns: Object.fromEntries(
      Object.entries(batch.columns).map(([key, column]) => [
        key,
        { ...column, values: gathered(column.values as Int32Array, rows) } as Column,
      ]),
    ),
  };
}

function gathered<Values extends Int32Array | Uint8Array>(values: Values, rows: Int32Array): Values {
  const result = new (values.constructor as new (length: number) => Values)(rows.length);
  for (let index = 0; index < rows.length; index++) result[index] = values[rows[index] as number] as number;
  return result;
}
