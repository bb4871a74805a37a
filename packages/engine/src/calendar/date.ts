/**
 * Calendar dates as whole days since 1970-01-01, and durations added by the civil calendar.
 * A treaty period of years or months ends on the day of the same number; where the month has no such day,
 * on its last day. Dates carry no time of day and no zone: a date is the one at the place the provision names.
 */
import type { Duration, Period } from '../rulebook/schema.ts';

export type Day = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01, or undefined where the text is no calendar date. */
export function parseDay(text: string): Day | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = utc(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
  return time / MILLISECONDS_PER_DAY;
}

/** Like {@link parseDay}; throws a RangeError for what is no date. For texts that a schema has validated. */
export function toDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`"${text}" is not a calendar date (YYYY-MM-DD)`);
  return day;
}

export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The day on which a duration that starts on `day` has run. Hours count as whole days, rounded up. */
export function addDuration(day: Day, duration: Duration): Day {
  switch (duration.unit) {
    case 'hours':
      return day + Math.ceil(duration.count / 24);
    case 'days':
      return day + duration.count;
    case 'months':
      return addMonths(day, duration.count);
    case 'years':
      return addMonths(day, duration.count * 12);
  }
}

/** True where the period `[from, until)` holds on the day. */
export function periodHolds(period: Period, day: Day): boolean {
  return (
    (period.from === undefined || day >= toDay(period.from)) &&
    (period.until === undefined || day < toDay(period.until))
  );
}

function addMonths(day: Day, months: number): Day {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12;
  const last = new Date(utc(year, month + 1, 0)).getUTCDate();
  return utc(year, month, Math.min(date.getUTCDate(), last)) / MILLISECONDS_PER_DAY;
}

/** `Date.UTC` reads years 0 to 99 as 1900 to 1999; a treaty date must not jump a century. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}
