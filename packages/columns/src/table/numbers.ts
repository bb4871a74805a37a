/** The numbers that a table needs of a fact: one for each stretch between the limits that its tests compare with. */
import { compareDecimal } from '@anpo/engine/situation';
import type { Column } from '../data/column.ts';
import { firstUnit } from '../data/decimal.ts';
import type { Plan } from '../plan/plan.ts';
import { thresholds } from './thresholds.ts';

export interface NumberStretches {
  /** Ascending. Stretch 0 lies below the first; stretch `n` begins with the `n`th. */
  readonly limits: readonly string[];
  stretchOf(value: string): number;
  /** A column of numbers that lie in these stretches. */
  column(stretches: Uint16Array): Column;
}

export function numberStretches(plan: Plan, fact: string): NumberStretches {
  const limits = thresholds(plan, fact).sort(compareDecimal);
  // No more decimals than the limits have: finer units would leave less room for large numbers.
  const scale = Math.max(0, ...limits.map((limit) => limit.split('.')[1]?.length ?? 0));
  const units = limits.map((limit) => firstUnit(limit, scale));
  const points = [(units[0] ?? 0n) - 1n, ...units];
  return {
    limits,
    stretchOf: (value) => limits.filter((limit) => compareDecimal(value, limit) >= 0).length,
    column: (stretches) => ({
      kind: 'int64',
      scale,
      values: BigInt64Array.from(stretches, (at) => points[at] as bigint),
    }),
  };
}
