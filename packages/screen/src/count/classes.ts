/** What the cells of a column come to under the tests of a plan: cells of one class lead to the same findings. */
import { type Column, firstDouble, firstUnit, UNKNOWN_INT32, UNKNOWN_INT64 } from '@anpo/columns/data';
import type { Plan, Test } from '@anpo/columns/plan';
import { UNKNOWN_CODE } from '../rows/codes.ts';

export interface CellClasses {
  readonly count: number;
  /** The class of each byte, for columns of bytes. */
  readonly table?: Uint8Array | undefined;
  /** For other columns: `key[row] = key[row] * count + class` for each row. */
  readonly addTo?: ((key: Int32Array, column: Column, rows: number) => void) | undefined;
  /** A column with a cell of each of these classes. */
  column(classes: Int32Array): Column;
}

/** The classes of a column that slots of the plan read; `whole` keeps all names of a dictionary apart. */
export function cellClasses(
  plan: Plan,
  slots: readonly number[],
  column: Column,
  whole: boolean,
): CellClasses {
  const tests = plan.inputs.flatMap(({ slot, test }) => (slots.includes(slot) ? [{ slot, test }] : []));
  switch (column.kind) {
    case 'yes-no':
      return byteClasses(
        [0, 1, UNKNOWN_CODE],
        (code) => Math.min(code, 2),
        (values) => ({
          kind: 'yes-no',
          values,
        }),
      );
    case 'codes': {
      const { dictionary } = column;
      const known = new Map<string, number>();
      const cells: number[] = [];
      const classOf = Array.from({ length: 256 }, (_, code) => {
        const name = dictionary[code] ?? null;
        const key = name === null ? 'unknown' : whole ? `name ${name}` : meaning(plan, tests, name);
        let found = known.get(key);
        if (found === undefined) {
          found = cells.push(code) - 1;
          known.set(key, found);
        }
        return found;
      });
      return byteClasses(
        cells,
        (code) => classOf[code] as number,
        (values) => ({
          kind: 'codes',
          values,
          dictionary,
        }),
      );
    }
    case 'int32':
    case 'int64':
    case 'float64':
      return tests.some(({ test }) => test.kind === 'elapsed')
        ? { count: Number.POSITIVE_INFINITY, column: () => column }
        : numberClasses(column, tests);
    case 'bits':
      throw new TypeError('rows are read as bytes');
  }
}

/** What a name comes to under all tests, whatever the date. */
function meaning(plan: Plan, tests: readonly { slot: number; test: Test }[], name: string): string {
  return tests
    .map(({ slot, test }) => {
      const position = plan.slots[slot]?.domain?.indexOf(name) ?? -1;
      return test.kind === 'code' && position >= 0
        ? test.tables.map((table) => table[position]).join('')
        : '2';
    })
    .join(' ');
}

function byteClasses(
  cells: readonly number[],
  classOf: (code: number) => number,
  columnOf: (values: Uint8Array) => Column,
): CellClasses {
  return {
    count: cells.length,
    table: Uint8Array.from({ length: 256 }, (_, code) => classOf(code)),
    column: (classes) => columnOf(Uint8Array.from(classes, (each) => cells[each] as number)),
  };
}

type NumberColumn = Extract<Column, { kind: 'int32' | 'int64' | 'float64' }>;

/** Numbers and days: a class for each stretch between thresholds, and one for what is unknown. */
function numberClasses(model: NumberColumn, tests: readonly { test: Test }[]): CellClasses {
  const scale = model.kind === 'float64' ? 0 : (model.scale ?? 0);
  const ats = [...new Set(tests.flatMap(({ test }) => (test.kind === 'at-least' ? [test.at] : [])))];
  const first = (at: string): number | bigint =>
    model.kind === 'float64'
      ? firstDouble(at)
      : model.kind === 'int32'
        ? Number(firstUnit(at, scale))
        : firstUnit(at, scale);
  const thresholds = [...new Set(ats.map(first))].sort((a, b) => (a < b ? -1 : 1));
  const unknown = thresholds.length + 1;
  const isUnknown = (value: number | bigint): boolean =>
    model.kind === 'float64'
      ? Number.isNaN(value)
      : value === (model.kind === 'int32' ? UNKNOWN_INT32 : UNKNOWN_INT64);
  // A cell of each class as it was first met: what lies below the least threshold has no other sign.
  const cells: (number | bigint | undefined)[] = [];
  return {
    count: unknown + 1,
    addTo(key, column, rows) {
      const { values } = column;
      for (let row = 0; row < rows; row++) {
        const value = values[row] as number | bigint;
        let found = 0;
        if (isUnknown(value)) found = unknown;
        else while (found < thresholds.length && value >= (thresholds[found] as number | bigint)) found++;
        cells[found] ??= value;
        key[row] = (key[row] as number) * (unknown + 1) + found;
      }
    },
    column(classes) {
      const chosen = Array.from(classes, (each) => cells[each]);
      if (model.kind === 'int64') return { ...model, values: BigInt64Array.from(chosen as bigint[]) };
      return model.kind === 'int32'
        ? { ...model, values: Int32Array.from(chosen as number[]) }
        : { ...model, values: Float64Array.from(chosen as number[]) };
    },
  };
}
