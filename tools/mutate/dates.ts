/** Dates moved by years, as texts. */
import { addDuration, formatDay, toDay } from '@anpo/engine/calendar';
import type { Period } from '@anpo/engine/rulebook';

export function shiftedYear(date: string, years: number): string {
  if (years >= 0) return formatDay(addDuration(toDay(date), { count: years, unit: 'years' }));
  return date
    .replace(/^\d{4}/, (year) => String(Number(year) + years).padStart(4, '0'))
    .replace('-02-29', '-02-28');
}

export interface ShiftedPeriod {
  readonly what: string;
  readonly period: Period;
}

/** The period with its beginning or its end a year earlier or later. */
export function shiftedPeriods(period: Period): ShiftedPeriod[] {
  return (['from', 'until'] as const).flatMap((end) => {
    const date = period[end];
    if (date === undefined) return [];
    return [-1, 1].map((years) => ({
      what: `${end} ${date} a year ${years < 0 ? 'earlier' : 'later'}`,
      period: { ...period, [end]: shiftedYear(date, years) },
    }));
  });
}
