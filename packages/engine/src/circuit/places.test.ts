import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/date.ts';
import { makePlace } from '../testing/make.ts';
import { ELSEWHERE, elsewhereIn, Geography } from './places.ts';

const entry = (party: string, from?: string, until?: string) => ({
  relation: 'administered' as const,
  party,
  period: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
  citations: [],
});
const part = (place: string, from?: string, until?: string) => ({
  place,
  period: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
  citations: [],
});

const geography = new Geography([
  makePlace({ id: 'japan', relations: [entry('JP')] }),
  makePlace({
    id: 'ryukyu',
    partOf: [part('japan', '1972-05-15')],
    relations: [entry('US', '1945-04-01', '1972-05-15')],
  }),
  makePlace({ id: 'okinawa', partOf: [part('ryukyu')] }),
  makePlace({ id: 'base', partOf: [part('okinawa')], relations: [entry('US', '1980-01-01')] }),
  makePlace({ id: 'guam', relations: [entry('US')] }),
]);
const at = (date: string): number => toDay(date);
const parties = (place: string, date: string): string[] =>
  geography.relationAt(place, 'administered', at(date)).map(({ party }) => party);

describe('places', () => {
  it('gives every region an elsewhere, and the whole world one', () => {
    expect(geography.leaves).toEqual([
      elsewhereIn('japan'),
      elsewhereIn('ryukyu'),
      elsewhereIn('okinawa'),
      'base',
      'guam',
      ELSEWHERE,
    ]);
    expect(geography.knows('okinawa')).toBe(true);
    expect(geography.knows(elsewhereIn('okinawa'))).toBe(true);
    expect(geography.knows('atlantis')).toBe(false);
  });

  it('covers nested parts, as of the date', () => {
    expect(geography.leavesOf('japan', at('1965-01-01'))).toEqual([elsewhereIn('japan')]);
    expect(geography.leavesOf('japan', at('1972-05-15'))).toEqual([
      'base',
      elsewhereIn('japan'),
      elsewhereIn('okinawa'),
      elsewhereIn('ryukyu'),
    ]);
    expect(geography.leavesOf('guam', at('1965-01-01'))).toEqual(['guam']);
  });

  it('cuts what regions cover into stretches and joins equal neighbours', () => {
    const covered = geography.covered(['japan']);
    expect(covered.map(({ from, until }) => [from, until])).toEqual([
      [undefined, at('1972-05-15')],
      [at('1972-05-15'), undefined],
    ]);
    expect(geography.covered(['okinawa'])).toHaveLength(1);
  });

  it('takes the entry of the nearest region for a place without its own', () => {
    expect(parties('okinawa', '1965-01-01')).toEqual(['US']);
    expect(parties('okinawa', '1975-01-01')).toEqual(['JP']);
    expect(parties('base', '1975-01-01')).toEqual(['JP']);
    expect(parties('base', '1985-01-01')).toEqual(['US']);
    expect(parties(elsewhereIn('ryukyu'), '1965-01-01')).toEqual(['US']);
    expect(parties('okinawa', '1940-01-01')).toEqual([]);
    expect(parties(ELSEWHERE, '1975-01-01')).toEqual([]);
  });

  it('tabulates relations by stretch', () => {
    const stretches = geography.relations('administered');
    expect(stretches.map(({ from }) => from)).toEqual([
      undefined,
      at('1945-04-01'),
      at('1972-05-15'),
      at('1980-01-01'),
    ]);
    expect(stretches.at(-1)?.value.get('base')?.[0]?.place).toBe('base');
    expect(geography.relations('claimed')[0]?.value.get('guam')).toEqual([]);
  });
});
