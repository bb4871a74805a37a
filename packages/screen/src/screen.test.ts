/** Screening of small files of every kind: right, broken, interrupted. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Complaint, ComplaintError } from '@anpo/engine';
import {
  makeFact,
  makeInstrument,
  makeItem,
  makeNorm,
  makeProvision,
  makeRulebook,
} from '@anpo/engine/testing';
import { DuckDBInstance } from '@duckdb/node-api';
import { DateDay, Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { afterAll, describe, expect, it } from 'vitest';
import type { ScreenOptions } from './contract.ts';
import { readMap } from './map/read.ts';
import { screen } from './screen.ts';

const rulebook = makeRulebook({
  instruments: [makeInstrument({ id: 'treaty', period: { from: '1960-06-23' } })],
  provisions: [makeProvision({ id: 'treaty/5', instrument: 'treaty' })],
  facts: [
    makeFact({ id: 'attack' }),
    makeFact({ id: 'victim', type: 'party' }),
    makeFact({ id: 'size', type: 'number', minimum: '0' }),
  ],
  acts: [makeItem('act')],
  norms: [
    makeNorm({
      id: 'answer',
      provision: 'treaty/5',
      instrument: 'treaty',
      act: 'act',
      condition: {
        kind: 'and',
        of: [
          { kind: 'fact', fact: 'attack' },
          { kind: 'value', fact: 'victim', values: ['JP'] },
          {
            kind: 'or',
            of: [
              { kind: 'threshold', fact: 'size', at: '2.5' },
              { kind: 'not', of: { kind: 'threshold', fact: 'size', at: '2.5' } },
            ],
          },
        ],
      },
    }),
  ],
});

const directory = mkdtempSync(join(tmpdir(), 'anpo-screen-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const { map } = readMap(`
on: day
id: number
party: victim
facts:
  attack: force >= 4
  victim: { sql: target, values: { 740: JP, 2: US }, otherwise: unknown }
  size: size
`);
const { map: narrow } = readMap('on: day\nfacts: {attack: "force >= 4", victim: {value: JP}, size: size}');
const header = 'number,day,force,target,size\n';
const run = (data: string, more: Partial<ScreenOptions> = {}): ReturnType<typeof screen> =>
  screen(rulebook, { data, map, rejects: join(directory, 'rejects.csv'), ...more });
const rejects = (): string => readFileSync(join(directory, 'rejects.csv'), 'utf8');

/** What was complained of. */
async function complaintsOf(work: () => Promise<unknown>): Promise<readonly Complaint[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ComplaintError) return error.complaints;
    throw error;
  }
  return [];
}

describe('screen', () => {
  it('counts and rejects the same with more threads, part by part', async () => {
    const data = join(directory, 'threads.parquet');
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(`COPY (
      SELECT i AS number, DATE '1950-01-01' + (i % 11000)::INTEGER AS day, i % 6 AS force,
        CASE i % 3 WHEN 0 THEN 740 WHEN 1 THEN 2 END AS target, CASE WHEN i % 900001 = 7 THEN -1 ELSE i % 5 END AS size
      FROM range(2200000) rows(i)) TO '${data}'`);
    instance.closeSync();
    const one = await run(data);
    const rejected = rejects();
    const two = await run(data, { threads: 2, bytesInThread: 0 });
    expect(two.summary.length).toBeGreaterThan(20);
    expect(two).toEqual(one);
    expect(one.rejected).toBe(3);
    expect(rejects()).toBe(rejected);
    expect(rejected).toContain(',,900009,size,-1');
  });

  it('tells the line of a row, past quoted lines, empty lines and lines that could not be read', async () => {
    const data = file(
      'lines.csv',
      'number,day,force,target,size\na,1970-01-01,5,740,-1\n"b\nb",1970-01-01,5,740,1\n\nc\nd,1970-01-01,5,740,-2\n"e\n\n""e",1970-01-01,5,740,-3\n',
    );
    expect(await run(data)).toMatchObject({ rows: 1, rejected: 4 });
    expect(
      rejects()
        .trim()
        .split('\n')
        .filter((line) => line.includes('lines.csv'))
        .map((line) => line.split(',').slice(1, 4)),
    ).toEqual([
      ['2', '1', 'size'],
      ['7', '3', 'size'],
      ['8', '4', 'size'],
      ['6', '', 'day'],
    ]);
  });

  it('rejects the rows in which an expression of the map fails, and goes on', async () => {
    const data = file(
      'failing.csv',
      'number,day,force,target,size\na,1970-01-01,5,740,1\nb,1970-01-01,x,740,1\n',
    );
    const result = await run(data, {
      ...readMap(
        'on: day\nfacts:\n  attack: CAST(force AS INTEGER) >= 4\n  victim: { value: JP }\n  size: { value: 1 }\n',
      ),
    });
    expect([result.rows, result.rejected]).toEqual([1, 1]);
    expect(result.summary).toMatchObject([{ applies: 1, doesNotApply: 0, undetermined: 0 }]);
    expect(rejects()).toContain(
      'failing.csv,3,2,attack,x,row-expression-failed,the expression of attack failed',
    );
  });

  it('evaluates each row under the law of its own date and counts by year and party', async () => {
    const data = file(
      'good.csv',
      `${header}1,1960-06-22,5,740,3\n2,1960-06-23,5,740,3\n3,1961-01-01,5,740,\n4,1961-01-02,5,2,1\n5,1961-02-01,,740,1\n6,1961-02-01,5,999,1\n`,
    );
    const result = await run(data);
    expect(result).toMatchObject({ rows: 6, rejected: 0, logic: 'kleene', finished: true });
    expect(existsSync(join(directory, 'rejects.csv')), 'an empty file of rejects').toBe(false);
    expect(
      result.summary.map(({ year, party, applies, doesNotApply, undetermined }) => [
        year,
        party,
        applies,
        doesNotApply,
        undetermined,
      ]),
    ).toEqual([
      [1960, 'JP', 1, 1, 0],
      [1961, null, 0, 0, 1],
      [1961, 'JP', 0, 0, 2],
      [1961, 'US', 0, 1, 0],
    ]);
  });

  it('counts files together whose columns have other types', async () => {
    // Above 2.5, below, and unknown: as whole numbers, as decimals, as whole numbers again.
    const rows = (sizes: readonly string[]): string =>
      sizes.map((size, row) => `${row},1961-01-0${row + 1},5,740,${size}\n`).join('');
    const files = [
      ['3', '2', ''],
      ['3.5', '', '0.5'],
      ['', '9', '1'],
    ];
    const alone: Awaited<ReturnType<typeof run>>[] = [];
    for (const [index, sizes] of files.entries())
      alone.push(await run(file(`types-${index}.csv`, `${header}${rows(sizes)}`), { map: narrow }));
    const together = await run(join(directory, 'types-*.csv'), { map: narrow });
    const sum = (of: 'applies' | 'doesNotApply' | 'undetermined'): number =>
      alone.reduce((total, { summary }) => total + (summary[0]?.[of] ?? 0), 0);
    expect(together.summary).toMatchObject([
      { applies: sum('applies'), doesNotApply: sum('doesNotApply'), undetermined: sum('undetermined') },
    ]);
    expect([sum('applies'), sum('undetermined')]).toEqual([6, 3]);
  });

  it('settles exactly what Kleene logic leaves open', async () => {
    const data = file('settle.csv', `${header}3,1961-01-01,5,740,\n`);
    const result = await run(data, { settle: true });
    expect(result.logic).toBe('exact');
    expect(result.summary[0]).toMatchObject({ applies: 1, undetermined: 0 });
  });

  it('sets aside rows that cannot be read, with line or row and reason, and counts them', async () => {
    const { map: strict } = readMap('on: day\nfacts: {victim: {sql: target, values: {740: JP}}, size: size}');
    const data = file(
      'bad.csv',
      `${header}1,1961-01-01,5,740,3\n2,not a day,5,740,3\n3,1961-01-01,5,2,3\n4,1961-01-01,5,740,-1\n5,1961-01-01\n6,1961-01-02,5,740,huge\n7,1961-01-02,5,740,99999999999999999999999999\n`,
    );
    const result = await run(data, { map: strict });
    expect(result.rows + result.rejected).toBe(7);
    expect(result.rows).toBe(1);
    expect(rejects()).toMatch(/not a day/);
    expect(rejects()).toMatch(/,victim,2,/);
  });

  it('reads Parquet, Arrow and globs alike, and writes findings that can be read again', async () => {
    const csv = file('same.csv', `${header}1,1960-06-22,5,740,3\n2,1960-06-23,5,740,3\n`);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const parquet = join(directory, 'same.parquet');
    await connection.run(`COPY (SELECT * FROM read_csv('${csv}')) TO '${parquet}'`);
    const arrow = file(
      'same.arrow',
      tableToIPC(
        new Table({
          number: vectorFromArray([1, 2]),
          day: vectorFromArray([new Date('1960-06-22'), new Date('1960-06-23')], new DateDay()),
          force: vectorFromArray([5, 5]),
          target: vectorFromArray([740n, 740n]),
          size: vectorFromArray([3, 3]),
        }),
        'file',
      ),
    );
    const summaries = await Promise.all(
      [csv, parquet, arrow].map(async (data) => (await run(data, { rejects: `${data}.rejects` })).summary),
    );
    expect(summaries[1]).toEqual(summaries[0]);
    expect(summaries[2]).toEqual(summaries[0]);
    const out = join(directory, 'out.parquet');
    await run(join(directory, 'same.[cp]*[vt]'), { out, checkpoint: `${out}.checkpoint` });
    const rows = await connection.runAndReadAll(
      `SELECT row, number, "answer@JP" FROM '${out}' ORDER BY file, row`,
    );
    const once = [
      [1n, 1n, false],
      [2n, 2n, true],
    ];
    const found = rows.getRows();
    expect(found.slice(0, 2)).toEqual(once);
    expect(found).toHaveLength(4);
    instance.closeSync();
  });

  it('resumes an interrupted run without loss and without counting twice', async () => {
    const lines = Array.from(
      { length: 300_000 },
      (_, row) => `${row},1961-01-01,${row % 3 === 0 ? 5 : 1},740,1`,
    );
    const data = file('long.csv', `${header}${lines.join('\n')}\n`);
    const options = { checkpoint: join(directory, 'long.checkpoint') };
    const first = await run(data, { ...options, stopped: () => true });
    expect(first.finished).toBe(false);
    const second = await run(data, options);
    expect(second).toMatchObject({ resumed: true, finished: true, rows: 300_000 });
    expect(second.summary).toEqual((await run(data)).summary);
  });

  it.each([
    ['an unknown fact', 'on: day\nfacts:\n  atack: true', 'unknown-fact', { line: 3, column: 3 }],
    ['a fact that is not its organ’s', 'on: day\nfacts: {attack@diet: true}', 'not-for-organ', { line: 2 }],
    ['an incident before the first', 'on: day\nfacts: {0.attack: true}', 'unknown-incident', { line: 2 }],
    [
      'more incidents than can be',
      'on: day\nfacts: {99999999999.attack: true}',
      'too-many-incidents',
      { line: 2 },
    ],
    ['an unknown key', 'on: day\nfact: {}\nfacts: {}', 'map-unknown-key', { line: 2, column: 1 }],
    ['no facts', 'on: day\n', 'map-facts-missing', {}],
    ['a list of facts', 'on: day\nfacts: [attack]', 'map-wrong-part', { line: 2, column: 1 }],
    [
      'a fact that is no such thing',
      'on: day\nfacts: {attack: {if: x}}',
      'map-wrong-part',
      { line: 2, column: 9 },
    ],
    ['a wrong value', 'on: day\nfacts: {victim: {value: XX}}', 'wrong-value', { line: 2, column: 25 }],
    [
      'a wrong value in a table',
      'on: day\nfacts:\n  victim:\n    sql: target\n    values: {2: US, 7: XX}',
      'wrong-value',
      { line: 5, column: 24 },
    ],
    [
      'a party that is not in it',
      'on: day\nparty: victim\nfacts: {}',
      'map-party-missing',
      { line: 2, column: 8 },
    ],
    ['no YAML', 'on: [', 'map-not-yaml', { line: 1 }],
    ['the same fact twice', 'facts:\n  attack: a\n  attack: b', 'map-not-yaml', { line: 3 }],
    ['an alias', 'on: &day day\nwhere: *day\nfacts: {}', 'map-alias', { line: 2 }],
    [
      'a column that is not there',
      'on: day\nfacts: {attack: nowhere > 1}',
      'map-expression-wrong',
      { line: 2 },
    ],
    ['more than one value', 'on: day\nfacts: {attack: "*"}', 'map-expression-many', { line: 2, column: 17 }],
    ['no date', 'facts: {attack: true}', 'map-day-missing', {}],
  ])('refuses a map with %s and says where', async (_, text, code, where) => {
    const data = file('map.csv', `${header}1,1961-01-01,5,740,3\n`);
    const complaints = await complaintsOf(async () => run(data, readMap(text, 'map.yaml')));
    expect(complaints).toMatchObject([{ code, where: { file: 'map.yaml', ...where } }]);
  });

  it('lists all that is wrong with a map at once', async () => {
    const text = 'party: size\nfacts: {atack: true, victim: {value: XX}, attack: {value: toString}}';
    const data = file('map.csv', header);
    expect(await complaintsOf(async () => run(data, readMap(text)))).toHaveLength(4);
  });

  it('takes NO for Norway, and yes or no in any case', async () => {
    const parties = [...rulebook.parties, makeItem('NO')].map((party) => ({ citations: [], ...party }));
    const { map: written } = readMap('on: day\nfacts: {victim: {value: NO}, attack: said}');
    const data = file('any-case.csv', 'day,said\n1961-01-01,YES\n1961-01-01,False\n1961-01-01,perhaps\n');
    const result = await screen(
      { ...rulebook, parties },
      { data, map: written, rejects: join(directory, 'rejects.csv') },
    );
    expect(result).toMatchObject({ rows: 2, rejected: 1 });
    expect(rejects()).toContain(',attack,perhaps,row-not-a-value,not a value of attack');
  });

  it('understands facts and values by the names that they had before', async () => {
    const facts = rulebook.facts.map((fact) =>
      fact.id === 'victim' ? { ...fact, formerly: ['target'] } : fact,
    );
    const parties = rulebook.parties.map((party) =>
      party.id === 'JP' ? { ...party, formerly: ['Japan'] } : party,
    );
    const { map: written } = readMap(
      'on: day\nparty: target\nfacts: {target: {value: Japan}, attack: force >= 4}',
    );
    const data = file('former.csv', `${header}1,1961-01-01,5,740,3\n`);
    const result = await screen(
      { ...rulebook, facts, parties },
      { data, map: written, rejects: join(directory, 'rejects.csv') },
    );
    expect(result.summary).toMatchObject([{ party: 'JP' }]);
  });

  it('tells why a row was left out in the language of the run, with codes that stay', async () => {
    const data = file(
      'why.csv',
      `${header}1,1961-01-01,5,740,3\n2,1961-01-01,5,740,-1\n3,,5,740,1\n4,1961-01-01\n`,
    );
    await run(data, { language: 'ja' });
    const japanese = rejects();
    await run(data);
    const codes = (text: string): readonly (string | undefined)[] =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',').at(-2));
    expect(codes(japanese)).toEqual(['code', 'row-not-a-value', 'row-without-date', 'line-too-few-values']);
    expect(codes(rejects())).toEqual(codes(japanese));
    expect(japanese).toContain('size の値ではない');
  });

  it('refuses norms, views and dates that are not there, and files that cannot be written', async () => {
    const data = file('names.csv', `${header}1,1961-01-01,5,740,3\n`);
    const codes = async (more: Partial<ScreenOptions>): Promise<readonly string[]> =>
      (await complaintsOf(async () => run(data, more))).map(({ code }) => code);
    expect(await codes({ norms: ['nosuch'] })).toEqual(['unknown-norm']);
    expect(await codes({ view: 'nosuch', on: '2016-13-45' })).toEqual(['not-a-date', 'unknown-view']);
    const nowhere = join(directory, 'no', 'such', 'directory');
    expect(await codes({ out: nowhere, summary: directory })).toEqual(['file-unwritable', 'file-unwritable']);
    expect(await complaintsOf(() => run(join(directory, 'nowhere.csv')))).toMatchObject([
      { code: 'data-missing' },
    ]);
  });

  it('hands complaints from thread to thread', async () => {
    const data = join(directory, 'stops.parquet');
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT DATE '1961-01-01' AS day, i::VARCHAR AS force FROM range(3000) rows(i) UNION ALL SELECT DATE '1961-01-01', 'x') TO '${data}'`,
    );
    instance.closeSync();
    const { map: written } = readMap('on: day\nwhere: CAST(force AS INTEGER) > 1\nfacts: {attack: true}');
    const complaints = await complaintsOf(() => run(data, { map: written, threads: 2, bytesInThread: 0 }));
    expect(complaints).toMatchObject([{ code: 'data-reading-failed', data: { file: data } }]);
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['not text', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) & 255)],
    ['a torn Parquet file', new TextEncoder().encode('PAR1 and nothing more')],
    ['a torn Arrow file', new TextEncoder().encode('ARROW1\0\0torn')],
  ])('never makes findings of a file that is %s', async (name, content) => {
    const data = file(`broken-${name.replaceAll(' ', '-')}.csv`, content);
    const result = await run(data).catch((error: unknown) => error);
    if (!(result instanceof Error)) expect(result).toMatchObject({ rows: 0 });
  });
});
