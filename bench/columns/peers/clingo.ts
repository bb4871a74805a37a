import { spawnSync } from 'node:child_process';
import type { MakePeer } from './peer.ts';
import { emptyOutcomes, truths, writeGates } from './row.ts';

export const clingo: MakePeer = async (plan) => {
  if (spawnSync('clingo', ['--version']).status !== 0)
    return 'clingo is not installed (apt-get install gringo)';
  const { gates, outputs } = writeGates(plan, {
    input: (index) => `i(${index},R)`,
    gate: (index) => `g(${index},R)`,
    not: (text) => `not ${text}`,
    and: (parts) => parts.join(', '),
    constant: (value) => (value ? '1=1' : '1=0'),
  });
  const program = [
    ...gates.map((body, index) => `g(${index},R) :- row(R), ${body}.`),
    ...outputs.map((body, index) => `o(${index},R) :- row(R), ${body}.`),
    '#show o/2.',
  ].join('\n');
  const seconds = (text: string): number => Number(/^Time\s*:\s*([\d.]+)s/m.exec(text)?.[1]);
  return {
    name: 'clingo',
    semantics:
      'answer sets, negation by default: rows without unknowns; time of its own clock, grounding included',
    twoValued: true,
    rows: 200,
    async evaluate(batch) {
      const inputs = truths(plan, batch);
      const facts = [`row(0..${batch.rows - 1}).`];
      inputs.forEach((truth, input) => {
        truth.forEach((value, row) => {
          if (value === 1) facts.push(`i(${input},${row}).`);
        });
      });
      const run = spawnSync('clingo', ['-', '0'], {
        input: `${program}\n${facts.join('\n')}`,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const outcomes = emptyOutcomes(plan, batch.rows);
      for (const [, output, row] of run.stdout.matchAll(/o\((\d+),(\d+)\)/g)) {
        (outcomes[Number(output)] as Uint8Array)[Number(row)] = 1;
      }
      return { outcomes: () => outcomes, seconds: seconds(run.stdout) };
    },
  };
};
