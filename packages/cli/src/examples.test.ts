/**
 * Every situation in `examples/` with its printed answer in both languages, assessed against the real library.
 * After a change: `npx vitest run packages/cli -u`, then review the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '@anpo/engine';
import { compileLibrary } from '@anpo/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';
import { withoutCounts } from './testing/without-counts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const examples = join(root, 'examples');
const names = existsSync(examples) ? readdirSync(examples) : [];
const situations = names
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

describe('examples', () => {
  let rulebook: Rulebook;
  beforeAll(async () => {
    if (situations.length === 0) return;
    const built = await compileLibrary(join(root, 'library'));
    if (!built.rulebook) throw new Error('the library is not sound: run `npx anpo check`');
    // The hash changes with every edit of the library; the answers must not.
    rulebook = { ...built.rulebook, hash: '(hash of the library)' };
  });

  // vitest writes an answer that is missing: the first run after a new situation fails here, so that somebody
  // reads the answer before it counts.
  it('have each a printed answer in both languages, and no answer stands alone', () => {
    const printed = names.filter((name) => name.endsWith('.txt')).sort();
    const wanted = situations.flatMap((name) => [`${name}.en.txt`, `${name}.ja.txt`]).sort();
    expect(printed).toEqual(wanted);
  });

  for (const name of situations) {
    it.each(['en', 'ja'])(`${name} in %s`, async (lang) => {
      const argv = ['assess', join(examples, `${name}.yaml`), '--lang', lang];
      const { code, out, error } = await runCommand(argv, { rulebook });
      expect({ code, error }).toEqual({ code: 0, error: '' });
      await expect(withoutCounts(out)).toMatchFileSnapshot(join(examples, `${name}.${lang}.txt`));
    });
  }

  it.each(['en', 'ja'])(
    'stay as they are where a rule is added that has nothing to do with them, in %s',
    async (lang) => {
      const [norm] = rulebook.norms;
      if (!norm) throw new Error('the library has no norm');
      const added = { ...norm, id: 'one-more-rule', condition: { kind: 'constant' as const, value: false } };
      const larger = { ...rulebook, norms: [...rulebook.norms, added] };
      for (const name of situations.slice(0, 2)) {
        const { out } = await runCommand(['assess', join(examples, `${name}.yaml`), '--lang', lang], {
          rulebook: larger,
        });
        expect(withoutCounts(out)).toBe(readFileSync(join(examples, `${name}.${lang}.txt`), 'utf8'));
      }
    },
  );
});
