/**
 * The plain definition of every test: what a cell comes to. The evaluators without SIMD use it to pack columns,
 * and the fast packing is tested against it.
 */
import type { Plan } from '../plan/plan.ts';
import { classOfDay } from '../plan/plan.ts';
import { dictionaryTruth } from './codes.ts';
import { type Batch, type Column, UNKNOWN_INT32, UNKNOWN_INT64 } from './column.ts';
import { latestStarts } from './dates.ts';
import { firstDouble, firstUnit } from './decimal.ts';

const UNKNOWN = 2;

/** 0, 1 or 2 for each row. */
export function testRows(plan: Plan, inputId: number, column: Column | undefined, batch: Batch): Uint8Array {
  const { rows } = batch;
  const truth = new Uint8Array(rows).fill(UNKNOWN);
  if (!column) return truth;
  const { test } = plan.inputs[inputId] as Plan['inputs'][number];
  const fill = (value: (row: number) => number): Uint8Array => {
    for (let row = 0; row < rows; row++) truth[row] = value(row);
    return truth;
  };
  switch (test.kind) {
    case 'yes':
      return fill(yesNo(column));
    case 'code': {
      if (column.kind !== 'codes') return truth;
      const tables = new Map<number, Uint8Array>();
      return fill((row) => {
        const dateClass = plan.dates.on === undefined ? classOfDay(plan.dates, batch.on?.[row] as number) : 0;
        let table = tables.get(dateClass);
        if (!table) {
          table = dictionaryTruth(plan, inputId, column.dictionary, dateClass);
          tables.set(dateClass, table);
        }
        return table[column.values[row] as number] ?? UNKNOWN;
      });
    }
    case 'at-least':
      return fill(atLeast(column, test.at));
    case 'elapsed': {
      if (column.kind !== 'int32') return truth;
      const latest = latestStarts(test.duration, batch.on as Int32Array, 0, rows);
      return fill((row) => {
        const value = column.values[row] as number;
        return value === UNKNOWN_INT32 ? UNKNOWN : Number(value <= (latest[row] as number));
      });
    }
  }
}

function yesNo(column: Column): (row: number) => number {
  if (column.kind === 'yes-no') return (row) => Math.min(column.values[row] as number, UNKNOWN);
  if (column.kind !== 'bits') return () => UNKNOWN;
  const bit = (bytes: Uint8Array, row: number): number => ((bytes[row >> 3] as number) >> (row & 7)) & 1;
  const { values, validity } = column;
  return (row) => (validity && bit(validity, row) === 0 ? UNKNOWN : bit(values, row));
}

function atLeast(column: Column, at: string): (row: number) => number {
  switch (column.kind) {
    case 'int32': {
      const first = Number(firstUnit(at, column.scale ?? 0));
      return (row) => {
        const value = column.values[row] as number;
        return value === UNKNOWN_INT32 ? UNKNOWN : Number(value >= first);
      };
    }
    case 'int64': {
      const first = firstUnit(at, column.scale ?? 0);
      return (row) => {
        const value = column.values[row] as bigint;
        return value === UNKNOWN_INT64 ? UNKNOWN : Number(value >= first);
      };
    }
    case 'float64': {
      const first = firstDouble(at);
      return (row) => {
        const value = column.values[row] as number;
        return Number.isNaN(value) ? UNKNOWN : Number(value >= first);
      };
    }
    default:
      return () => UNKNOWN;
  }
}
