import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCircuit } from '@anpo/engine/circuit';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { decide, decidedIn } from './pairs.ts';

describe('the library', { timeout: 120_000 }, () => {
  test('says of every pair of facts that speak alike whether both can be', async () => {
    const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
    if (!rulebook) throw new Error('there is no Rulebook');
    const text = readFileSync(join(import.meta.dirname, 'compatible.txt'), 'utf8');
    // How much a word weighs hangs on all others: a new fact elsewhere must not decide on pairs at the edge.
    const { open } = decide(rulebook, compileCircuit(rulebook), decidedIn(text), 1.15);
    // Mend: a constraint with its source, or `npm run exclusions -- --write` and a reader's eye.
    expect(open).toEqual([]);
  });
});
