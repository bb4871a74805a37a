/** A batch as rows of SQL literals, for tables that servers are tested with. */

import type { Rulebook } from '@anpo/engine';
import { formatDay } from '@anpo/engine/calendar';
import { type Batch, type Column, UNKNOWN_INT32, UNKNOWN_INT64 } from '../data/column.ts';
import type { Plan } from '../plan/plan.ts';
import type { Dialect } from '../sql/dialect.ts';
import { DAY_COLUMN } from '../sql/names.ts';
import { literal } from '../sql/values.ts';
import { sourceColumns } from '../sql/view.ts';

const ROW = 'row_number';

/** Statements that make a table with the batch; rows are numbered in a column of their own. */
export function tableStatements(
  rulebook: Rulebook,
  plan: Plan,
  batch: Batch,
  dialect: Dialect,
  table: string,
): readonly string[] {
  const columns = sourceColumns(rulebook, plan, dialect);
  const definitions = columns.map(({ name, type }) => `${dialect.quote(name)} ${type}`);
  const rows = Array.from({ length: batch.rows }, (_, row) => {
    const cells = columns.map(({ name, type }) => {
      if (name === DAY_COLUMN) return `DATE '${formatDay(batch.on?.[row] as number)}'`;
      return cell(batch.columns[name] as Column, row, type === dialect.types.date);
    });
    return `(${[row, ...cells].join(', ')})`;
  });
  return [
    `CREATE TABLE ${table} (${[`${ROW} INTEGER`, ...definitions].join(', ')})`,
    `INSERT INTO ${table} VALUES ${rows.join(',\n')}`,
  ];
}

export const ROW_COLUMN = ROW;

function cell(column: Column, row: number, isDate: boolean): string {
  switch (column.kind) {
    case 'yes-no':
      return ['FALSE', 'TRUE'][column.values[row] as number] ?? 'NULL';
    case 'bits': {
      const bit = (bytes: Uint8Array): boolean => (((bytes[row >> 3] as number) >> (row & 7)) & 1) === 1;
      if (column.validity && !bit(column.validity)) return 'NULL';
      return bit(column.values) ? 'TRUE' : 'FALSE';
    }
    case 'codes': {
      const name = column.dictionary[column.values[row] as number];
      return name === undefined || name === null ? 'NULL' : literal(name);
    }
    case 'int32': {
      const value = column.values[row] as number;
      if (value === UNKNOWN_INT32) return 'NULL';
      return isDate ? `DATE '${formatDay(value)}'` : String(value / 10 ** (column.scale ?? 0));
    }
    case 'int64': {
      const value = column.values[row] as bigint;
      return value === UNKNOWN_INT64 ? 'NULL' : String(Number(value) / 10 ** (column.scale ?? 0));
    }
    case 'float64': {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? 'NULL' : String(value);
    }
  }
}
