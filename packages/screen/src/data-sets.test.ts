/** Screening of data as the world has them: other encodings and forms, lines, names and types that must not change. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ComplaintError } from '@anpo/engine';
import {
  makeFact,
  makeInstrument,
  makeItem,
  makeNorm,
  makeProvision,
  makeRulebook,
} from '@anpo/engine/testing';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScreenOptions, ScreenResult } from './contract.ts';
import { readMap } from './map/read.ts';
import { screen } from './screen.ts';

const rulebook = makeRulebook({
  instruments: [makeInstrument({ id: 'treaty', period: { from: '1960-06-23' } })],
  provisions: [makeProvision({ id: 'treaty/5', instrument: 'treaty' })],
  facts: [
    makeFact({ id: 'attack' }),
    makeFact({ id: 'victim', type: 'party' }),
    makeFact({ id: 'quiet', default: 'no' }),
    makeFact({ id: 'unrelated', default: 'yes' }),
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
          { kind: 'not', of: { kind: 'fact', fact: 'quiet' } },
        ],
      },
    }),
  ],
});

const directory = mkdtempSync(join(tmpdir(), 'anpo-data-test-'));
afterEach(() => {
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
});
const at = (name: string): string => join(directory, name);
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const run = (data: string, map: string, more: Partial<ScreenOptions> = {}): Promise<ScreenResult> =>
  screen(rulebook, { data, ...readMap(map, 'map.yaml'), rejects: at('rejects.csv'), ...more });
/** The rejects without the names of files and the reasons: line, row, column, value, code. */
const rejects = (): readonly string[] =>
  readFileSync(at('rejects.csv'), 'utf8')
    .split(`${directory}/`)
    .slice(1)
    .map((record) => record.split(',').slice(1, -1).join(','));
const complaints = async (work: Promise<unknown>): Promise<readonly object[]> => {
  const error = await work.then(
    () => undefined,
    (found: unknown) => found,
  );
  if (error instanceof ComplaintError) return error.complaints;
  throw error ?? new Error('nothing was complained of');
};

const japanese = Uint8Array.of(0x93, 0xfa, 0x96, 0x7b);
const bytes = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('bytes that are not UTF-8', () => {
  const data = (): string =>
    file(
      'bytes.csv',
      bytes(
        'id,date,v\n1,2016-08-06,JP\n51,2016-08-06,',
        japanese,
        '\n"x',
        japanese,
        '\n",2016-08-06,US\n3,x,US\n',
      ),
    );

  it.each([
    ['by a fact', 'on: date\nfacts: {attack: true, victim: v}', false],
    ['by the columns carried along', 'on: date\nid: [id, v]\nfacts: {attack: true}', true],
    ['by nothing', 'on: date\nfacts: {attack: true}', false],
    ['by nothing, with findings written', 'on: date\nfacts: {attack: true}', true],
  ])('reject the line, where the column is read %s', async (_, map, withOut) => {
    const result = await run(data(), map, withOut ? { out: at('out.csv') } : {});
    expect(result).toMatchObject({ rows: 1, rejected: 3, notUtf8: [{ records: 2, seems: 'shift_jis' }] });
    expect(rejects()).toEqual([
      '6,2,on,x,row-without-date',
      expect.stringMatching(/^3,,,"?51,.*,line-wrong-encoding$/),
      expect.stringMatching(/^4,,,"?"?"?x[\s\S]*,line-wrong-encoding$/),
    ]);
  });

  it('are told apart by what they seem to be, and refused where names of columns are in them', async () => {
    const latin = file(
      'latin.csv',
      bytes('id,date\nSão Paulo,2016-08-06\n', Uint8Array.of(0x53, 0xe3, 0x6f), ',2016-08-06\n'),
    );
    expect(await run(latin, 'on: date\nfacts: {attack: true}')).toMatchObject({
      rows: 1,
      notUtf8: [{ seems: 'windows-1252' }],
    });
    const header = file('header.csv', bytes(japanese, ',date\n1,2016-08-06\n'));
    expect(await complaints(run(header, 'on: date\nfacts: {attack: true}'))).toMatchObject([
      { code: 'data-header-wrong-encoding', data: { file: header, seems: 'shift_jis' } },
    ]);
  });

  it('are read where the map or the file names the encoding', async () => {
    const header = file('header.csv', bytes(japanese, ',date\n1,2016-08-06\n2,2016-08-07\n'));
    const map = 'on: date\nid: 日本\nfacts: {attack: 日本 = 1}\nencoding: shift_jis';
    expect(await run(header, map, { out: at('out.csv') })).toMatchObject({ rows: 2, rejected: 0 });
    expect(readFileSync(at('out.csv'), 'utf8')).toMatch(/^file,row,on,日本,/);
    const wide = file('wide.csv', Buffer.from('\ufeffid,date\n1,2016-08-06\n', 'utf16le'));
    expect(await run(wide, 'on: date\nfacts: {attack: true}')).toMatchObject({ rows: 1, rejected: 0 });
    expect(await complaints(run(header, map.replace('shift_jis', 'klingon')))).toMatchObject([
      { code: 'map-encoding-unknown', where: { line: 4 } },
    ]);
  });
});

it('rejects the same lines, whichever columns are read', async () => {
  // Past the lines from which types are told, a column turns out to hold something else.
  const rows = Array.from(
    { length: 20_600 },
    (_, row) => `2016-08-06,${row},${row === 20_550 ? 'x' : row},t`,
  );
  const data = file(
    'late.csv',
    `d,n,m,t\n${rows.join('\n')}\n2016-08-06,1\n2016-08-06,1,1,t,1\n2016-08-06,y,1,t\n`,
  );
  const found: unknown[] = [];
  for (const sql of ['true', 'm > 1', 'n > 1', "t = 't'"]) {
    const { rows: read, rejected } = await run(data, `on: d\nfacts: {attack: "${sql}"}`);
    found.push([read, rejected, rejects().map((each) => each.split(',')[0])]);
  }
  expect(new Set(found.map((each) => JSON.stringify(each)))).toEqual(
    new Set([JSON.stringify([20_599, 4, ['20552', '20602', '20603', '20604']])]),
  );
});

it('tells lines as a reader counts them, before and after a line that was set aside', async () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const lines = [
      'd,n',
      '2016-08-06,1',
      '2016-08-06,1,1',
      '2016-08-07,1',
      'x,1',
      `2016-08-07,"1${newline}"`,
      'y,1',
    ];
    const data = file('lines.csv', `${lines.join(newline)}${newline}`);
    await run(data, 'on: d\nfacts: {attack: true}');
    expect(rejects().map((each) => each.split(',')[0])).toEqual(['5', '8', '3']);
  }
});

describe('what is carried along', () => {
  it('keeps its names and types, and rows are whole numbers', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const source = at('types.parquet');
    await connection.run(
      `COPY (SELECT DATE '2016-08-06' AS day, 7::SMALLINT AS "Event ID", 12.50::DECIMAL(9,2) AS "order", 'a' AS "row", TIMESTAMP '2016-08-06 01:02:03' AS "say ""so""", [1, 2] AS list) TO '${source}'`,
    );
    const map = `on: day\nid: [Event ID, '"order"', ROW, 'say "so"', list]\nfacts: {attack: true}`;
    for (const name of ['out.parquet', 'out.csv']) await run(source, map, { out: at(name) });
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${at('out.parquet')}'`);
    expect(described.getRows().map(([name, type]) => `${name} ${type}`)).toEqual([
      'file VARCHAR',
      'anpo_row BIGINT',
      'on DATE',
      'Event ID SMALLINT',
      'order DECIMAL(9,2)',
      'row VARCHAR',
      'say "so" TIMESTAMP',
      'list INTEGER[]',
      'answer@JP BOOLEAN',
    ]);
    expect(readFileSync(at('out.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      'file,anpo_row,on,Event ID,order,row,"say ""so""",list,answer@JP',
      `${source},1,2016-08-06,7,12.50,a,2016-08-06 01:02:03,"[1, 2]",true`,
    ]);
    instance.closeSync();
  });

  it.each([false, true])(
    'is refused where there is no such column, with findings written: %s',
    async (withOut) => {
      const data = file('some.csv', 'day,number\n2016-08-06,1\n');
      const work = run(
        data,
        'on: day\nid: [numbr]\nfacts: {attack: true}',
        withOut ? { out: at('out.csv') } : {},
      );
      expect(await complaints(work)).toMatchObject([
        { code: 'map-column-missing', data: { column: 'numbr' }, nearest: ['number'], where: { line: 2 } },
      ]);
      expect(readdirSync(directory)).toEqual(['some.csv']);
    },
  );

  it('has one type where files of a data set have several', async () => {
    file('some-1.csv', 'day,number\n2016-08-06,1\n');
    file('some-2.csv', 'day,number\n2016-08-06,a\n');
    await run(at('some-*.csv'), 'on: day\nid: number\nfacts: {attack: true}', { out: at('out.csv') });
    expect(
      readFileSync(at('out.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[3]),
    ).toEqual(['1', 'a']);
  });
});

describe('a run that fails', () => {
  it.each([
    ['before a row was read', 'on: day\nfacts: {attack: nowhere > 1}'],
    ['at a row', 'on: day\nwhere: CAST(substr(number, 2) AS INTEGER) >= 0\nfacts: {attack: true}'],
  ])('leaves nothing behind, and an older file as it was: %s', async (_, map) => {
    const lines = Array.from(
      { length: 150_000 },
      (__, row) => `${row % 1000 === 9 ? 'x' : '2016-08-06'},n${row}`,
    );
    const data = file('some.csv', `day,number\n${lines.join('\n')}\n2016-08-06,nmany\n`);
    file('rejects.csv', 'what was there');
    await complaints(run(data, map, { out: at('out.csv'), checkpoint: at('checkpoint') }));
    expect(readdirSync(directory).sort()).toEqual(['rejects.csv', 'some.csv']);
    expect(readFileSync(at('rejects.csv'), 'utf8')).toBe('what was there');
  });

  it('for want of a place to write complains of that', async () => {
    const data = file('some.csv', 'day,number\nx,1\n');
    const [complaint] = await complaints(
      run(data, 'on: day\nfacts: {attack: true}', { rejects: '/proc/anpo.csv' }),
    );
    expect(complaint).toMatchObject({ code: 'file-unwritable' });
  });

  it('is none where it was stopped: it goes on with what it had rejected', async () => {
    const lines = Array.from(
      { length: 300_000 },
      (_, row) => `${row % 100_000 === 9 ? 'x' : '2016-08-06'},${row}`,
    );
    const data = file('some.csv', `day,number\n${lines.join('\n')}\n`);
    const options = { out: at('out.csv'), checkpoint: at('checkpoint') };
    const map = 'on: day\nid: number\nfacts: {attack: true}';
    expect(await run(data, map, { ...options, stopped: () => true })).toMatchObject({ finished: false });
    expect(existsSync(at('rejects.csv'))).toBe(false);
    expect(await run(data, map, options)).toMatchObject({ finished: true, rows: 299_997, rejected: 3 });
    expect(rejects().map((each) => each.split(',')[0])).toEqual(['11', '100011', '200011']);
    expect(readdirSync(directory).sort()).toEqual(['out.csv', 'rejects.csv', 'some.csv']);
    expect(readFileSync(at('out.csv'), 'utf8').trim().split('\n')).toHaveLength(299_998);
  });
});

describe('a file that is', () => {
  it.each([
    ['book.xlsx', bytes('PK\x03\x04', new Uint8Array(40), 'xl/workbook.xml'), 'excel'],
    ['book.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'excel'],
    ['data.dta', '<stata_dta><header>', 'stata'],
    ['old.dta', Uint8Array.of(0x73, 2, 1, 0, 5), 'stata'],
    ['data.sav', '$FL2@(#) SPSS DATA FILE', 'spss'],
    ['data.json', '[{"day": "2016-08-06"}]', 'json'],
    ['page.csv', '<!DOCTYPE html><html></html>', 'markup'],
    ['data.zip', bytes('PK\x03\x04', new Uint8Array(40)), 'zip'],
    ['data.rds', gzipSync(bytes('X\n', new Uint8Array(20))), 'r'],
    ['picture.csv', Uint8Array.of(0x89, 0x50, 0, 0, 0), 'binary'],
  ])('%s is refused by its name', async (name, content, format) => {
    const work = run(file(name, content), 'on: day\nfacts: {attack: true}');
    expect(await complaints(work)).toMatchObject([{ code: 'data-other-format', data: { format } }]);
  });

  it('packed is read, with its lines', async () => {
    const data = file('some.csv.gz', gzipSync('day,n\n2016-08-06,1\nx,1\n'));
    expect(await run(data, 'on: day\nfacts: {attack: true}')).toMatchObject({ rows: 1, rejected: 1 });
    expect(rejects()).toEqual(['3,2,on,x,row-without-date']);
  });

  it('without a header is read where the map says so', async () => {
    const data = file('bare.csv', '2016-08-06,a\n2016-08-07,b\n');
    expect(await run(data, 'on: column0\nheader: no\nfacts: {attack: true}')).toMatchObject({ rows: 2 });
    const named = 'on: day\nid: letter\nheader: [day, letter]\nfacts: {attack: true}';
    expect(await run(data, named, { out: at('out.csv') })).toMatchObject({ rows: 2 });
    expect(readFileSync(at('out.csv'), 'utf8')).toMatch(/^file,row,on,letter,.*\n.*,1,2016-08-06,a,/);
  });

  it('with sep= in its first line is read, with its lines', async () => {
    const data = file('sep.csv', '\ufeffsep=;\r\nday;n\r\n2016-08-06;1\r\nx;1\r\n');
    expect(await run(data, 'on: day\nfacts: {attack: true}')).toMatchObject({ rows: 1, rejected: 1 });
    expect(rejects()).toEqual(['4,2,on,x,row-without-date']);
  });
});

describe('a reject', () => {
  it('shows the cells of an expression that failed, or that came to nothing', async () => {
    const data = file('some.csv', 'y,m,d,n,x\n1961,2,31,1,0.5\n1961,2,,1,0.5\n1961,2,3,many,0.5\n');
    const map = 'on: make_date(y, m, d)\nfacts: {attack: CAST(n AS INTEGER) > x}';
    await run(data, map);
    expect(rejects()).toEqual([
      '2,1,on,"y=1961, m=2, d=31",row-without-date',
      '3,2,on,"y=1961, m=2, d=",row-without-date',
      '4,3,attack,"n=many, x=0.5",row-expression-failed',
    ]);
  });
});

it('tells the assumptions that bear on what was asked, and no others', async () => {
  const data = file('some.csv', 'day\n2016-08-06\n');
  const { assumed } = await run(data, 'on: day\nfacts: {attack: true}', { norms: ['answer'] });
  expect(assumed).toEqual([{ fact: 'quiet', value: 'no' }]);
});
