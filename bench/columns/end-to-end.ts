/** The real library: what compiling it takes, and screening synthetic disputes from Parquet and CSV, end to end. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePlan } from '@anpo/columns';
import { readMap, screen } from '@anpo/columns/screen';
import { compileCircuit, type Rulebook } from '@anpo/engine';
import { loadLibrary } from '@anpo/language';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Contender, interleave } from './rounds.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = 4_000_000;

export async function realLibrary(): Promise<Rulebook | undefined> {
  return (await loadLibrary(process.env.ANPO_LIBRARY ?? join(root, 'library'))).rulebook;
}

/** Milliseconds of the first compilation in a process that has compiled nothing, and the median of more. */
export function compileTimes(rulebook: Rulebook): { first: number; median: number } {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    compilePlan(rulebook, { on: '2016-03-29', circuit: compileCircuit(rulebook, {}) });
    return performance.now() - start;
  });
  return { first: times[0] as number, median: times.sort((a, b) => a - b)[4] as number };
}

/** Rows a second of screening with a summary out, and of DuckDB's bare reads of all columns of the same files. */
export async function screening(rulebook: Rulebook): Promise<ReadonlyMap<string, number>> {
  const directory = mkdtempSync(join(tmpdir(), 'anpo-bench-'));
  const parquet = join(directory, 'rows.parquet');
  const csv = join(directory, 'rows.csv');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const columns = [
      'i AS dispnum',
      '(1952 + hash(i) % 59)::SMALLINT AS year',
      '(1 + hash(i + 1) % 12)::TINYINT AS month',
      '(1 + hash(i + 2) % 28)::TINYINT AS day',
      '(CASE WHEN hash(i + 3) % 2 = 0 THEN 2 ELSE 740 END)::SMALLINT AS target',
      '(hash(i + 4) % 999)::SMALLINT AS initiator',
      '(1 + hash(i + 5) % 5)::TINYINT AS hostlev_initiator',
      '(hash(i + 6) % 22)::TINYINT AS hiact_initiator',
    ];
    await connection.run(
      `COPY (SELECT ${columns.join(', ')} FROM range(${ROWS}) rows(i)) TO '${parquet}' (FORMAT parquet)`,
    );
    await connection.run(`COPY (SELECT * FROM '${parquet}') TO '${csv}' (HEADER)`);
    const map = readMap(readFileSync(join(root, 'examples', 'screen', 'disputes.yaml'), 'utf8'));
    const contender = (name: string, data: string, threads: number): Contender => ({
      name,
      rows: ROWS,
      run: () => screen(rulebook, { data, map, threads, rejects: join(directory, 'rejects.csv') }),
    });
    const bare = (name: string, from: string): Contender => ({
      name,
      rows: ROWS,
      run: async () => {
        await connection.run(
          `SELECT ${['dispnum', 'year', 'month', 'day', 'target', 'initiator', 'hostlev_initiator', 'hiact_initiator'].map((each) => `sum(${each})`).join(', ')} FROM ${from}`,
        );
      },
    });
    return await interleave(
      [
        contender('screen, Parquet, one thread', parquet, 1),
        contender('screen, Parquet, two threads', parquet, 2),
        contender('screen, CSV, one thread', csv, 1),
        bare('DuckDB, bare read of the CSV', `read_csv('${csv}')`),
        bare('DuckDB, bare read of the Parquet', `'${parquet}'`),
      ],
      2,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(directory, { recursive: true, force: true });
  }
}
