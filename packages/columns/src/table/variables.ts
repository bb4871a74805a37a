/** The facts that a decision table varies, and the values that each may have. */
import type { Rulebook } from '@anpo/engine';
import { type Day, formatDay } from '@anpo/engine/calendar';
import { indexRulebook } from '@anpo/engine/rulebook';
import { type Batch, type Column, UNKNOWN_INT32 } from '../data/column.ts';
import { type Plan, parseKey } from '../plan/plan.ts';
import { domainOf } from '../plan/tests.ts';
import { numberStretches } from './numbers.ts';
import { thresholds } from './thresholds.ts';

/** The name under which the day itself is varied. */
export const DATE_VARIABLE = 'date';

export interface Variable {
  readonly key: string;
  /** What a reader sees for each value. */
  readonly values: readonly string[];
  /** True where the values are stretches of one line, so that neighbours may be joined. */
  readonly ordered: boolean;
  /** The column for rows that hold these values, by position. */
  column(positions: Uint16Array): Column | { readonly days: Int32Array };
}

/** `turns`: days besides the law's own on which the outcome may change, where the date is varied. */
export function variableOf(rulebook: Rulebook, plan: Plan, key: string, turns: readonly Day[]): Variable {
  if (key === DATE_VARIABLE) return dateVariable(plan, turns);
  const { fact: id } = parseKey(key);
  const fact = indexRulebook(rulebook).fact(id);
  switch (fact.type) {
    case 'yes-no':
      return {
        key,
        values: ['yes', 'no'],
        ordered: false,
        column: (positions) => ({ kind: 'yes-no', values: Uint8Array.from(positions, (at) => 1 - at) }),
      };
    case 'number':
    case 'amount': {
      const stretches = numberStretches(plan, id);
      return {
        key,
        values: stretchNames(stretches.limits),
        ordered: true,
        column: (positions) => stretches.column(positions),
      };
    }
    case 'date': {
      const limits = thresholds(plan, id)
        .map(Number)
        .sort((a, b) => a - b);
      const points = [(limits[0] ?? 0) - 1, ...limits];
      return {
        key,
        values: stretchNames(limits.map(formatDay)),
        ordered: true,
        column: (positions) => ({
          kind: 'int32',
          values: Int32Array.from(positions, (at) => points[at] ?? UNKNOWN_INT32),
        }),
      };
    }
    default: {
      const names = domainOf(rulebook, fact);
      return {
        key,
        values: names,
        ordered: false,
        column: (positions) => ({ kind: 'codes', values: positions, dictionary: names }),
      };
    }
  }
}

function dateVariable(plan: Plan, turns: readonly Day[]): Variable {
  const boundaries = [...new Set([...plan.dates.boundaries, ...turns])].sort((a, b) => a - b);
  // Without boundaries the law of all days is one: any day will do.
  const days = [(boundaries[0] ?? 0) - 1, ...boundaries];
  return {
    key: DATE_VARIABLE,
    values: stretchNames(boundaries.map(formatDay)),
    ordered: true,
    column: (positions) => ({ days: Int32Array.from(positions, (at) => days[at] as number) }),
  };
}

/** Stretches of a line by the limits between them, in signs that every language reads. */
const stretchNames = (limits: readonly string[]): readonly string[] =>
  limits.length === 0
    ? ['any']
    : [
        `< ${limits[0]}`,
        ...limits.map((at, index) => {
          const next = limits[index + 1];
          return next === undefined ? `≥ ${at}` : `≥ ${at}, < ${next}`;
        }),
      ];

/** All combinations of the variables' values as a batch; the last variable changes fastest. */
export function combinations(
  variables: readonly Variable[],
  more: Readonly<Record<string, (rows: number) => Column>>,
): Batch {
  const rows = variables.reduce((product, variable) => product * variable.values.length, 1);
  const columns: Record<string, Column> = {};
  let on: Int32Array | undefined;
  let repeat = rows;
  for (const variable of variables) {
    const count = variable.values.length;
    repeat /= count;
    const positions = Uint16Array.from({ length: rows }, (_, row) => Math.floor(row / repeat) % count);
    const column = variable.column(positions);
    if ('days' in column) on = column.days;
    else columns[variable.key] = column;
  }
  for (const [key, make] of Object.entries(more)) columns[key] = make(rows);
  return { rows, ...(on ? { on } : {}), columns };
}
