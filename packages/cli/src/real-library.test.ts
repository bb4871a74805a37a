import { fileURLToPath } from 'node:url';
import { openLibrary } from '@anpo/engine';
import { compileCircuit } from '@anpo/engine/circuit';
import { compileLibrary } from '@anpo/node';
import { describe, expect, it } from 'vitest';

const directory = fileURLToPath(new URL('../../../library', import.meta.url));

describe('the library', async () => {
  const { rulebook, problems } = await compileLibrary(directory);

  it('is sound', () => {
    expect(problems.map(({ code, where }) => `${where.file}:${where.line} ${code}`)).toEqual([]);
  });

  it('reproduces every recorded answer, or declares why not', () => {
    if (!rulebook) throw new Error('there is no Rulebook');
    const failed = openLibrary(rulebook)
      .backtest()
      .rows.filter(({ status }) => status === 'failed');
    expect(failed.map((row) => JSON.stringify(row).slice(0, 400))).toEqual([]);
  });

  it('compiles for several incidents', () => {
    if (!rulebook) throw new Error('there is no Rulebook');
    expect(compileCircuit(rulebook, { incidents: 3 }).findings.length).toBeGreaterThan(rulebook.norms.length);
  });
});
