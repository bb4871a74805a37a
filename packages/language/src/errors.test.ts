/** Every error, as its reader gets it: `test-data/errors/*.anpo.md` with `*.txt` and `*.ja.txt` beside each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import { isError } from './problem.ts';
import { mendOf, printProblems } from './testing/print.ts';

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
      const { where } = problem;
      expect(isError(problem)).toBe(true);
      expect(where.file).toBe(file);
      const line = read(`errors/${file}`).split('\n')[where.line - 1] ?? '';
      expect(where.quote).toBe(line.trimEnd());
      expect(where.column).toBeLessThanOrEqual(line.length + 1);
      expect(mendOf(problem)).toBeTruthy();
    }
    const golden = (ending: string): string => join(data, 'errors', file.replace('.anpo.md', ending));
    await expect(printProblems(problems)).toMatchFileSnapshot(golden('.txt'));
    await expect(printProblems(problems, 'ja')).toMatchFileSnapshot(golden('.ja.txt'));
  });
});
