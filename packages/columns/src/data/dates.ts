/** Groups rows by the class of their day, so that each is evaluated under the law of its own date. */
import type { Day } from '@anpo/engine/calendar';
import { latestStart } from '../plan/dates.ts';
import { classOfDay, type Plan } from '../plan/plan.ts';
import { UNKNOWN_INT32 } from './column.ts';

const classTables = new WeakMap<Plan, { first: Day; table: Int32Array }>();
/** Days outside this range are looked up singly; inside, by table. */
const MOST_DAYS = 400_000;

/** The date class of rows `[from, to)`. */
export function classesOf(plan: Plan, on: Int32Array, from: number, to: number): Int32Array {
  let known = classTables.get(plan);
  if (!known) {
    const { boundaries } = plan.dates;
    const first = (boundaries[0] ?? 0) - 1;
    const length = Math.min(MOST_DAYS, (boundaries.at(-1) ?? 0) - first + 2);
    known = {
      first,
      table: Int32Array.from({ length }, (_, index) => classOfDay(plan.dates, first + index)),
    };
    classTables.set(plan, known);
  }
  const { first, table } = known;
  const last = table.length - 1;
  const classes = new Int32Array(to - from);
  for (let row = from; row < to; row++) {
    const day = on[row] as number;
    if (day === UNKNOWN_INT32) throw new RangeError(`row ${row} has no date`);
    const index = day - first;
    classes[row - from] =
      index <= 0
        ? (table[0] as number)
        : index < last
          ? (table[index] as number)
          : last === MOST_DAYS - 1
            ? classOfDay(plan.dates, day)
            : (table[last] as number);
  }
  return classes;
}

/** For each row the last day from which the duration has run by the row's own day. */
export function latestStarts(
  duration: Parameters<typeof latestStart>[1],
  on: Int32Array,
  from: number,
  to: number,
): Int32Array {
  const known = new Map<Day, Day>();
  const result = new Int32Array(to - from);
  for (let row = from; row < to; row++) {
    const day = on[row] as number;
    let latest = known.get(day);
    if (latest === undefined) {
      latest = latestStart(day, duration);
      known.set(day, latest);
    }
    result[row - from] = latest;
  }
  return result;
}
