import { makeExpectation, makePrecedent, smallRulebook, words } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { dataOf, runCommand } from './testing/run-command.ts';

const prohibited = { kind: 'norm' as const, norm: 'no-action', bearers: ['JP'] };
const given = (value: string) => [{ fact: 'peace', value, asserted: 'stipulated' as const }];
const agrees = makePrecedent({
  id: 'peace-time',
  title: words('The answer given in peace', '平時の答え'),
  on: '1965-01-01',
  given: given('yes'),
  expectations: [makeExpectation({ subject: prohibited, outcome: 'applies' })],
});
const parts = makePrecedent({
  id: 'war-time',
  title: words('The answer given in war', '戦時の答え'),
  on: '1965-01-01',
  given: given('no'),
  expectations: [makeExpectation({ subject: prohibited, outcome: 'applies' })],
});
const declared = { ...parts, disagreement: words('the statute is silent', '法律に定めがない') };

describe('anpo backtest', () => {
  it.each(['en', 'ja'])('shows the table and each declared disagreement in %s', async (lang) => {
    const rulebook = smallRulebook({ precedents: [agrees, declared] });
    const { code, out } = await runCommand(['backtest', '--lang', lang], { rulebook });
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../test-data/backtest.${lang}.txt`);
  });

  it('fails with exit code 1 where a disagreement is not declared', async () => {
    const rulebook = smallRulebook({ precedents: [agrees, parts] });
    expect((await runCommand(['backtest'], { rulebook })).code).toBe(1);
    const { code, out } = await runCommand(['backtest', '--json'], { rulebook });
    expect(code).toBe(1);
    expect(dataOf({ out })).toMatchObject({ totals: { reproduced: 1, failed: 1 } });
  });
});
