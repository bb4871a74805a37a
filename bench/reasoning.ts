/**
 * Benchmarks of reasoning, printed as a table: `npm run bench:reasoning`. The library restricted to one day,
 * the same questions put to z3, and synthetic Rulebooks up to ten times as large.
 */
import type { Rulebook } from '@anpo/engine';
import { toDay } from '@anpo/engine/calendar';
import { compileCircuit } from '@anpo/engine/circuit';
import { Law } from '../packages/engine/src/diagram/law.ts';
import { sizeOf } from '../packages/engine/src/diagram/walk.ts';
import { audit } from '../packages/engine/src/reasoning/audit/audit.ts';
import { checkClaims } from '../packages/engine/src/reasoning/claims.ts';
import { differenceOf } from '../packages/engine/src/reasoning/difference.ts';
import { givensOf, viewGivens } from '../packages/engine/src/reasoning/given.ts';
import { nextQuestion } from '../packages/engine/src/reasoning/next-question.ts';
import { settleNode } from '../packages/engine/src/reasoning/settle.ts';
import { smallestFlip, whatIf } from '../packages/engine/src/reasoning/what-if.ts';
import { whyNode } from '../packages/engine/src/reasoning/why.ts';
import { benchmarkRulebook } from './reasoning/rulebook.ts';
import { smtOf } from './reasoning/smt.ts';
import { syntheticRulebook } from './reasoning/synthetic.ts';
import { startZ3 } from './reasoning/z3.ts';

const ON = '2020-01-01';
const rows: (readonly [string, string, string])[] = [];
const row = (question: string, time: string, note = ''): void => {
  rows.push([question, time, note]);
};
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

/** The median of three runs, after one to warm up. */
function measure<T>(work: () => T): { time: number; result: T } {
  let result = work();
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  });
  return { time: times.sort((a, b) => a - b)[1] as number, result };
}

/** The mean and the longest time of single questions. */
function each<T>(items: readonly T[], work: (item: T) => void): string {
  for (const item of items) work(item);
  let longest = 0;
  let total = 0;
  for (const item of items) {
    const start = performance.now();
    work(item);
    const time = performance.now() - start;
    total += time;
    longest = Math.max(longest, time);
  }
  return `${ms(total / Math.max(1, items.length))} each, ${ms(longest)} at most`;
}

function compileAll(rulebook: Rulebook, on = ON): { law: Law; undecided: number } {
  const circuit = circuits.get(rulebook) ?? compileCircuit(rulebook);
  circuits.set(rulebook, circuit);
  const law = new Law([{ scene: { rulebook, circuit, day: toDay(on) } }]);
  let undecided = 0;
  for (const { node } of circuit.findings) if (law.diagram(node) === undefined) undecided += 1;
  return { law, undecided };
}
const circuits = new Map<Rulebook, ReturnType<typeof compileCircuit>>();

const rulebook = await benchmarkRulebook();
const { time, result } = measure(() => compileAll(rulebook));
const { law } = result;
const circuit = circuits.get(rulebook) as ReturnType<typeof compileCircuit>;
const live = circuit.findings.filter(({ node }) => law.restricted(node) !== 0);
const size = `${rulebook.norms.length} norms, ${circuit.findings.length} findings (${live.length} in force), ${rulebook.terms.length} terms`;
const diagrams = live.flatMap(({ node }) => law.diagram(node) ?? []);
row(
  'compile all cones on one day',
  ms(time),
  `${size}; ${law.variables.length} questions, ${sizeOf(law.manager, ...diagrams)} nodes`,
);

for (const order of ['first-use', 'most-used', 'name'] as const) {
  const { time, result } = measure(() => {
    const ordered = new Law([{ scene: { rulebook, circuit, day: toDay(ON) } }], { order });
    for (const { node } of circuit.findings) ordered.diagram(node);
    return ordered.manager.nodeCount;
  });
  row(`  in the order: ${order}`, ms(time), `${result} nodes made`);
}

const situation = {
  on: ON,
  incidents: [],
  given: rulebook.facts
    .filter((fact) => fact.type === 'yes-no' && fact.kind === 'observable')
    .slice(0, 20)
    .map((fact, at) => ({
      fact: fact.id,
      value: at % 3 === 0 ? 'no' : 'yes',
      asserted: 'stipulated' as const,
    })),
};
const givens = givensOf(law, situation, []);
const open = live.filter(({ node }) => settleNode(law, node, givens).outcome === 'undetermined').length;
row(
  'settle all findings',
  ms(measure(() => live.map(({ node }) => settleNode(law, node, givens))).time),
  `${open} stay open`,
);
row(
  'why',
  each(live, ({ node }) => whyNode(law, node, givens)),
);
row(
  'smallest flip',
  each(live, ({ node }) => {
    const { outcome } = settleNode(law, node, givens);
    smallestFlip(law, node, givens, outcome === 'applies' ? 'does-not-apply' : 'applies');
  }),
);
row(
  'what if, with all other days',
  each(live.slice(0, 100), ({ node }) => whatIf(law, node, situation)),
);
const asked = measure(() =>
  nextQuestion(
    law,
    live.map(({ node }) => node),
    givens,
  ),
);
row('next question', ms(asked.time), `over ${asked.result.open.length} open findings`);
for (const [from, to] of [
  ['2014-06-30', '2016-03-29'],
  ['1960-06-22', '1960-06-23'],
  ['1972-05-14', '1972-05-15'],
] as const) {
  const { time, result } = measure(() =>
    differenceOf({ rulebook, circuit, on: from }, { rulebook, circuit, on: to }),
  );
  row(
    `difference ${from} to ${to}`,
    ms(time),
    `${result.norms.length} changed, ${result.identical} of ${result.unchanged} others the same node`,
  );
}
const audited = measure(() => audit(rulebook, circuit, { on: ON }));
row(
  'audit',
  ms(audited.time),
  `${audited.result.conflicts.length} conflicts; ${audited.result.notDecided.length} not decided`,
);
const claims = measure(() => checkClaims(rulebook));
row('all claims', ms(claims.time), `${claims.result.length} with a query`);

const z3 = await startZ3();
const sample = [...new Set(live.map(({ node }) => node))]
  .filter((node) => law.restricted(node) > 1)
  .slice(0, 100);
const own = measure(() => {
  const fresh = new Law([{ scene: { rulebook, circuit, day: toDay(ON) }, roots: sample }]);
  const settled = viewGivens(fresh, []);
  const allowed = fresh.allowed(settled.map(({ level, classes }) => [level, classes]));
  return sample.map((node) => settleNode(fresh, node, { settled: new Map(), allowed }));
});
const start = performance.now();
await z3.ask(
  smtOf(rulebook, circuit, toDay(ON), sample),
  sample.flatMap((root) => [[`n${root}`, true] as const, [`n${root}`, false] as const]),
);
const z3Time = performance.now() - start;
const ratio = Math.round(z3Time / own.time);
row(`can ${sample.length} findings be true, be false?`, ms(own.time), 'diagrams, made for it from nothing');
row('  the same by z3', ms(z3Time), `${ratio} times as long`);

for (const tangle of [0.05, 0.5]) {
  for (const topics of [10, 20, 50, 100]) {
    const synthetic = syntheticRulebook({ topics, seed: 1, tangle });
    const start = performance.now();
    const { law, undecided } = compileAll(synthetic);
    const time = performance.now() - start;
    const slots = Math.round(law.manager.slotCount / 1000);
    row(
      `synthetic: ${synthetic.norms.length} norms, ${tangle * 100} % across topics`,
      ms(time),
      `${law.manager.nodeCount} nodes, ${slots} k slots, ${megabytes()} MB in all; ${undecided === 0 ? 'all decided by diagrams' : `${undecided} pass the allowance and go to the solver`}`,
    );
    circuits.delete(synthetic);
  }
}

const widths = [0, 1].map((column) => Math.max(...rows.map((cells) => (cells[column] as string).length)));
for (const [question, time, note] of rows)
  console.log(`${question.padEnd(widths[0] as number)}  ${time.padStart(widths[1] as number)}  ${note}`);
process.exit(0);
