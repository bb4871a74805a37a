import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLines } from './csv-lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'anpo-lines-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('csvLines', () => {
  it('finds the lines of rows among quotes, empty lines and lines set aside', async () => {
    const value = fc.oneof(
      fc.constantFrom('1', '', 'a b', "it's"),
      fc
        .array(fc.constantFrom('x', '\n', ',', '""', '\r\n'), { maxLength: 6 })
        .map((parts) => `"${parts.join('')}"`),
    );
    const line = fc.oneof(
      fc.record({ kind: fc.constant('row'), text: fc.tuple(value, value).map((cells) => cells.join(',')) }),
      fc.record({ kind: fc.constant('aside'), text: fc.constantFrom('only', '1,2,3') }),
      fc.constant({ kind: 'empty', text: '' }),
    );
    const path = join(directory, 'some.csv');
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r\n'), async (parts, newline) => {
        let text = `first,second${newline}`;
        const expected: { line: number; isRow: boolean }[] = [];
        const aside: number[] = [];
        for (const { kind, text: own } of parts) {
          const at = { line: text.split('\n').length, isRow: kind === 'row' };
          if (kind === 'aside') aside.push(Buffer.byteLength(text));
          if (kind !== 'empty') expected.push(at);
          text += `${own}${newline}`;
        }
        writeFileSync(path, text);
        const rows = expected.filter(({ isRow }) => isRow).length;
        const found = await csvLines({ path, columns: 2, rows, aside });
        expect(found && (await Array.fromAsync(found))).toEqual(expected);
      }),
    );
  });

  it('names no line when rows and file do not agree', async () => {
    const path = join(directory, 'other.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    expect(await csvLines({ path, columns: 2, rows: 5, aside: [] })).toBeUndefined();
  });
});
