import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { decidedTerms, undecided } from './search.ts';

describe('the library', { timeout: 120_000 }, () => {
  test('has readings, or a reason for one meaning, wherever it tells of a holder’s definition', async () => {
    const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
    if (!rulebook) throw new Error('there is no Rulebook');
    const { open, stale } = undecided(
      rulebook,
      decidedTerms(readFileSync(join(import.meta.dirname, 'decided.txt'), 'utf8')),
    );
    // Mend: readings in the term's place, or a line in decided.txt.
    expect(open).toEqual([]);
    expect(stale).toEqual([]);
  });
});
