/**
 * Findings over a fixed sample of the precedents and examples speak rightly of who agrees; a reading that begins on a
 * treaty's day has a reason for it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { expect, it } from 'vitest';
import { readingsOnATreatysDay, searchAgreement } from './search.ts';
import { everySituation } from './situations.ts';

/** Every so many of the situations. */
const STEP = 29;

it('no finding is called agreed where one is open and another not, nor tells a reading of a place not named', async () => {
  const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
  if (!rulebook) throw new Error('the library is not sound: run `npx anpo check`');
  const situations = everySituation(rulebook).filter((_, at) => at % STEP === 0);
  const { read, ...found } = searchAgreement(rulebook, situations);
  expect(read).toBeGreaterThan(0);
  expect(found).toEqual({
    agreedOverOpen: [],
    agreedOverDifferent: [],
    placeNotNamed: [],
    beforeTheRule: [],
  });
});

it('a reading begins on the day of an instrument only for a reason that is told', async () => {
  const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
  if (!rulebook) throw new Error('the library is not sound: run `npx anpo check`');
  const told = readFileSync(join(import.meta.dirname, 'on-a-treatys-day.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of told) expect(line).toMatch(/ \| (stated|subject|open): ./);
  const found = readingsOnATreatysDay(rulebook).map((each) => each.replace(/ \(.*$/, ''));
  expect(told.map((line) => line.split(' | ')[0]).sort()).toEqual([...found].sort());
});
