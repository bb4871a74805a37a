import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataOf, runCommand } from './testing/run-command.ts';

const directory = mkdtempSync(join(tmpdir(), 'anpo-run-test-'));
function file(text: string): string {
  const path = join(directory, 'situation.yaml');
  writeFileSync(path, text);
  return path;
}

describe('anpo', () => {
  it('prints help without arguments, and for every command', async () => {
    for (const argv of [[], ['help'], ['--help'], ['-h', '--lang', 'ja']]) {
      expect((await runCommand(argv)).code).toBe(0);
    }
    for (const command of ['assess', 'facts', 'show', 'backtest', 'check']) {
      const help = await runCommand([command, '--help']);
      expect(help).toMatchObject({ code: 0, error: '' });
      expect(help.out).toContain(`anpo ${command}`);
      expect(await runCommand(['help', command])).toEqual(help);
    }
  });

  it('prints its version', async () => {
    expect((await runCommand(['--version'])).out).toMatch(/^anpo \d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['unknown command', ['asess']],
    ['unknown flag', ['assess', '--fakt', 'attack']],
    ['flag without value', ['assess', '--on', '--json']],
    ['flag given twice', ['assess', '--on', '1975-01-01', '--on', '1976-01-01']],
    ['value for a switch', ['facts', '--json=yes']],
    ['extra argument', ['facts', 'one', 'two']],
    ['unknown language', ['facts', '--lang', 'fr']],
    ['missing file', ['assess', 'no-such-file.yaml']],
    ['unknown fact', ['assess', '--fact', 'atack']],
    ['wrong value', ['assess', '--fact', 'unit=divison']],
    ['wrong place', ['assess', '--fact', 'place=okinawaa']],
    ['wrong yes or no', ['assess', '--fact', 'attack=maybe']],
    ['wrong date', ['assess', '--on', '1975-02-30']],
    ['wrong organ', ['assess', '--fact', 'survival@cabinett=yes']],
    ['organ for what is observed', ['assess', '--fact', 'attack@cabinet=yes']],
    ['unknown view', ['assess', '--view', 'tokio']],
    ['given twice', ['assess', '--fact', 'attack=yes', '--fact', 'attack=no']],
    ['several wrong at once', ['assess', '--fact', 'atack', '--on', 'today', '--view', 'me']],
    ['unknown item', ['show', 'answer-atack']],
    ['no item', ['show']],
  ])('tells of %s in both languages', async (name, argv) => {
    const texts: string[] = [];
    for (const lang of ['en', 'ja']) {
      const asked = argv.includes('--lang') ? argv : [...argv, '--lang', lang];
      const { code, out, error } = await runCommand(asked, { variables: { ANPO_LANG: lang } });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      texts.push(`$ anpo ${argv.join(' ')}\n${error}`);
    }
    const snapshot = `../test-data/errors/${name.replaceAll(' ', '-')}.txt`;
    await expect(texts.join('\n')).toMatchFileSnapshot(snapshot);
  });
});

describe('anpo assess', () => {
  const situation = `
title: {en: An attack on Okinawa, ja: 沖縄への攻撃}
on: 1975-06-01
facts: {attack: {value: yes, asserted: observed}, place: okinawa, mission: no, leaves: yes}
`;

  it.each(['en', 'ja'])('prints an assessment in %s', async (lang) => {
    const { code, out, error } = await runCommand(['assess', file(situation), '--lang', lang]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    await expect(out).toMatchFileSnapshot(`../test-data/assessment.${lang}.txt`);
  });

  it('prints linked incidents apart, from flags alone too', async () => {
    const { code, out } = await runCommand([
      'assess',
      '--on',
      '1975-06-01',
      '--fact',
      'notice=2030-01-01',
      '--fact',
      'raid.attack',
      '--fact',
      'raid.place=honshu',
      '--fact',
      'ship.attack',
      '--fact',
      'ship.place=guam',
    ]);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('../test-data/incidents.en.txt');
  });

  it('lets flags override the file, and shows everything with --all', async () => {
    const { out } = await runCommand([
      'assess',
      file(situation),
      '--fact',
      'place=guam',
      '--on',
      '1965-01-01',
      '--all',
    ]);
    expect(out).toContain('Guam');
    expect(out).toContain('1965-01-01');
    expect(out).toContain('DOES NOT APPLY');
  });

  it('refuses an incident that the file does not name', async () => {
    const path = file('incidents: {raid: {attack: yes}}');
    const { code, error } = await runCommand(['assess', path, '--fact', 'riad.place=guam']);
    expect(code).toBe(2);
    expect(error).toContain('did you mean raid?');
  });

  it('takes today where no date is given, and says so', async () => {
    const { out } = await runCommand(['assess']);
    expect(out).toContain('2026-01-15 (today');
  });

  it('says that silence is no permission', async () => {
    const { out } = await runCommand(['assess', '--on', '1950-01-01', '--fact', 'peace=no']);
    expect(out).toMatch(/that is not a\s+permission/);
  });

  it('reads standard input and prints JSON', async () => {
    const { code, out } = await runCommand(['assess', '-', '--json'], { input: situation });
    expect(code).toBe(0);
    const { receipt, findings } = dataOf({ out }) as { receipt: { on: string }; findings: unknown[] };
    expect(receipt.on).toBe('1975-06-01');
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each(['tokyo', 'GOJ', 'all'])('takes the view %s', async (view) => {
    expect((await runCommand(['assess', '--on', '1975-01-01', '--view', view])).code).toBe(0);
  });
});

describe('anpo facts', () => {
  it('lists all, or those with a word in either language', async () => {
    await expect((await runCommand(['facts'])).out).toMatchFileSnapshot('../test-data/facts.en.txt');
    expect((await runCommand(['facts', '武力攻撃'])).out).toContain('attack');
    expect((await runCommand(['facts', 'atack'])).out).toContain('did you mean attack');
    expect(dataOf(await runCommand(['facts', 'attack', '--json'])).facts).toHaveLength(1);
  });
});

describe('anpo show', () => {
  it.each([
    'consult-first',
    'combat-operation',
    'combat-operation@GOJ',
    'rock',
    'minute',
    'survival',
    'V',
    'GOJ',
    'gazette',
  ])('shows %s in both languages', async (id) => {
    const texts: string[] = [];
    for (const lang of ['en', 'ja']) {
      const { code, out } = await runCommand(['show', id, '--lang', lang]);
      expect(code).toBe(0);
      texts.push(out);
    }
    await expect(texts.join('\n')).toMatchFileSnapshot(`../test-data/show/${id.replace('@', '-of-')}.txt`);
  });

  it('prints JSON with what depends on the item', async () => {
    const [found] = dataOf(await runCommand(['show', 'attack', '--json'])) as [{ dependents: unknown }];
    expect(found.dependents).toContainEqual({ collection: 'terms', id: 'attack-under-V' });
  });
});
