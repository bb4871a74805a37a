/** Days as data know them: a day, a month, a year, a stretch; and what a day that is not known exactly comes to. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeFact,
  makeInstrument,
  makeItem,
  makeNorm,
  makeProvision,
  makeRulebook,
} from '@anpo/engine/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { readMap } from './map/read.ts';
import { screen } from './screen.ts';

const norm = (id: string) =>
  makeNorm({
    id,
    provision: 'treaty/5',
    instrument: 'treaty',
    act: 'act',
    condition: { kind: 'fact', fact: 'attack' },
  });
const rulebook = makeRulebook({
  instruments: [makeInstrument({ id: 'treaty', period: { from: '1960-06-23' } })],
  provisions: [makeProvision({ id: 'treaty/5', instrument: 'treaty' })],
  facts: [makeFact({ id: 'attack' })],
  acts: [makeItem('act')],
  norms: [norm('answer')],
});
const directory = mkdtempSync(join(tmpdir(), 'anpo-days-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Screened {
  readonly days: readonly string[];
  readonly rejects: readonly string[];
  readonly uncertain: { readonly rows: number; readonly differing: number };
}

/** The days and findings that come out, and what was rejected. */
async function screened(csv: string, on: string, more = ''): Promise<Screened> {
  const data = join(directory, 'data.csv');
  const out = join(directory, 'out.csv');
  const rejects = join(directory, 'rejects.csv');
  writeFileSync(data, csv);
  const map = readMap(`on: ${on}\nfacts: {attack: true}\n${more}`);
  const { days: uncertain, rejected } = await screen(rulebook, { data, ...map, out, rejects });
  const [head, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
  expect(head).toMatch(/^file,row,on(,until)?,answer@JP$/);
  const found = rejected === 0 ? [] : readFileSync(rejects, 'utf8').trim().split('\n').slice(1);
  return {
    days: rows.map((row) => row.split(',').slice(2).join(' ')),
    rejects: found.map((row) => row.replace(/^[^,]*,/, '').replace(/,[^,]*$/, '')),
    uncertain,
  };
}

describe('the day of a row', () => {
  it('may be written as a month or a year', async () => {
    const { days, rejects, uncertain } = await screened(
      'd\n1960-06-22\n1960-06-23\n1960-06\n1960-05\n1960-07\n1960\n1961\n1960-13\nsoon\n',
      'd',
    );
    expect(days).toEqual([
      '1960-06-22 1960-06-22 false',
      '1960-06-23 1960-06-23 true',
      '1960-06-01 1960-06-30 ',
      '1960-05-01 1960-05-31 false',
      '1960-07-01 1960-07-31 true',
      '1960-01-01 1960-12-31 ',
      '1961-01-01 1961-12-31 true',
    ]);
    expect(rejects).toEqual(['9,8,on,1960-13,row-without-date', '10,9,on,soon,row-without-date']);
    expect(uncertain).toEqual({ rows: 5, differing: 2 });
  });

  it('may be a year in a column of numbers', async () => {
    expect((await screened('d\n1959\n1960\n1961\n12345\n', 'd')).days).toEqual([
      '1959-01-01 1959-12-31 false',
      '1960-01-01 1960-12-31 ',
      '1961-01-01 1961-12-31 true',
    ]);
  });

  it('may be in columns, with -9, 0 or nothing for what is unknown', async () => {
    const { days, rejects } = await screened(
      'y,m,d\n1960,6,23\n1960,6,-9\n1960,-9,-9\n1960,-9,3\n1960,,\n1960,7,0\n1960,2,30\n-9,1,1\n',
      '{year: y, month: m, day: d}',
    );
    expect(days).toEqual([
      '1960-06-23 1960-06-23 true',
      '1960-06-01 1960-06-30 ',
      '1960-01-01 1960-12-31 ',
      '1960-01-01 1960-12-31 ',
      '1960-01-01 1960-12-31 ',
      '1960-07-01 1960-07-31 true',
    ]);
    expect(rejects).toEqual([
      '8,7,on,"y=1960, m=2, d=30",row-without-date',
      '9,8,on,"y=-9, m=1, d=1",row-without-date',
    ]);
    expect((await screened('y\n1960\n', '{year: y}')).days).toEqual(['1960-01-01 1960-12-31 ']);
  });

  it('may come with its precision', async () => {
    const { days, rejects } = await screened(
      'd,p\n1960-06-23,1\n1960-06-27,2\n1960-06-15,4\n1960-07-15,4\n1961-02-03,5\n1960-06-23,9\n',
      '{day: d, precision: p, values: {1: day, 2: week, 4: month, 5: year}}',
    );
    expect(days).toEqual([
      '1960-06-23 1960-06-23 true',
      '1960-06-21 1960-07-03 ',
      '1960-06-01 1960-06-30 ',
      '1960-07-01 1960-07-31 true',
      '1961-01-01 1961-12-31 true',
    ]);
    expect(rejects).toEqual(['7,6,on,"d=1960-06-23, p=9",row-without-date']);
  });

  it('may be a stretch, which does not end before it begins', async () => {
    const { days, rejects } = await screened(
      'a,b\n1960-06-01,1960-06-22\n1960-06-22,1960-06-23\n1960-06,1960\n1960-06-23,1960-06-22\n1960-06-23,\n',
      '{from: a, until: b}',
    );
    expect(days).toEqual(['1960-06-01 1960-06-22 false', '1960-06-22 1960-06-23 ', '1960-06-01 1960-12-31 ']);
    expect(rejects).toEqual(['5,4,on,1960-06-23 – 1960-06-22,row-without-date', '6,5,on,,row-without-date']);
  });

  it('is complained of by what the map says, and not by what was made of it', async () => {
    const work = screened('y,m\n1960,6\n', '{year: y, month: mnth}');
    await expect(work).rejects.toMatchObject({
      complaints: [{ code: 'map-expression-wrong', data: { part: 'on', sql: 'mnth' } }],
    });
  });
});
