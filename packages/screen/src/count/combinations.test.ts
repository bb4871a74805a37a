/** Counting combinations and evaluating them comes to what evaluating every row comes to. */

import { WasmEvaluator } from '@anpo/columns';
import { compilePlan } from '@anpo/columns/plan';
import { batchOf } from '@anpo/columns/testing';
import { randomRulebook, randomSituation } from '@anpo/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Combinations } from './combinations.ts';
import { Summary } from './summary.ts';

const OPTIONS = { rows: 256, segments: 64 };

describe('Combinations', () => {
  it('counts as evaluating each row does, whatever rules, cells and days', () => {
    let combined = 0;
    fc.assert(
      fc.property(
        randomRulebook,
        fc.array(randomSituation, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('float64' as const, 'int64' as const, 'int32' as const),
        fc.constantFrom(undefined, '2009-05-06'),
        (rulebook, situations, numbers, on) => {
          const plan = compilePlan(rulebook, { incidents: 2, on });
          const rows = situations.map((each) => ({ ...each, known: undefined }));
          const whole = batchOf(rulebook, plan, rows, { yesNo: 'yes-no', codes: 'Uint8', numbers });
          const batch = on === undefined ? whole : { ...whole, on: undefined };
          const party = Object.keys(batch.columns).find((key) => batch.columns[key]?.kind === 'codes');
          const summarize = (one: boolean): unknown => {
            const summary = new Summary(new WasmEvaluator(plan, OPTIONS), party);
            for (let times = 0; times < 2; times++) summary.add(batch, one);
            return summary.rows();
          };
          if (new Combinations(plan, party).add(batch)) combined++;
          expect(summarize(false)).toEqual(summarize(true));
        },
      ),
      { numRuns: 150 },
    );
    expect(combined).toBeGreaterThan(75);
  });

  it('leaves days to be evaluated one by one that lie beyond its table', () => {
    const [rulebook] = fc.sample(randomRulebook, { numRuns: 1, seed: 5 });
    if (!rulebook) throw new Error('no sample');
    const plan = compilePlan(rulebook, {});
    const combinations = new Combinations(plan, undefined);
    const add = (day: number): boolean => combinations.add({ rows: 1, on: Int32Array.of(day), columns: {} });
    expect([add(-5000), add(-100_000), add(5000), add(100_000)]).toEqual([true, false, true, false]);
    expect([...combinations.take().rows]).toEqual([1, 1]);
    expect(combinations.take().batch.rows).toBe(0);
  });
});
