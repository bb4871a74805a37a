/** The real library: what compiling it takes, and screening synthetic disputes from Parquet and CSV, end to end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePlan, type Plan, type PlanOptions } from '@anpo/columns';
import type { Rulebook } from '@anpo/engine';
import { compileCircuit } from '@anpo/engine/circuit';
import { compileLibrary } from '@anpo/node';
import { readMap, screen } from '@anpo/screen';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Contender, interleave } from './rounds.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PARQUET_ROWS = 20_000_000;
const CSV_ROWS = 5_000_000;
/** The same file under so many names is a data set of as many times the rows. */
const NAMES = 5;

export async function realLibrary(): Promise<Rulebook | undefined> {
  return (await compileLibrary(process.env.ANPO_LIBRARY ?? join(root, 'library'))).rulebook;
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

export interface Screened {
  /** Rows a second. */
  readonly rates: ReadonlyMap<string, number>;
  /** Rows a second of processor time, all threads together: what one core would do. */
  readonly perCore: ReadonlyMap<string, number>;
  /** Rows and the most memory that the command had, in bytes; empty where the system does not tell. */
  readonly memory: readonly (readonly [rows: number, bytes: number])[];
}

const synthetic = (rows: number): string => `SELECT
    i AS dispnum,
    (1952 + hash(i) % 59)::SMALLINT AS year,
    (1 + hash(i + 1) % 12)::TINYINT AS month,
    (1 + hash(i + 2) % 28)::TINYINT AS day,
    (CASE WHEN hash(i + 3) % 2 = 0 THEN 2 ELSE 740 END)::SMALLINT AS target,
    (hash(i + 4) % 999)::SMALLINT AS initiator,
    (1 + hash(i + 5) % 5)::TINYINT AS hostlev_initiator,
    (hash(i + 6) % 22)::TINYINT AS hiact_initiator
  FROM range(${rows}) rows(i)`;
const COLUMNS = [
  'dispnum',
  'year',
  'month',
  'day',
  'target',
  'initiator',
  'hostlev_initiator',
  'hiact_initiator',
];

/** Screening with a summary out and a kept plan, beside DuckDB's bare reads of all columns of the same files. */
export async function screening(rulebook: Rulebook): Promise<Screened> {
  const directory = mkdtempSync(join(tmpdir(), 'anpo-bench-'));
  const parquet = join(directory, 'rows.parquet');
  const small = join(directory, 'small.parquet');
  const csv = join(directory, 'rows.csv');
  const many = join(directory, 'many-*.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (${synthetic(PARQUET_ROWS)}) TO '${parquet}' (FORMAT parquet)`);
    await connection.run(`COPY (${synthetic(1_000_000)}) TO '${small}' (FORMAT parquet)`);
    await connection.run(`COPY (${synthetic(CSV_ROWS)}) TO '${csv}' (HEADER)`);
    for (let name = 0; name < NAMES; name++) symlinkSync(parquet, join(directory, `many-${name}.parquet`));
    const mapFile = join(root, 'examples', 'screen', 'disputes.yaml');
    const { map } = readMap(readFileSync(mapFile, 'utf8'));
    let kept: Plan | undefined;
    const compile = (laws: Rulebook, options: PlanOptions): Plan => {
      kept ??= compilePlan(laws, options);
      return kept;
    };
    const perCore = new Map<string, number>();
    const contender = (name: string, rows: number, run: () => Promise<unknown>): Contender => ({
      name,
      rows,
      run: async () => {
        const before = process.cpuUsage();
        await run();
        const { user, system } = process.cpuUsage(before);
        perCore.set(name, Math.max(perCore.get(name) ?? 0, (rows * 1e6) / (user + system)));
      },
    });
    const screened = (name: string, rows: number, data: string, threads: number): Contender =>
      contender(name, rows, () =>
        screen(rulebook, { data, map, threads, compile, rejects: join(directory, 'rejects.csv') }),
      );
    const bare = (name: string, rows: number, from: string): Contender =>
      contender(name, rows, () =>
        connection.run(`SELECT ${COLUMNS.map((each) => `sum(${each})`).join(', ')} FROM ${from}`),
      );
    const rates = await interleave(
      [
        screened('screen, Parquet, one thread', PARQUET_ROWS, parquet, 1),
        screened(`the same ${NAMES} times, one thread`, PARQUET_ROWS * NAMES, many, 1),
        screened(`the same ${NAMES} times, two threads`, PARQUET_ROWS * NAMES, many, 2),
        bare('DuckDB, bare read of the Parquet', PARQUET_ROWS, `'${parquet}'`),
        screened('screen, CSV, one thread', CSV_ROWS, csv, 1),
        bare('DuckDB, bare read of the CSV', CSV_ROWS, `read_csv('${csv}')`),
      ],
      2,
    );
    const memory: (readonly [number, number])[] = [];
    for (const [rows, data] of [
      [1_000_000, small],
      [PARQUET_ROWS, parquet],
      [PARQUET_ROWS * NAMES, many],
    ] as const) {
      const bytes = await mostMemory([
        'screen',
        data,
        '--map',
        mapFile,
        '--rejects',
        join(directory, 'r.csv'),
      ]);
      if (bytes !== undefined) memory.push([rows, bytes]);
    }
    return { rates, perCore, memory };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The most memory that an anpo command had, as Linux tells it. */
async function mostMemory(words: readonly string[]): Promise<number | undefined> {
  const child = spawn(process.execPath, [join(root, 'packages', 'cli', 'bin', 'anpo.js'), ...words], {
    stdio: 'ignore',
  });
  let most: number | undefined;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
      if (kilobytes) most = Number(kilobytes) * 1024;
    } catch {
      // The process has ended, or the system is another.
    }
  }, 20);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return most;
}
