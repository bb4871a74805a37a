/** Screening of files that reach past one batch: what only a second batch meets is not met by small files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeFact,
  makeInstrument,
  makeItem,
  makeNorm,
  makeProvision,
  makeRulebook,
} from '@anpo/engine/testing';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import type { ScreenOptions } from './contract.ts';
import { readMap } from './map/read.ts';
import { screen } from './screen.ts';

const rulebook = makeRulebook({
  instruments: [makeInstrument({ id: 'treaty', period: { from: '1960-06-23' } })],
  provisions: [makeProvision({ id: 'treaty/5', instrument: 'treaty' })],
  facts: [makeFact({ id: 'attack' })],
  acts: [makeItem('act')],
  norms: [
    makeNorm({
      id: 'answer',
      provision: 'treaty/5',
      instrument: 'treaty',
      act: 'act',
      condition: { kind: 'fact', fact: 'attack' },
    }),
  ],
});

/** One more than two batches hold, and than 65 chunks of 2048 rows. */
const ROWS = 133_121;
const directory = mkdtempSync(join(tmpdir(), 'anpo-large-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const { map } = readMap('on: d\nid: n\nfacts: {attack: n % 2 = 1}');
const lines = Array.from({ length: ROWS }, (_, row) => `2016-08-06,${row}\n`);
const text = `d,n\n${lines.join('')}`;
const data = join(directory, 'data.csv');
writeFileSync(data, text);

const run = (more: Partial<ScreenOptions>): ReturnType<typeof screen> =>
  screen(rulebook, { data, map, rejects: join(directory, 'rejects.csv'), ...more });

describe('a file of more rows than a batch', () => {
  it.each([
    ['CSV', 'out.csv', {}],
    ['Parquet', 'out.parquet', {}],
    ['CSV, settled', 'settled.csv', { settle: true }],
    ['CSV, with two threads', 'threads.csv', { threads: 2 }],
  ])('comes out whole as %s', async (_, name, more: Partial<ScreenOptions>) => {
    const out = join(directory, name);
    const result = await run({ out, checkpoint: `${out}.checkpoint`, ...more });
    expect(result).toMatchObject({ rows: ROWS, rejected: 0, finished: true });
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `SELECT count(*), count(DISTINCT row), sum(row), sum(n::BIGINT), count(*) FILTER (WHERE "answer@JP" = (n::BIGINT % 2 = 1)) FROM '${out}'`,
    );
    const sum = (ROWS * (ROWS - 1)) / 2;
    expect(read.getRows()[0]?.map(Number)).toEqual([ROWS, ROWS, sum + ROWS, sum, ROWS]);
    instance.closeSync();
    expect(readdirSync(directory).filter((file) => file !== name && file.startsWith(name))).toEqual([]);
  });

  it('comes out whole from standard input', async () => {
    const out = join(directory, 'piped.csv');
    const standardInput = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 1 << 20) yield Buffer.from(text.slice(at, at + (1 << 20)));
    };
    expect(await run({ data: '-', standardInput, out })).toMatchObject({ rows: ROWS });
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(ROWS + 2);
    expect(existsSync(join(directory, 'rejects.csv'))).toBe(false);
  });

  it.each([
    ['CSV', 'fails.csv', '0'],
    ['Parquet', 'fails.parquet', '0'],
    ['Parquet that is read in one go', 'fails.parquet', '(SELECT 0)'],
  ])('is never taken for a shorter one where a row late in %s fails', async (_, name, least) => {
    const failing = join(directory, name);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT DATE '2016-08-06' AS d, CASE WHEN i = 300000 THEN 'many' ELSE 'n' || i END AS n FROM range(300001) rows(i)) TO '${failing}'`,
    );
    instance.closeSync();
    const { map: written } = readMap(
      `on: d\nwhere: CAST(substr(n, 2) AS INTEGER) >= ${least}\nfacts: {attack: true}`,
    );
    const error = await run({ data: failing, map: written }).catch((found: unknown) => found);
    expect(error).toMatchObject({ complaints: [{ code: 'data-reading-failed' }] });
    expect(JSON.stringify(error)).toContain('any');
  });
});
