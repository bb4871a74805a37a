/** Lines are those that a reader counts, with what the real DuckDB says of what it set aside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../source/database.ts';
import { relation } from '../source/source.ts';
import { type CsvLine, csvLines } from './csv-lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'anpo-lines-test-'));
let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => {
  database.close();
  rmSync(directory, { recursive: true, force: true });
});

const value = fc.oneof(
  fc.constantFrom('1', 'a b', "it's"),
  fc
    .array(fc.constantFrom('x', '\n', ',', '""', '\r\n', '\r'), { maxLength: 6 })
    .map((parts) => `"${parts.join('')}"`),
);
const part = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(value, value).map((cells) => ({ kind: 'row', text: cells.join(',') })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('only', '1,2,3', '"only\n"', '"1\r\n",2,3')
      .map((text) => ({ kind: 'aside', text })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'empty', text: '' }) },
);
/** Enough rows before, that DuckDB takes the file for what it is. */
const BEGINNING = Array.from({ length: 30 }, (_, row) => ({ kind: 'row', text: `"a,""${row}""",text` }));

describe('csvLines', () => {
  it('finds the lines of rows and of what DuckDB sets aside, whatever ends lines and whatever is read', async () => {
    const path = join(directory, 'some.csv');
    const { rows: connection } = database.connections;
    const file = { name: path, path, format: 'csv' as const, bytes: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('first', 'second', 'first, second', '1'),
        fc.boolean(),
        fc.constantFrom('', '\ufeff'),
        async (parts, newline, asked, endsInNewline, mark) => {
          const all = [...BEGINNING, ...parts];
          let text = `${mark}first,second${newline}`;
          const expected: CsvLine[] = [];
          for (const [index, { kind, text: own }] of all.entries()) {
            const line = text.split(/\r\n|\r|\n/).length;
            if (kind !== 'empty') expected.push({ line, isRow: kind === 'row' });
            text += own + (endsInNewline || index < all.length - 1 ? newline : '');
          }
          writeFileSync(path, text);
          const read = await connection.runAndReadAll(`SELECT ${asked} FROM ${relation(file)}`);
          const errors = await connection.runAndReadAll(
            'SELECT DISTINCT line_byte_position FROM reject_errors ORDER BY ALL',
          );
          await connection.run('DROP TABLE reject_errors');
          await connection.run('DROP TABLE reject_scans');
          const aside = errors.getRows().map(([at]) => Number(at));
          const found = await csvLines({ path, columns: 2, rows: read.currentRowCount, aside });
          expect(found && (await Array.fromAsync(found))).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names no line when rows and file do not agree', async () => {
    const path = join(directory, 'other.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    expect(await csvLines({ path, columns: 2, rows: 5, aside: [] })).toBeUndefined();
  });
});
