/**
 * `npm run test:cluster`: the generated view on a real Spark cluster (a coordinator and two workers on loopback),
 * over a partitioned data set, compared with the evaluator row for row.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePlan, type Plan, WasmEvaluator } from '@anpo/columns';
import { dialects, generateView } from '@anpo/columns/sql';
import { tableStatements } from '@anpo/columns/testing';
import type { Rulebook } from '@anpo/engine';
import { compileLibrary } from '@anpo/node';
import { DuckDBInstance } from '@duckdb/node-api';
import { randomBatch } from '../columns/data.ts';
import { Random } from '../columns/random.ts';
import { syntheticRulebook } from '../columns/synthetic.ts';
import { SparkCluster, sparkHome } from './spark.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = Number(process.env.ANPO_CLUSTER_ROWS ?? 4_000);
/** Norms of the library that an interrupted run has already compared. */
const FROM = Number(process.env.ANPO_CLUSTER_FROM ?? 0);
const PARTITIONS = 8;
const PORT = 17_077;
/** Spark compiles a whole view at once; the library is run in portions of so many norms. */
const NORMS = Number(process.env.ANPO_CLUSTER_NORMS ?? 60);

const { home, python } = sparkHome(root);
const work = mkdtempSync(join(tmpdir(), 'anpo-cluster-'));
const cluster = new SparkCluster(home, work, PORT);
try {
  await cluster.start(2);
  if (FROM === 0) await compare('synthetic rules', syntheticRulebook(1), undefined);
  const library = await compileLibrary(process.env.ANPO_LIBRARY ?? join(root, 'library'));
  if (library.rulebook) {
    const norms = library.rulebook.norms.map((norm) => norm.id);
    for (let from = FROM; from < norms.length; from += NORMS) {
      await compare(
        `library, norms ${from + 1} to ${Math.min(from + NORMS, norms.length)}`,
        library.rulebook,
        norms.slice(from, from + NORMS),
      );
    }
  } else console.log('The library is not sound at the moment: only the synthetic rules were run.');
} finally {
  cluster.stop();
  rmSync(work, { recursive: true, force: true });
}

async function compare(
  name: string,
  rulebook: Rulebook,
  norms: readonly string[] | undefined,
): Promise<void> {
  const plan = compilePlan(rulebook, { norms });
  const random = new Random(3);
  const on = Int32Array.from({ length: ROWS }, () => -7000 + random.below(28_000));
  const batch = { ...randomBatch(plan, ROWS, 0.3), on };
  const directory = join(work, name.replaceAll(/\W+/g, '-'));
  mkdirSync(directory);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  for (const statement of tableStatements(rulebook, plan, batch, dialects.duckdb, 'situations'))
    await connection.run(statement);
  const data = join(directory, 'data');
  await connection.run(
    `COPY (SELECT *, row_number % ${PARTITIONS} AS part FROM situations) TO '${data}' (FORMAT parquet, PARTITION_BY (part))`,
  );
  const view = join(directory, 'view.sql');
  writeFileSync(
    view,
    generateView(rulebook, plan, { dialect: dialects.spark, source: 'situations', keep: ['row_number'] }),
  );
  const result = join(directory, 'result');
  const printed = execFileSync(
    python,
    [fileURLToPath(new URL('driver.py', import.meta.url)), cluster.url, data, view, result],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', process.env.ANPO_DEBUG ? 'inherit' : 'ignore'],
      env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python },
    },
  );
  const { seconds, executors, partitions } = JSON.parse(
    printed.trim().split('\n').at(-1) as string,
  ) as Record<string, number>;
  const columns = (
    await connection.runAndReadAll(`SELECT * FROM read_parquet('${result}/*.parquet') ORDER BY row_number`)
  ).getColumns();
  const different = countDifferences(plan, batch, columns);
  console.log(
    `${name}: ${ROWS} rows, ${plan.outputs.length} findings, ${executors} workers, ${partitions} partitions, ${seconds?.toFixed(1)} s: ${different === 0 ? 'equal row for row' : `${different} DIFFERENT`}`,
  );
  if (different > 0 || columns[0]?.length !== ROWS) process.exitCode = 1;
  connection.closeSync();
  instance.closeSync();
}

function countDifferences(
  plan: Plan,
  batch: Parameters<WasmEvaluator['evaluate']>[0],
  columns: readonly (readonly unknown[])[],
): number {
  const findings = new WasmEvaluator(plan, { rows: batch.rows }).evaluate(batch);
  let different = 0;
  plan.outputs.forEach((_, output) => {
    const expected = findings.bytes(output);
    columns[output + 1]?.forEach((value, row) => {
      if ((value === null ? 2 : value === true ? 1 : 0) !== expected[row]) different++;
    });
  });
  return different;
}
