/**
 * `npm run bench`: how fast columns become findings, beside the machine's own limit and beside other engines.
 * Everything runs in short interleaved rounds of one process; figures are medians. Peers start from the same
 * typed columns, packing included, and their findings are compared with ours on every row.
 */
import { compilePlan, type Plan, SingleEvaluator, WasmEvaluator } from '@anpo/columns';
import { firstRows, randomBatch } from './columns/data.ts';
import { compileTimes, realLibrary, screening } from './columns/end-to-end.ts';
import { kernelContenders } from './columns/kernels.ts';
import { clingo } from './columns/peers/clingo.ts';
import { duckdb } from './columns/peers/duckdb.ts';
import { jsonLogic } from './columns/peers/json-logic.ts';
import { jsonRules } from './columns/peers/json-rules.ts';
import type { Peer } from './columns/peers/peer.ts';
import { prolog } from './columns/peers/prolog.ts';
import { zen } from './columns/peers/zen.ts';
import { type Contender, interleave, millions } from './columns/rounds.ts';
import { HOLDER, syntheticRulebook } from './columns/synthetic.ts';

const ON = '2016-03-29';
const ROWS = 2 ** 21;
const ROUNDS = 7;
const UNKNOWN = 0.2;

const cellBytes = (plan: Plan): number =>
  plan.slots.reduce((sum, slot) => sum + (slot.type === 'date' ? 4 : slot.type === 'number' ? 8 : 1), 0);

function columnsContender(plan: Plan, rows: number): Contender {
  const evaluator = new WasmEvaluator(plan, { rows, columnBytes: (rows + 128) * cellBytes(plan) });
  const batch = randomBatch(plan, rows, UNKNOWN, evaluator);
  return { name: 'columns to findings', rows, run: () => evaluator.process(batch, () => {}) };
}

function planOf(scale: number): { plan: Plan; milliseconds: number } {
  const rulebook = syntheticRulebook(scale);
  const start = performance.now();
  const plan = compilePlan(rulebook, { on: ON, view: HOLDER });
  return { plan, milliseconds: performance.now() - start };
}

const table = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
  }
  console.log();
};

async function kernels(): Promise<number> {
  const { plan } = planOf(1);
  console.log(
    `Rules: ${plan.slots.length} facts, ${plan.inputs.length} tests, ${plan.gates.length} gates, ${plan.outputs.length} findings; ${UNKNOWN * 100} % of cells unknown\n`,
  );
  const rates = await interleave([...kernelContenders(plan, ROWS), columnsContender(plan, ROWS)], ROUNDS);
  const limit = [...rates.values()][0] as number;
  table([
    ['million situations a second, one core', 'rate', 'of the limit'],
    ...[...rates].map(([name, rate]) => [name, millions(rate), (rate / limit).toFixed(2)]),
  ]);
  return rates.get('columns to findings') as number;
}

function single(): void {
  const { plan } = planOf(1);
  const evaluator = new SingleEvaluator(plan);
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    for (let run = 0; run < 20_000; run++) {
      evaluator.set(run % plan.inputs.length, run % 3);
      evaluator.run();
    }
    times.push(((performance.now() - start) * 1000) / 20_000);
  }
  console.log(`One situation, all findings: ${times.sort((a, b) => a - b)[10]?.toFixed(2)} µs\n`);
}

async function growth(): Promise<void> {
  const rows: string[][] = [['size', 'gates', 'plan', 'limit', 'kernel', 'columns']];
  for (const scale of [1, 3, 4, 10]) {
    const { plan, milliseconds } = planOf(scale);
    const count = Math.floor(ROWS / 2 / scale / 128) * 128;
    const rates = [
      ...(await interleave([...kernelContenders(plan, count), columnsContender(plan, count)], 5)).values(),
    ];
    rows.push([
      `${scale}x`,
      String(plan.gates.length),
      `${milliseconds.toFixed(0)} ms`,
      ...rates.map(millions),
    ]);
  }
  console.log('Growth, million situations a second:');
  table(rows);
}

async function peers(): Promise<void> {
  const { plan } = planOf(1);
  const evaluator = new WasmEvaluator(plan, { rows: ROWS, columnBytes: (ROWS + 128) * cellBytes(plan) });
  const ours = randomBatch(plan, ROWS, UNKNOWN, evaluator);
  const contenders: Contender[] = [
    { name: 'Anpo', rows: ROWS, run: () => evaluator.process(ours, () => {}) },
  ];
  const running: Peer[] = [];
  const notes: string[][] = [];
  for (const make of [duckdb, jsonLogic, prolog, clingo, zen, jsonRules]) {
    const peer = await make(plan);
    if (typeof peer === 'string') {
      console.log(`Not run: ${peer}`);
      continue;
    }
    running.push(peer);
    const batch = firstRows(randomBatch(plan, peer.rows, peer.twoValued ? 0 : UNKNOWN), peer.rows);
    const expected = new WasmEvaluator(plan, { rows: peer.rows }).evaluate(batch);
    const found = await (await peer.evaluate(batch)).outcomes();
    const equal = plan.outputs.every(
      (_, output) =>
        Buffer.compare(Buffer.from(expected.bytes(output)), Buffer.from(found[output] as Uint8Array)) === 0,
    );
    notes.push([peer.name, equal ? `equal on all ${peer.rows} rows` : 'DIFFERENT FINDINGS', peer.semantics]);
    if (!equal) process.exitCode = 1;
    contenders.push({
      name: peer.name,
      rows: peer.rows,
      run: async () => (await peer.evaluate(batch)).seconds,
    });
  }
  const rates = await interleave(contenders, 3);
  const anpo = rates.get('Anpo') as number;
  table([
    ['from the same typed columns', 'million a second', 'Anpo is faster by'],
    ...[...rates].map(([name, rate]) => [
      name,
      millions(rate),
      name === 'Anpo' ? '' : `${Math.round(anpo / rate).toLocaleString('en')} times`,
    ]),
  ]);
  for (const note of notes) console.log(note.join(': '));
  console.log();
  for (const peer of running) peer.close?.();
}

async function library(): Promise<void> {
  const rulebook = await realLibrary();
  if (!rulebook) {
    console.log('Not run: the library is not sound at the moment\n');
    return;
  }
  const { first, median } = compileTimes(rulebook);
  console.log(
    `Whole library, one date and view: ${median.toFixed(0)} ms (the first time ${first.toFixed(0)} ms)\n`,
  );
  const { rates, perCore, memory } = await screening(rulebook);
  table([
    ['end to end, plan kept, million rows', 'a second', 'a second of one core'],
    ...[...rates].map(([name, rate]) => [name, millions(rate), millions(perCore.get(name) as number)]),
  ]);
  if (memory.length > 0)
    table([
      ['anpo screen, one thread, million rows', 'most memory, MB'],
      ...memory.map(([rows, bytes]) => [String(rows / 1e6), (bytes / 1e6).toFixed(0)]),
    ]);
}

const parts: Readonly<Record<string, () => unknown>> = { kernels, single, library, growth, peers };
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts))
  await parts[name]?.();
