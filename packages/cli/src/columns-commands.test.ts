/** `table`, `sql` and `screen` as they print in both languages, on a small rulebook and a few on the library. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '@anpo/engine';
import { makeItem, smallRulebook } from '@anpo/engine/testing';
import { compileLibrary } from '@anpo/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, runCommand } from './testing/run-command.ts';

const library = fileURLToPath(new URL('../../../library', import.meta.url));
const before = process.cwd();
const directory = mkdtempSync(join(tmpdir(), 'anpo-columns-test-'));
let rulebook: Rulebook;

beforeAll(async () => {
  // What is printed names files as the user does, and these names must not depend on the machine.
  process.chdir(directory);
  const built = await compileLibrary(library);
  if (!built.rulebook) throw new Error('the library is not sound: run `npx anpo check`');
  rulebook = { ...built.rulebook, hash: '(hash of the library)' };
  writeFileSync('attacks.csv', attacks);
  writeFileSync('attacks.yaml', map);
  writeFileSync('sound.csv', attacks.split('\n').slice(0, 4).join('\n'));
});
afterAll(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true, force: true });
});

const attacks = `number,day,force,area,ships,sender
1,1971-01-01,5,47,2,2
2,1975-06-01,5,47,3,740
3,1975-06-01,1,1,4,2
4,1975-06-02,,47,5,2
5,,5,47,6,2
6,1975-06-02,5,99,7,2
7,1975-06-02,5,47,many,2
8,1975-13-02,5,47,8,2
`;
const map = `on: day
id: number
party: sender
facts:
  attack: force >= 4
  place: { sql: area, values: { 47: okinawa, 1: honshu } }
  ships: CAST(ships AS INTEGER)
  sender: { sql: sender, values: { 2: US, 740: JP }, otherwise: unknown }
  mission: { value: yes }
`;

const run = async (argv: readonly string[], lang: string, real = false): Promise<string> => {
  const { code, out, error } = await runCommand([...argv, '--lang', lang], real ? { rulebook } : {});
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out;
};
const on = ['--on', '1975-06-01'];

describe.each(['en', 'ja'])('in %s', (lang) => {
  it.each([
    ['table', ['table', 'answer-attack', '--vary', 'attack,place,date']],
    ['table-markdown', ['table', 'answer-attack', '--vary', 'attack,place', ...on, '--format', 'markdown']],
    ['table-csv', ['table', 'answer-attack', '--vary', 'attack,place', ...on, '--format', 'csv']],
    ['table-json', ['table', 'answer-attack', '--vary', 'attack,place', ...on, '--json']],
    ['table-html', ['table', 'answer-attack', '--vary', 'attack,place', ...on, '--format', 'html']],
    [
      'table-given',
      [
        'table',
        'answer-attack',
        '--vary',
        'attack,date',
        '--fact',
        'place=honshu',
        '--fact',
        'notice=1980-01-01',
      ],
    ],
    ['table-view', ['table', 'consult-first', '--vary', 'mission,survival', '--view', 'GOJ', ...on]],
    [
      'table-organ',
      ['table', 'consult-first', '--vary', 'survival@cabinet', '--view', 'tokyo', '--fact', 'mission'],
    ],
    ['table-known', ['table', 'need-not-consult', '--vary', 'date', '--known-on', '2005-01-01']],
    ['sql', ['sql']],
    ['sql-postgres', ['sql', '--dialect', 'postgres', '--norm', 'answer-attack', '--norm', 'consult-first']],
    ['sql-trino', ['sql', '--dialect', 'trino', '--view', 'GOJ', ...on]],
    [
      'sql-spark',
      [
        'sql',
        '--dialect',
        'spark',
        '--norm',
        'answer-attack',
        '--source',
        'cases',
        '--name',
        'found',
        '--keep',
        'number',
        ...on,
      ],
    ],
  ])('%s', async (name, argv) => {
    await expect(await run(argv, lang)).toMatchFileSnapshot(`../test-data/columns/${name}.${lang}.txt`);
  });

  it.each([
    [
      'library-table',
      ['table', 'answer-armed-attack', '--vary', 'use-of-force,place', '--fact', 'victim=US', ...on],
    ],
    ['library-sql', ['sql', '--norm', 'thirty-year-limit']],
  ])('%s', async (name, argv) => {
    // A place more in the register is no other answer.
    const printed = (await run(argv, lang, true)).replace(/\(\d+\)|\b\d+(?=通り| combinations)/g, '…');
    await expect(printed).toMatchFileSnapshot(`../test-data/columns/${name}.${lang}.txt`);
  });

  it.each([
    ['screen', ['attacks.csv']],
    ['screen-all', ['sound.csv', '--all', '--view', 'GOJ', '--settle']],
    ['screen-norm', ['attacks.csv', '--norm', 'answer-attack', ...on]],
    ['screen-json', ['sound.csv', '--json', '--norm', 'answer-attack']],
  ])('%s', async (name, argv) => {
    const printed = await run(['screen', ...argv, '--map', 'attacks.yaml'], lang);
    await expect(printed).toMatchFileSnapshot(`../test-data/columns/${name}.${lang}.txt`);
  });

  it('screen, with its files', async () => {
    const files = ['--summary', 'summary.csv', '--rejects', 'bad.csv', '--out', 'findings.csv'];
    await run(['screen', 'attacks.csv', '--map', 'attacks.yaml', ...files], lang);
    const written = ['summary.csv', 'bad.csv', 'findings.csv'].map((name) => readFileSync(name, 'utf8'));
    await expect(written.join('\n')).toMatchFileSnapshot(`../test-data/columns/screen-files.${lang}.txt`);
  });

  it('screen, from standard input', async () => {
    const argv = [
      'screen',
      '-',
      '--map',
      'attacks.yaml',
      '--norm',
      'answer-attack@JP',
      ...on,
      '--lang',
      lang,
    ];
    const { code, out, error } = await runCommand(argv, { input: attacks });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    await expect(out).toMatchFileSnapshot(`../test-data/columns/screen-input.${lang}.txt`);
  });

  it('bad input', async () => {
    const printed: string[] = [];
    for (const [name, text] of Object.entries(badMaps)) writeFileSync(`${name}.yaml`, text);
    const screenWith = (name: string): string[] => ['screen', 'sound.csv', '--map', `${name}.yaml`];
    const commands = [
      ['table'],
      ['table', 'answer-attack'],
      ['table', 'answer-atack', '--vary', 'attack'],
      ['table', 'answer-attack', '--vary', 'atack'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', 'plaec=okinawa'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', 'place=okinawaa'],
      ['table', 'answer-attack', '--vary', 'attack', '--view', 'GOI'],
      ['table', 'answer-attack', '--vary', 'attack', '--format', 'pdf'],
      ['sql', '--dialect', 'oracle'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', 'notice=2016-13-45', '--on', '2016-13-45'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', 'mission=yess', '--fact', 'peace=toString'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', 'attack=no'],
      ['table', 'answer-attack', '--vary', 'notice,date'],
      ['table', 'answer-attack', '--vary', 'attack', '--fact', '=no'],
      ['sql', '--view', 'GOI'],
      ['sql', '--norm', 'nosuch', '--on', 'today'],
      ['screen', 'attacks.csv', '--map', 'attacks.yaml', '--norm', 'nosuch'],
      ['screen'],
      ['screen', 'attacks.csv'],
      ['screen', 'attacks.csv', '--map', 'nowhere.yaml'],
      ['screen', 'nowhere.csv', '--map', 'attacks.yaml'],
      ['screen', 'attacks.csv', '--map', 'attacks.yaml', '--threads', '0'],
      ...Object.keys(badMaps).map(screenWith),
    ];
    for (const argv of commands) {
      const { code, out, error } = await runCommand([...argv, '--lang', lang]);
      expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
      printed.push(`$ anpo ${argv.join(' ')}\n${error}`);
    }
    await expect(printed.join('\n')).toMatchFileSnapshot(`../test-data/columns/bad-input.${lang}.txt`);
  });
});

it('takes NO for Norway where a party is asked, and for no where yes or no is', async () => {
  const small = smallRulebook();
  const norway = {
    ...small,
    parties: [...small.parties, { ...makeItem('NO', 'Norway', 'ノルウェー'), citations: [] }],
  };
  const argv = ['assess', '--fact', 'sender=NO', '--fact', 'mission=NO', '--on', '1975-06-01', '--json'];
  const { code, out } = await runCommand(argv, { rulebook: norway });
  expect(code).toBe(0);
  expect(dataOf({ out }).situation.given).toMatchObject([
    { fact: 'sender', value: 'NO' },
    { fact: 'mission', value: 'no' },
  ]);
});

const badMaps = {
  'not-yaml': 'on: day\nfacts: {attack: [}\n',
  'unknown-key': 'on: day\nfacts:\n  attack: force >= 4\nwere: force > 1\n',
  'no-facts': 'on: day\n',
  'wrong-names':
    'on: day\nparty: victim\nfacts:\n  atack: force >= 4\n  place: { value: okinawaa }\n  survival@diet: force > 1\n  1.notice: day\n',
  'wrong-sql': 'on: day\nfacts:\n  attack: farce >= 4\n',
  'more-than-one': 'on: day\nfacts:\n  attack: "*"\n',
  'no-date': 'facts:\n  attack: force >= 4\n',
};
