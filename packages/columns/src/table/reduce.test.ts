import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceTable } from './reduce.ts';

describe('reduceTable', () => {
  it('says the same as the table of all combinations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(2)),
        (sizes, stream) => {
          const cells = sizes.reduce((product, size) => product * size, 1);
          const outcomes = Uint8Array.from({ length: cells }, () => stream.next().value as number);
          const rows = reduceTable(sizes, outcomes);
          for (let cell = 0; cell < cells; cell++) {
            let rest = cell;
            const at: number[] = [];
            for (let variable = sizes.length - 1; variable >= 0; variable--) {
              at[variable] = rest % (sizes[variable] as number);
              rest = Math.floor(rest / (sizes[variable] as number));
            }
            const matching = rows.filter((row) =>
              row.values.every((set, variable) => !set || set.includes(at[variable] as number)),
            );
            expect(matching.length).toBeGreaterThan(0);
            for (const row of matching) expect(row.outcome).toBe(outcomes[cell]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds the shortest form of a conjunction: one row for yes, one a condition for no', () => {
    const outcomes = Uint8Array.from({ length: 8 }, (_, cell) => (cell === 7 ? 1 : 0));
    expect(reduceTable([2, 2, 2], outcomes)).toHaveLength(4);
  });
});
