/** The first two steps of a view: cells cleaned to what their facts may be, then the tests of the plan. */
import { formatDay } from '@anpo/engine/calendar';
import type { Input, Plan, Slot } from '../plan/plan.ts';
import type { Dialect } from './dialect.ts';
import { DAY_COLUMN } from './names.ts';

/** A string of SQL. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const date = (day: number): string => `DATE '${formatDay(day)}'`;

/**
 * A cell as the tests read it: the position of a name in its fact's domain, from 1, or the value itself. NULL where
 * it says what its fact cannot be: a wrong name is unknown, never false. Long lists behind IN would each be a join
 * in DuckDB, which hundreds of tests make too many to plan; so a name is looked up once and tests read digits.
 */
export function cleaned(slot: Slot, dialect: Dialect): string {
  const column = dialect.quote(slot.key);
  if (slot.domain) return `NULLIF(${dialect.position(slot.domain.map(literal), column)}, 0)`;
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
export const uniform = (digits: string, classColumn: string): string => byDigits(digits, classColumn, 0);

/** More runs of equal digits than this are read from the text of the digits. */
const MOST_RUNS = 3;

/** The truth value (0 no, 1 yes, 2 unknown) that stands at the place of a number; NULL for no number. */
function byDigits(digits: string, column: string, first: number): string {
  if (/^2*$/.test(digits)) return 'CAST(NULL AS BOOLEAN)';
  const inRuns = (digit: string): string | undefined => {
    const runs = [...digits.matchAll(new RegExp(`${digit}+`, 'g'))].map(({ index, 0: run }) =>
      run.length === 1
        ? `${column} = ${index + first}`
        : `${column} BETWEEN ${index + first} AND ${index + first + run.length - 1}`,
    );
    return runs.length > MOST_RUNS ? undefined : runs.length === 0 ? 'FALSE' : `(${runs.join(' OR ')})`;
  };
  if (!digits.includes('2')) {
    if (!digits.includes('1')) return `CASE WHEN ${column} IS NOT NULL THEN FALSE END`;
    if (!digits.includes('0')) return `CASE WHEN ${column} IS NOT NULL THEN TRUE END`;
    const [yes, no] = [inRuns('1'), inRuns('0')];
    if (yes !== undefined && (no === undefined || yes.length <= no.length)) return yes;
    if (no !== undefined) return `NOT ${no}`;
  }
  return `CASE SUBSTR('${digits}', ${first === 1 ? column : `${column} + ${1 - first}`}, 1) WHEN '1' THEN TRUE WHEN '0' THEN FALSE END`;
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
      const [only, ...others] = test.tables.map((table) => byDigits(table, column, 1));
      if (others.length === 0) return only as string;
      const whens = test.tables.map((table, index) => {
        const holds = [...test.byClass].map((each) => (each === index ? '1' : '0')).join('');
        return `WHEN ${byDigits(holds, classColumn, 0)} THEN ${byDigits(table, column, 1)}`;
      });
      return `CASE ${whens.join(' ')} END`;
    }
  }
}
