import {
  Table as ArrowTable,
  DateDay,
  type RecordBatch,
  type Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { batchFromArrow } from './index.ts';

const table: Table = new ArrowTable({
  on: vectorFromArray(
    [new Date('1960-06-23'), new Date('1960-06-22'), new Date('2016-03-29')],
    new DateDay(),
  ),
  alert: vectorFromArray([true, null, false]),
  sender: vectorFromArray(['JP', null, 'US']),
  number: vectorFromArray([1.5, 2, null]),
});

describe('batchFromArrow', () => {
  it('reads record batches, nulls as unknown, also after a way through a file', () => {
    for (const each of [table, tableFromIPC(tableToIPC(table))]) {
      const batch = batchFromArrow(each.batches[0] as RecordBatch);
      expect(batch.rows).toBe(3);
      expect([...(batch.on ?? [])]).toEqual([-3479, -3480, 16_889]);
      const { alert, sender, number } = batch.columns;
      expect(alert).toMatchObject({ kind: 'bits' });
      const bits = alert as Extract<typeof alert, { kind: 'bits' }>;
      expect((bits?.values[0] ?? 0) & (bits?.validity?.[0] ?? 255) & 7).toBe(1);
      expect((bits?.validity?.[0] ?? 255) & 7).toBe(5);
      const codes = sender as Extract<typeof sender, { kind: 'codes' }>;
      expect([...(codes?.values ?? [])].map((at) => codes?.dictionary[at] ?? null)).toEqual([
        'JP',
        null,
        'US',
      ]);
      expect(number).toMatchObject({ kind: 'float64', values: Float64Array.of(1.5, 2, Number.NaN) });
    }
  });

  it('refuses what no fact can be', () => {
    const odd = tableFromArrays({ blob: [new Uint8Array(1)] as never });
    expect(() => batchFromArrow(odd.batches[0] as RecordBatch)).toThrow(/blob/);
  });
});
