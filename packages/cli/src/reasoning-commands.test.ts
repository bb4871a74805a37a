/** The commands that reason over every situation, on a small rulebook, as they print in both languages. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { compileLibrary } from '@anpo/node';
import { describe, expect, it } from 'vitest';
import { dataOf, runCommand } from './testing/run-command.ts';

const directory = mkdtempSync(join(tmpdir(), 'anpo-reasoning-test-'));
const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const attack = ['--fact', 'attack', '--fact', 'place=okinawa'];
const library = fileURLToPath(new URL('../test-data/query-library', import.meta.url));

describe.each(['en', 'ja'])('in %s', (lang) => {
  it.each([
    ['why-applies', ['why', 'answer-attack@JP', ...attack, '--on', '1975-06-01']],
    ['why-not', ['why', 'answer-attack@JP', ...attack, '--on', '1970-06-01']],
    ['why-open', ['why', 'consult-first', '--on', '1975-06-01']],
    ['whatif', ['whatif', 'answer-attack@JP', ...attack, '--on', '1970-06-01']],
    [
      'whatif-reading',
      ['whatif', 'consult-first', '--fact', 'mission', '--on', '1975-06-01', '--view', 'GOJ'],
    ],
    ['ask', ['ask', '--about', 'treaty', '--on', '1975-06-01']],
    ['diff-dates', ['diff', '1972-05-14', '1972-05-15']],
    ['diff-treaty', ['diff', '1960-06-22', '1960-06-23']],
    ['diff-views', ['diff', 'GOJ', 'opposition', '--on', '1975-06-01']],
    ['audit', ['audit', '--on', '1998-01-01']],
    ['claims', ['claims']],
    ['compare', ['compare', '--instruments', 'treaty,statute', ...attack, '--on', '1975-06-01']],
  ])('%s', async (name, argv) => {
    const { code, out, error } = await runCommand([...argv, '--lang', lang]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    await expect(out).toMatchFileSnapshot(`../test-data/reasoning/${name}.${lang}.txt`);
  });

  it('prove, from the text of a library', async () => {
    const ask = (query: string): ReturnType<typeof runCommand> =>
      runCommand(['prove', query, '--lang', lang, '--library', library]);
    const holds = await ask('never act-on-attack of JP when place is guam');
    expect(holds).toMatchObject({ code: 0, error: '' });
    const fails = await ask('always act-on-attack of each of US, JP when attack');
    expect(fails.code).toBe(0);
    const slip = await ask('never act-on-atack of JP');
    expect(slip).toMatchObject({ code: 2, out: '' });
    const printed = [holds.out, fails.out, slip.error].join('\n');
    await expect(printed).toMatchFileSnapshot(`../test-data/reasoning/prove.${lang}.txt`);
  });
});

describe('bad input is told with the nearest name', () => {
  it.each([
    [['why', 'answer-atack']],
    [['why', 'answer-attack@KR']],
    [['whatif']],
    [['diff', '1960-06-22', 'GOJ']],
    [['diff', '1960-02-30', '1960-06-23']],
    [['diff', '1960-06-22', '1960-06-23', '--on', '1970-01-01']],
    [['diff', 'GOJ', 'GOI']],
    [['ask', '--about', 'treatyy']],
    [['prove']],
    [['claims', 'nothing']],
    [['compare', '--instruments', 'traety']],
    [['audit', '--steps', 'soon']],
  ])('%j', async (argv) => {
    const { code, out, error } = await runCommand(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).not.toBe('');
  });
});

describe('anpo assess', () => {
  it('is exact, and says so; --kleene is not', async () => {
    const exact = dataOf(await runCommand(['assess', ...attack, '--json']));
    expect(exact.receipt.logic).toBe('exact');
    const plain = dataOf(await runCommand(['assess', ...attack, '--json', '--kleene']));
    expect(plain.receipt.logic).toBe('kleene');
  });
});

describe('anpo ask', () => {
  it('takes answers from a file, stops at the first that is missing, and ends in the assessment', async () => {
    const some = file('some.yaml', 'facts: {attack: yes}\n');
    const first = await runCommand(['ask', '--about', 'answer-attack@JP', '--answers', some, '--json']);
    const { answers, next, assessment } = dataOf(first);
    expect(answers.length).toBeLessThanOrEqual(1);
    expect(next).not.toBeNull();
    expect(assessment).toBeNull();
    const all = file('all.yaml', 'facts: {attack: yes, place: okinawa, notice: unknown}\n');
    const last = await runCommand(['ask', '--about', 'answer-attack@JP', '--answers', all, '--json']);
    const done = dataOf(last);
    expect(done.next).toBeNull();
    expect(done.assessment.findings.map((each: { norm: string }) => each.norm)).toEqual(['answer-attack']);
  });
});

describe('claims', () => {
  const claim = (verdict: string): string =>
    [
      readFileSync(join(library, 'small.anpo.md'), 'utf8').replace(/```\s*$/, ''),
      `claim japan-acts-on-guam says en "Japan acts on Guam" ja "日本はグアムで行動する" source s verdict ${verdict}`,
      '  because possible act-on-attack of JP when place is guam',
      '```',
      '',
    ].join('\n');
  const libraryWith = (verdict: string): string => {
    const path = mkdtempSync(join(tmpdir(), 'anpo-claims-test-'));
    writeFileSync(join(path, 'small.anpo.md'), claim(verdict));
    return path;
  };

  it('with the verdict that the proof finds pass the check', async () => {
    const path = libraryWith('fails');
    const { code, out } = await runCommand(['check', '--library', path]);
    expect(code).toBe(0);
    expect(out).toContain(`Read: ${path}\n`);
    expect(out).toContain('1 claim was checked by proof');
  });

  it.each(['en', 'ja'])('with another verdict fail it, in %s', async (lang) => {
    const path = libraryWith('holds');
    const { code, out } = await runCommand(['check', '--lang', lang, '--library', path]);
    expect(code).toBe(1);
    await expect(out.replace(path, 'LIBRARY')).toMatchFileSnapshot(
      `../test-data/reasoning/check-claim.${lang}.txt`,
    );
  });
});

describe('anpo diff', () => {
  it('compares a library with a git revision', async () => {
    const rulebook = smallRulebook();
    const revision = { ...rulebook, norms: rulebook.norms.filter(({ id }) => id !== 'no-action') };
    const { code, out } = await runCommand(['diff', 'HEAD', 'HEAD'], { rulebook, revision });
    expect(code).toBe(0);
    expect(out).toContain('Nothing changed');
  });

  it('puts one situation to two libraries of which only one knows a fact', async () => {
    const directory = (more: string): string => {
      const path = mkdtempSync(join(tmpdir(), 'anpo-diff-test-'));
      writeFileSync(join(path, 'small.anpo.md'), more);
      return path;
    };
    const before = readFileSync(join(library, 'small.anpo.md'), 'utf8');
    const after = before
      .replace('fact place', 'fact declared yes-no en "war" ja "戦争" asks en "War?" ja "戦争か"\nfact place')
      .replace('when attack and', 'when (attack or declared) and');
    const rulebooks = new Map<string, Rulebook>();
    for (const [name, text] of Object.entries({ before, after })) {
      const path = directory(text);
      const { rulebook } = await compileLibrary(path);
      if (!rulebook) throw new Error('the library is not sound');
      rulebooks.set(name, rulebook);
    }
    const [rulebook, revision] = [rulebooks.get('after'), rulebooks.get('before')];
    const argv = ['diff', 'OLD', '.', '--on', '1975-06-01'];
    const { code, out } = await runCommand(argv, { rulebook, revision } as object);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('if not: an armed attack; and place lies in Japan; and war');
  });
});
