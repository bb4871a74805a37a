/** The first two steps of a view: cells cleaned to what their facts may be, then the tests of the plan. */
import { formatDay } from '@anpo/engine';
import type { Input, Plan, Slot } from '../plan/plan.ts';
import type { Dialect } from './dialect.ts';
import { DAY_COLUMN } from './names.ts';

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const date = (day: number): string => `DATE '${formatDay(day)}'`;

/** A cell, or NULL where it says what its fact cannot be: a wrong name is unknown, never false. */
export function cleaned(slot: Slot, dialect: Dialect): string {
  const column = dialect.quote(slot.key);
  if (slot.domain) {
    return `CASE WHEN ${column} IN (${slot.domain.map(text).join(', ')}) THEN ${column} END`;
  }
  const limits = [
    ...(slot.minimum === undefined ? [] : [`${column} >= ${slot.minimum}`]),
    ...(slot.maximum === undefined ? [] : [`${column} <= ${slot.maximum}`]),
  ];
  return limits.length === 0 ? column : `CASE WHEN ${limits.join(' AND ')} THEN ${column} END`;
}

/** The date class of a row, found by halving. */
export function dateClass(plan: Plan, dialect: Dialect): string {
  const { boundaries, classes } = plan.dates;
  const column = dialect.quote(DAY_COLUMN);
  const between = (low: number, high: number): string => {
    if (low === high) return String(classes[low]);
    const middle = (low + high) >> 1;
    return `CASE WHEN ${column} < ${date(boundaries[middle] as number)} THEN ${between(low, middle)} ELSE ${between(middle + 1, high)} END`;
  };
  return `CASE WHEN ${column} IS NOT NULL THEN ${between(0, boundaries.length)} END`;
}

/** A value that depends on the date class alone. */
export function uniform(digits: string, classColumn: string): string {
  const classesOf = (digit: string): string =>
    [...digits].flatMap((each, index) => (each === digit ? [index] : [])).join(', ');
  const [yes, no] = [classesOf('1'), classesOf('0')];
  const whens = [
    ...(yes === '' ? [] : [`WHEN ${classColumn} IN (${yes}) THEN TRUE`]),
    ...(no === '' ? [] : [`WHEN ${classColumn} IN (${no}) THEN FALSE`]),
  ];
  return whens.length === 0 ? 'CAST(NULL AS BOOLEAN)' : `CASE ${whens.join(' ')} END`;
}

/** A test of a plan, on cleaned columns. */
export function tested(
  { test }: Input,
  slot: Slot,
  column: string,
  classColumn: string,
  dialect: Dialect,
): string {
  switch (test.kind) {
    case 'yes':
      return column;
    case 'at-least':
      return `${column} >= ${slot.type === 'date' ? date(Number(test.at)) : test.at}`;
    case 'elapsed':
      return `${dialect.quote(DAY_COLUMN)} >= ${dialect.after(column, test.duration)}`;
    case 'code': {
      const [only, ...others] = test.tables.map((table) => among(slot, table, column));
      if (others.length === 0) return only as string;
      const whens = test.tables.map((_, index) => {
        const classes = test.byClass.flatMap((table, dateClassId) => (table === index ? [dateClassId] : []));
        return `WHEN ${classColumn} IN (${classes.join(', ')}) THEN ${index === 0 ? only : others[index - 1]}`;
      });
      return `CASE ${whens.join(' ')} END`;
    }
  }
}

function among(slot: Slot, table: string, column: string): string {
  const names = (digit: string): string =>
    (slot.domain ?? [])
      .filter((_, index) => table[index] === digit)
      .map(text)
      .join(', ');
  const [yes, unknown] = [names('1'), names('2')];
  if (unknown === '')
    return yes === '' ? `CASE WHEN ${column} IS NOT NULL THEN FALSE END` : `${column} IN (${yes})`;
  const whens = [
    `WHEN ${column} IN (${unknown}) THEN NULL`,
    ...(yes === '' ? [] : [`WHEN ${column} IN (${yes}) THEN TRUE`]),
  ];
  return `CASE ${whens.join(' ')} WHEN ${column} IS NOT NULL THEN FALSE END`;
}
