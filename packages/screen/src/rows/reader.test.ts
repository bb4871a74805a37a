/** What tables of cells answer is what DuckDB answers row by row, whatever the data and the map. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFact, makeRulebook } from '@anpo/engine/testing';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenMap } from '../map/map.ts';
import { type Connections, type Database, openDatabase } from '../source/database.ts';
import type { SourceFile } from '../source/source.ts';
import { type Expressions, expressionsOf } from './expressions.ts';
import { type FileFacts, factsOf } from './facts.ts';
import { readBatches } from './reader.ts';

const rulebook = makeRulebook({
  facts: [
    makeFact({ id: 'attack' }),
    makeFact({ id: 'threat' }),
    makeFact({ id: 'victim', type: 'party' }),
    makeFact({ id: 'size', type: 'number', minimum: '-40' }),
    makeFact({ id: 'since', type: 'date' }),
  ],
});

/** Expressions over the columns of the data, for each thing that a map can say. */
const expressions = {
  on: [
    'day',
    "DATE '1960-06-23' + small",
    'make_date(1960 + small % 40, 1 + abs(tiny) % 14, 3)',
    "strptime(word, '%Y')",
    'TRY_CAST(word AS DATE) + 3',
  ],
  where: ['small > 3', "word <> 'x'", 'flag', 'whole IS NOT NULL AND tiny < 20', 'small / tiny > 0'],
  attack: ['flag', 'tiny >= 4', "word = 'JP' OR CAST(word AS INTEGER) > 3", 'long LIKE long || word', 'NULL'],
  threat: ['whole > 100000', 'real > 0', 'NOT flag', 'length(long) > 20 AND small % 2 = 0'],
  victim: ['word', 'small', 'long'],
  size: ['small', 'whole', 'real', 'tiny * 1.5', 'small / nullif(tiny, 0)', 'CAST(long AS DOUBLE)'],
  since: ['day', "DATE '1970-01-01' + tiny", 'word'],
} as const;

const pick = <Key extends keyof typeof expressions>(key: Key): fc.Arbitrary<string | undefined> =>
  fc.option(fc.constantFrom(...expressions[key]), { nil: undefined });

const mapOf: fc.Arbitrary<ScreenMap> = fc
  .record({
    on: fc.constantFrom(...expressions.on),
    where: pick('where'),
    attack: pick('attack'),
    threat: pick('threat'),
    victim: pick('victim'),
    size: pick('size'),
    since: pick('since'),
    otherwise: fc.constantFrom('unknown' as const, 'reject' as const),
  })
  .map(({ on, where, otherwise, victim, ...facts }) => ({
    on,
    where,
    id: 'small',
    facts: {
      ...Object.fromEntries(Object.entries(facts).flatMap(([key, sql]) => (sql ? [[key, { sql }]] : []))),
      ...(victim
        ? { victim: { sql: victim, values: { 1: 'JP', JP: 'JP', 'a text that is long': 'US' }, otherwise } }
        : {}),
    },
  }));

/** SQL of the cells of each column: how far they spread, and how often there is none. */
const dataOf = fc
  .record({
    rows: fc.integer({ min: 0, max: 9000 }),
    tiny: fc.constantFrom('%7', '%3 - 1', '%240 - 120'),
    small: fc.constantFrom('%11', '%900', '%60000 - 30000', '%5 + CASE WHEN i > 5000 THEN 1000 ELSE 0 END'),
    whole: fc.constantFrom('%7', '%5 * 100000', '%3 * 5000000000', '* 1000003 % 4000000'),
    words: fc.constantFrom(
      "['JP', 'x', '7', '1961']",
      "['', '1961-02-03', 'ééééééé', 'a text that is long']",
    ),
    nulls: fc.constantFrom(0, 2, 50, 1),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ rows, tiny, small, whole, words, nulls, seed }) => {
    const cell = (sql: string, at: number): string =>
      nulls === 0 ? sql : `CASE WHEN hash(i + ${at}) % ${nulls} <> 0 OR i % 4099 < 40 THEN ${sql} END`;
    const random = (at: number): string => `(hash(i * 7 + ${seed + at}) // 2)::BIGINT`;
    return `SELECT
      ${cell(`CAST(${random(1)} ${tiny} AS TINYINT)`, 1)} AS tiny,
      ${cell(`CAST(${random(2)} ${small} AS SMALLINT)`, 2)} AS small,
      ${cell(`CAST((${random(3)} % 1000) ${whole} AS BIGINT)`, 3)} AS whole,
      ${cell(`CAST(${random(4)} % 1000 AS DOUBLE) / 8 - 20`, 4)} AS real,
      ${cell(`${random(5)} % 2 = 0`, 5)} AS flag,
      ${cell(`DATE '1950-01-01' + (${random(6)} % 20000)::INTEGER`, 6)} AS day,
      ${cell(`${words}[1 + ${random(7)} % 4]`, 7)} AS word,
      ${cell(`['12.5', 'a text that is long', 'ein längerer Text ' || (i % 5)][1 + ${random(8)} % 3]`, 8)} AS long
      FROM range(${rows}) rows(i)`;
  });

const directory = mkdtempSync(join(tmpdir(), 'anpo-reader-test-'));
let database: Database;
let connections: Connections;
beforeAll(async () => {
  database = await openDatabase();
  connections = database.connections;
});
afterAll(() => {
  database.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Read {
  readonly rows: readonly string[];
  readonly rejects: readonly string[];
}

/** All rows and rejects of a file as texts, or what was said when it could not be read. */
async function readAll(file: SourceFile, asked: Expressions, facts: FileFacts): Promise<Read | string> {
  const rows: string[] = [];
  const rejects: string[] = [];
  try {
    const options = { rowsInBatch: 2048, from: 0, facts };
    for await (const { batch, ids, rejects: more, rowNumbers } of readBatches(
      connections,
      asked,
      file,
      options,
    )) {
      const numbers = rowNumbers();
      const columns = Object.entries(batch.columns);
      for (let row = 0; row < batch.rows; row++) {
        const cells = columns.map(([key, column]) => `${key} ${column.values[row]}`);
        rows.push([numbers[row], ids[0]?.[row], batch.on?.[row], ...cells].join(', '));
      }
      for (const reject of more) rejects.push(JSON.stringify(reject));
    }
  } catch (error) {
    return (error as Error).message.split('\n')[0] as string;
  }
  return { rows, rejects };
}

async function write(
  connection: DuckDBConnection,
  data: string,
  format: 'csv' | 'parquet',
): Promise<SourceFile> {
  const path = join(directory, `data.${format}`);
  const options = format === 'csv' ? '(HEADER)' : '(FORMAT parquet, ROW_GROUP_SIZE 2048)';
  await connection.run(`COPY (${data}) TO '${path}' ${options}`);
  return { name: path, path, format, bytes: 0 };
}

describe('readBatches', () => {
  it.each(['parquet', 'csv'] as const)(
    'finds in its tables what DuckDB evaluates row by row, from %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(dataOf, mapOf, async (data, map) => {
          const file = await write(connections.rows, data, format);
          let asked: Expressions;
          try {
            asked = await expressionsOf(connections.rows, rulebook, { map }, file, true);
          } catch {
            // A column of CSV may turn out to be of a type that an expression cannot take.
            return;
          }
          const facts = await factsOf(connections.rows, file, asked);
          const found = await readAll(file, asked, facts);
          const all = asked.all.map((expression) => ({ ...expression, reads: undefined }));
          const expected = await readAll(file, { ...asked, all, local: false }, { narrow: new Map() });
          expect(found).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('reads a file again, column by column, when what it says of itself is wrong', async () => {
    const file = await write(
      connections.rows,
      'SELECT i::SMALLINT AS small, NULL::TINYINT AS tiny FROM range(5000) rows(i)',
      'parquet',
    );
    const map: ScreenMap = { on: "DATE '1960-01-01' + small", facts: { attack: { sql: 'tiny > 3' } } };
    const asked = await expressionsOf(connections.rows, rulebook, { map }, file, false);
    const facts = await factsOf(connections.rows, file, asked);
    const wrong = {
      ...facts,
      narrow: new Map([
        ['small', 'UTINYINT'],
        ['tiny', 'TINYINT'],
      ] as const),
    };
    const found = await readAll(file, asked, wrong);
    expect(found).toEqual(await readAll(file, asked, { narrow: new Map() }));
    expect((found as Read).rows).toHaveLength(5000);
  });

  it('leaves to DuckDB what looks beyond its row', async () => {
    const file = await write(connections.rows, 'SELECT i AS small FROM range(10) rows(i)', 'csv');
    const local = async (sql: string): Promise<boolean> => {
      const map: ScreenMap = { on: "DATE '1960-01-01'", facts: { attack: { sql } } };
      return (await expressionsOf(connections.rows, rulebook, { map }, file, false)).local;
    };
    expect(await local('small > 3')).toBe(true);
    expect(await local('small > avg(small) OVER ()')).toBe(false);
    expect(await local('small IN (SELECT 3)')).toBe(false);
    expect(await local('random() > 0.5')).toBe(false);
  });
});
