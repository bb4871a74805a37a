import { fileURLToPath } from 'node:url';
import { openLibrary, overAll } from '@anpo/engine';
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
    const failed = overAll.backtest(openLibrary(rulebook)).rows.filter(({ status }) => status === 'failed');
    expect(failed.map((row) => JSON.stringify(row).slice(0, 400))).toEqual([]);
  });

  it('decides every finding of ten incidents, and copies only what is asked of each', () => {
    if (!rulebook) throw new Error('there is no Rulebook');
    const library = openLibrary(rulebook);
    const incidents = Array.from({ length: 10 }, (_, index) => `incident-${index + 1}`);
    const given = incidents.flatMap((_, incident) => [
      { fact: 'victim', value: incident % 2 === 0 ? 'JP' : 'US', incident, asserted: 'stipulated' as const },
      { fact: 'use-of-force', value: 'yes', incident, asserted: 'stipulated' as const },
    ]);
    const { findings } = library.assess({ on: '2016-08-06', incidents, given });
    const [one, ten] = [library.circuit(1), library.circuit(10)];
    expect(findings).toHaveLength(ten.findings.length);
    expect(new Set(findings.map(({ decidedBy }) => decidedBy ?? 'diagram'))).toEqual(new Set(['diagram']));
    expect(ten.nodes.length).toBeLessThan(6 * one.nodes.length);
  });
});
