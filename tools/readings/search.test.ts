/** Findings over the examples, and over a fixed sample of the precedents, speak rightly of who agrees. */
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { expect, it } from 'vitest';
import { searchAgreement } from './search.ts';
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
