/** A row that may have been on several days comes to what it comes to on each of them, and else is undetermined. */
import { WasmEvaluator } from '@anpo/columns';
import { compilePlan } from '@anpo/columns/plan';
import { batchOf } from '@anpo/columns/testing';
import { randomRulebook, randomSituation } from '@anpo/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Settler } from './settle.ts';
import { rowsOf } from './stretch.ts';
import { Summary } from './summary.ts';

const OPTIONS = { rows: 256, segments: 64 };

it('comes to what all of its days agree on, whatever rules, cells and days', () => {
  let [differing, agreeing] = [0, 0];
  fc.assert(
    fc.property(
      randomRulebook,
      fc.array(fc.tuple(randomSituation, fc.constantFrom(0, 0, 1, 29, 364, 900)), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.boolean(),
      (rulebook, rows, settles) => {
        const plan = compilePlan(rulebook, { incidents: 2 });
        const situations = rows.map(([each]) => ({ ...each, known: undefined }));
        const whole = batchOf(rulebook, plan, situations, {
          yesNo: 'yes-no',
          codes: 'Uint8',
          numbers: 'int32',
        });
        // Near days on which the law becomes another, or there would hardly be one between a first day and a last.
        const { boundaries } = plan.dates;
        const near = (day: number, row: number): number =>
          (boundaries[(day + row) % boundaries.length] ?? day) - 20;
        const batch = { ...whole, on: (whole.on as Int32Array).map(near) };
        const party = Object.keys(batch.columns).find((key) => batch.columns[key]?.kind === 'codes');
        const on = batch.on;
        const until = on.map((day, row) => day + (rows[row]?.[1] as number));
        const summary = (): Summary =>
          new Summary(
            new WasmEvaluator(plan, OPTIONS),
            party,
            settles ? new Settler(rulebook, plan) : undefined,
          );
        const [written, counted] = [summary(), summary()];
        const found = written.add(batch, true, until) ?? [];
        counted.add(batch, false, until);
        expect(counted.rows()).toEqual(written.rows());
        expect(counted.days).toEqual(written.days);
        expect(written.days.rows).toBe(rows.filter(([, days]) => days > 0).length);
        for (let row = 0; row < batch.rows; row++) {
          const days = Int32Array.from(
            { length: (rows[row]?.[1] as number) + 1 },
            (_, day) => (on[row] as number) + day,
          );
          const each = summary().add(rowsOf(batch, new Int32Array(days.length).fill(row), days), true) ?? [];
          each.forEach((outcomes, output) => {
            const all = new Set(outcomes);
            expect(found[output]?.[row]).toBe(all.size === 1 ? outcomes[0] : 2);
            if (all.size > 1) differing++;
            else agreeing++;
          });
        }
        for (const { applies, doesNotApply, undetermined } of written.rows())
          expect(Math.min(applies, doesNotApply, undetermined)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 60 },
  );
  expect(Math.min(differing, agreeing)).toBeGreaterThan(20);
});
