/** Finds the column for each slot of a plan, and refuses columns that cannot be for it. */
import { complain, nearest } from '@anpo/engine/complaint';
import { type Plan, type Slot, slotKeys } from '../plan/plan.ts';
import { columnsComplaint } from '../words/codes.ts';
import type { Batch, Column } from './column.ts';

const kinds: Readonly<Record<Slot['type'], readonly Column['kind'][]>> = {
  'yes-no': ['yes-no', 'bits'],
  choice: ['codes'],
  party: ['codes'],
  place: ['codes'],
  number: ['int32', 'int64', 'float64'],
  amount: ['int32', 'int64', 'float64'],
  date: ['int32'],
};

/**
 * One column a slot; undefined where none is given, so that the slot is unknown in every row.
 * Throws a TypeError or RangeError for columns that a program made wrongly, a ComplaintError for names in them.
 */
export function bindColumns(plan: Plan, batch: Batch): readonly (Column | undefined)[] {
  if (plan.dates.on === undefined) {
    if (batch.on === undefined) throw new TypeError('the plan is for rows with days of their own: give `on`');
    if (batch.on.length < batch.rows) throw new RangeError(`\`on\` has fewer than ${batch.rows} rows`);
  }
  return plan.slots.map((slot) => {
    const key = slotKeys(slot).find((candidate) => Object.hasOwn(batch.columns, candidate));
    if (key === undefined) return undefined;
    const column = batch.columns[key] as Column;
    checkColumn(slot, key, column, batch.rows);
    return column;
  });
}

function checkColumn(slot: Slot, key: string, column: Column, rows: number): void {
  const allowed = kinds[slot.type];
  if (!allowed.includes(column.kind)) {
    throw new TypeError(
      `the column "${key}" is for a ${slot.type} fact and must be ${allowed.join(' or ')}, not ${column.kind}`,
    );
  }
  const needed = column.kind === 'bits' ? Math.ceil(rows / 8) : rows;
  const length = Math.min(
    column.values.length,
    column.kind === 'bits' ? (column.validity?.length ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  );
  if (length < needed) throw new RangeError(`the column "${key}" has fewer than ${rows} rows`);
  if (slot.type === 'date' && column.kind === 'int32' && (column.scale ?? 0) !== 0) {
    throw new RangeError(`the column "${key}" holds days: it has no scale`);
  }
  if (column.kind !== 'codes') return;
  const domain = new Set(slot.domain);
  for (const name of column.dictionary) {
    if (name === null || domain.has(name)) continue;
    complain(
      columnsComplaint(
        'wrong-name-in-column',
        { column: key, name, fact: slot.fact },
        { nearest: nearest(name, [...domain], 3) },
      ),
    );
  }
}
