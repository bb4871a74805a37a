/** Every error text, as its reader gets it: `test-data/errors/*.anpo.md` with the expected `*.txt` beside each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import { printProblems } from './testing/print.ts';

const data = join(import.meta.dirname, '../test-data');
const read = (path: string): string => readFileSync(join(data, path), 'utf8');
const registers = { file: 'registers.anpo.md', text: read('library/registers.anpo.md') };
const names = readdirSync(join(data, 'errors'))
  .filter((name) => name.endsWith('.anpo.md'))
  .sort();

describe('an error', () => {
  it.each(names)('%s', async (file) => {
    const { rulebook, problems } = await buildRulebook(
      [registers, { file, text: read(`errors/${file}`) }],
      '',
    );
    expect(rulebook).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatchObject({ file, severity: 'error' });
      const line = read(`errors/${file}`).split('\n')[problem.line - 1] ?? '';
      expect(problem.quote).toBe(line.trimEnd());
      expect(problem.column).toBeLessThanOrEqual(line.length + 1);
      expect(problem.mend).toBeTruthy();
    }
    await expect(printProblems(problems)).toMatchFileSnapshot(
      join(data, 'errors', file.replace('.anpo.md', '.txt')),
    );
  });
});
