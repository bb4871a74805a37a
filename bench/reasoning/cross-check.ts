/**
 * Holds the diagrams against z3: what findings can be true and false on several days, over all situations.
 * `npm run test:cross`; leaves with 1 where the two disagree.
 */
import { toDay } from '@anpo/engine/calendar';
import { compileCircuit } from '@anpo/engine/circuit';
import { Law } from '../../packages/engine/src/diagram/law.ts';
import { viewGivens } from '../../packages/engine/src/reasoning/given.ts';
import { settleNode } from '../../packages/engine/src/reasoning/settle.ts';
import { benchmarkRulebook } from './rulebook.ts';
import { smtOf } from './smt.ts';
import { syntheticRulebook } from './synthetic.ts';
import { startZ3 } from './z3.ts';

const days = ['1952-06-01', '1965-06-01', '1998-01-01', '2020-01-01'];
const z3 = await startZ3();
let checked = 0;
let wrong = 0;
for (const rulebook of [await benchmarkRulebook(), syntheticRulebook({ topics: 4, seed: 3, tangle: 0.3 })]) {
  const circuit = compileCircuit(rulebook);
  for (const on of days) {
    const day = toDay(on);
    const law = new Law([{ scene: { rulebook, circuit, day } }]);
    const settled = viewGivens(law, []);
    const allowed = law.allowed(settled.map(({ level, classes }) => [level, classes]));
    const roots = [...new Set(circuit.findings.map(({ node }) => node))].filter(
      (node) => law.restricted(node) > 1,
    );
    const shared = smtOf(rulebook, circuit, day, roots);
    const answers = await z3.ask(
      shared,
      roots.flatMap((root) => [[`n${root}`, true] as const, [`n${root}`, false] as const]),
    );
    roots.forEach((root, at) => {
      const { outcome } = settleNode(law, root, { settled: new Map(), allowed });
      const [canHold, canFail] = [answers[at * 2], answers[at * 2 + 1]];
      const expected = canHold ? (canFail ? 'undetermined' : 'applies') : 'does-not-apply';
      checked += 1;
      if (outcome === expected) return;
      wrong += 1;
      const finding = circuit.findings.find(({ node }) => node === root);
      console.error(`${on} ${finding?.norm} of ${finding?.bearer}: ${outcome} by diagram, ${expected} by z3`);
    });
  }
}
console.log(`${checked} findings held against z3 on ${days.length} days: ${wrong} differ`);
process.exit(wrong === 0 ? 0 : 1);
