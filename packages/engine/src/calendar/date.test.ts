import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration, formatDay, parseDay, periodHolds, toDay } from './date.ts';

const after = (date: string, count: number, unit: 'hours' | 'days' | 'months' | 'years'): string =>
  formatDay(addDuration(toDay(date), { count, unit }));

describe('dates', () => {
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-04-31',
    '2024-00-10',
    '24-01-01',
    '2024-1-1',
    'x',
  ])('takes %s for no date', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => toDay(text)).toThrow(/is not a calendar date/);
  });

  it('knows the leap years', () => {
    expect(formatDay(toDay('2000-02-29'))).toBe('2000-02-29');
    expect(toDay('2024-03-01') - toDay('2024-02-28')).toBe(2);
    expect(toDay('1900-03-01') - toDay('1900-02-28')).toBe(1);
  });

  it('keeps early years in their century', () => {
    expect(formatDay(toDay('0050-01-01'))).toBe('0050-01-01');
  });

  it('adds months and years by the calendar, ending on the last day of a shorter month', () => {
    expect(after('2024-01-31', 1, 'months')).toBe('2024-02-29');
    expect(after('2023-01-31', 1, 'months')).toBe('2023-02-28');
    expect(after('2023-10-31', 13, 'months')).toBe('2024-11-30');
    expect(after('2024-02-29', 1, 'years')).toBe('2025-02-28');
    expect(after('1970-06-23', 1, 'years')).toBe('1971-06-23');
    expect(after('1969-12-31', 2, 'months')).toBe('1970-02-28');
  });

  it('counts hours as whole days, rounded up', () => {
    expect(after('2024-01-01', 24, 'hours')).toBe('2024-01-02');
    expect(after('2024-01-01', 25, 'hours')).toBe('2024-01-03');
    expect(after('2024-01-01', 0, 'hours')).toBe('2024-01-01');
  });

  it('reads periods as half-open', () => {
    const period = { from: '1960-06-23', until: '1972-05-15' };
    const holds = (date: string): boolean => periodHolds(period, toDay(date));
    expect([holds('1960-06-22'), holds('1960-06-23'), holds('1972-05-14'), holds('1972-05-15')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(periodHolds({}, 0)).toBe(true);
  });

  it('writes every day so that it reads it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
  });
});
