/**
 * The day of a row, as far as the data know it: one day, or the first and the last of those that it may have been.
 * What a map says becomes SQL of both.
 */
import { literal } from '@anpo/columns/sql';
import { z } from 'zod';

const sql = z.string().min(1);
const precisions = ['day', 'week', 'month', 'year'] as const;

export const daySchema = z.union([
  sql,
  z.strictObject({ from: sql, until: sql }),
  z.strictObject({ year: sql, month: sql.optional(), day: sql.optional() }),
  z.strictObject({
    day: sql,
    precision: sql,
    /** What a cell of the precision means; absent: the cells are these words. */
    values: z.record(z.string(), z.enum(precisions)).optional(),
  }),
]);

/** How a map says the day: SQL, or one of the forms in which data say that they do not know it exactly. */
export type MappedDay = z.infer<typeof daySchema>;

export interface DaySql {
  readonly from: string;
  /** Absent: the same expression, whose values are days, months (1960-06) or years (1960). */
  readonly until?: string | undefined;
}

export function daySql(day: MappedDay): DaySql {
  if (typeof day === 'string') return { from: day };
  if ('from' in day) return day;
  if ('precision' in day) return ofPrecision(day);
  return ofParts(day);
}

/** The SQL that a map gives for a day, as it stands there. */
export const partsOf = (day: MappedDay): readonly string[] =>
  typeof day === 'string' ? [day] : Object.values(day).filter((part) => typeof part === 'string');

/** NULL, 0 and negative numbers (COW and MID write -9) are unknown. A day without its month says nothing. */
function ofParts({
  year,
  month,
  day,
}: {
  year: string;
  month?: string | undefined;
  day?: string | undefined;
}): DaySql {
  const part = (source: string | undefined): string =>
    source === undefined
      ? 'NULL'
      : `CASE WHEN CAST((${source}) AS INTEGER) > 0 THEN CAST((${source}) AS INTEGER) END`;
  const [y, m, d] = [part(year), part(month), part(day)];
  const of = (wholeYear: string, wholeMonth: string): string =>
    `CASE WHEN (${m}) IS NULL THEN ${wholeYear} WHEN (${d}) IS NULL THEN ${wholeMonth} ELSE make_date(${y}, ${m}, ${d}) END`;
  return {
    from: of(`make_date(${y}, 1, 1)`, `make_date(${y}, ${m}, 1)`),
    until: of(`make_date(${y}, 12, 31)`, `last_day(make_date(${y}, ${m}, 1))`),
  };
}

/** A precision that is not listed leaves the row without a date. */
function ofPrecision({
  day,
  precision,
  values,
}: {
  day: string;
  precision: string;
  values?: Readonly<Record<string, string>> | undefined;
}): DaySql {
  const cells = Object.entries(values ?? Object.fromEntries(precisions.map((each) => [each, each])));
  const given = `CAST((${day}) AS DATE)`;
  const ends: Readonly<Record<string, readonly [string, string]>> = {
    day: [given, given],
    week: [`${given} - 6`, `${given} + 6`],
    month: [`CAST(date_trunc('month', ${given}) AS DATE)`, `last_day(${given})`],
    year: [`make_date(year(${given}), 1, 1)`, `make_date(year(${given}), 12, 31)`],
  };
  const of = (end: 0 | 1): string =>
    `CASE CAST((${precision}) AS VARCHAR) ${cells
      .map(([cell, means]) => `WHEN ${literal(cell)} THEN ${(ends[means] as readonly string[])[end]}`)
      .join(' ')} END`;
  return { from: of(0), until: of(1) };
}
