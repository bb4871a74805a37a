/** Where the SQL of the engines differs. Each dialect is one value; shared code asks it and never its name. */
import type { Duration } from '@anpo/engine/rulebook';

export interface Dialect {
  readonly name: string;
  readonly quote: (name: string) => string;
  /** The day after a duration has run from a date expression, as a date. */
  readonly after: (date: string, duration: Duration) => string;
  /** A date some whole number of days later (negative: earlier). */
  readonly plusDays: (date: string, days: string) => string;
  readonly daysBetween: (later: string, earlier: string) => string;
  /** Where a text stands in a list of literals, from 1; 0 or NULL where it does not. */
  readonly position: (list: readonly string[], text: string) => string;
  /** Stands between `AS` and the body of a common table expression. */
  readonly materialized: string;
  /** Bytes that a name may have. */
  readonly longestName: number;
  /** Columns that one SELECT may have. */
  readonly mostColumns: number;
  readonly types: Readonly<Record<'boolean' | 'text' | 'date' | 'number', string>>;
}

/** A name in SQL, as the standard quotes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Hours count as whole days, rounded up, as everywhere in Anpo. */
function inDaysOrMonths({ count, unit }: Duration): { count: number; unit: 'days' | 'months' } {
  switch (unit) {
    case 'hours':
      return { count: Math.ceil(count / 24), unit: 'days' };
    case 'days':
      return { count, unit: 'days' };
    case 'months':
      return { count, unit: 'months' };
    case 'years':
      return { count: count * 12, unit: 'months' };
  }
}

const inParts = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );

const duckdb: Dialect = {
  name: 'duckdb',
  quote: quoted,
  after: (date, duration) => {
    const { count, unit } = inDaysOrMonths(duration);
    return `CAST(${date} + INTERVAL ${count} ${unit === 'days' ? 'DAY' : 'MONTH'} AS DATE)`;
  },
  plusDays: (date, days) => `CAST(${date} + CAST(${days} AS INTEGER) AS DATE)`,
  daysBetween: (later, earlier) => `(${later} - ${earlier})`,
  position: (list, text) => `list_position([${list.join(', ')}], ${text})`,
  materialized: '',
  longestName: 1000,
  mostColumns: Number.POSITIVE_INFINITY,
  types: { boolean: 'BOOLEAN', text: 'VARCHAR', date: 'DATE', number: 'DECIMAL(38,12)' },
};

const postgres: Dialect = {
  name: 'postgres',
  quote: quoted,
  after: (date, duration) => {
    const { count, unit } = inDaysOrMonths(duration);
    return `CAST(${date} + INTERVAL '${count} ${unit}' AS DATE)`;
  },
  plusDays: (date, days) => `(${date} + CAST(${days} AS INTEGER))`,
  daysBetween: (later, earlier) => `(${later} - ${earlier})`,
  position: (list, text) => `array_position(ARRAY[${list.join(', ')}], ${text})`,
  // Otherwise the planner puts the text of one level into the next, and shared steps multiply.
  materialized: 'MATERIALIZED ',
  longestName: 63,
  mostColumns: 1664,
  types: { boolean: 'BOOLEAN', text: 'TEXT', date: 'DATE', number: 'NUMERIC' },
};

const trino: Dialect = {
  name: 'trino',
  quote: quoted,
  after: (date, duration) => {
    const { count, unit } = inDaysOrMonths(duration);
    return `date_add('${unit === 'days' ? 'day' : 'month'}', ${count}, ${date})`;
  },
  plusDays: (date, days) => `date_add('day', CAST(${days} AS BIGINT), ${date})`,
  daysBetween: (later, earlier) => `date_diff('day', ${earlier}, ${later})`,
  // Trino's arrays of literals end at 254 of them; several are joined.
  position: (list, text) =>
    `array_position(${inParts(list, 200)
      .map((part) => `ARRAY[${part.join(', ')}]`)
      .join(' || ')}, ${text})`,
  materialized: '',
  longestName: 1000,
  mostColumns: Number.POSITIVE_INFINITY,
  types: { boolean: 'BOOLEAN', text: 'VARCHAR', date: 'DATE', number: 'DECIMAL(38,12)' },
};

const spark: Dialect = {
  name: 'spark',
  quote: (name) => `\`${name.replaceAll('`', '``')}\``,
  after: (date, duration) => {
    const { count, unit } = inDaysOrMonths(duration);
    return unit === 'days' ? `date_add(${date}, ${count})` : `add_months(${date}, ${count})`;
  },
  plusDays: (date, days) => `date_add(${date}, CAST(${days} AS INT))`,
  daysBetween: (later, earlier) => `datediff(${later}, ${earlier})`,
  position: (list, text) => `array_position(array(${list.join(', ')}), ${text})`,
  materialized: '',
  longestName: 1000,
  mostColumns: Number.POSITIVE_INFINITY,
  types: { boolean: 'BOOLEAN', text: 'STRING', date: 'DATE', number: 'DECIMAL(38,12)' },
};

export const dialects = { duckdb, postgres, trino, spark } as const;
export type DialectName = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as readonly DialectName[];
