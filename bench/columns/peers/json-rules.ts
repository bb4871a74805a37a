import { Engine } from 'json-rules-engine';
import type { MakePeer } from './peer.ts';
import { emptyOutcomes, truths } from './row.ts';

export const jsonRules: MakePeer = async (plan) => {
  const engine = new Engine([], { allowUndefinedFacts: false });
  const firstGate = 2 + plan.inputs.length + plan.uniforms.length;
  const condition = (literal: number): unknown => {
    const node = literal >> 1;
    const negated = (literal & 1) === 1;
    if (node < firstGate) return { fact: `i${node - 2}`, operator: 'equal', value: !negated };
    const named = { condition: `g${node - firstGate}` };
    return negated ? { not: named } : named;
  };
  plan.gates.forEach((gate, index) => {
    engine.setCondition(`g${index}`, { all: gate.map(condition) } as never);
  });
  plan.outputs.forEach(({ literal }, output) => {
    engine.addRule({ conditions: { all: [condition(literal)] } as never, event: { type: String(output) } });
  });
  return {
    name: 'json-rules-engine',
    semantics: 'two-valued: rows without unknowns; shared steps as named conditions',
    twoValued: true,
    rows: 10,
    async evaluate(batch) {
      const inputs = truths(plan, batch);
      const outcomes = emptyOutcomes(plan, batch.rows);
      for (let row = 0; row < batch.rows; row++) {
        const facts = Object.fromEntries(inputs.map((truth, input) => [`i${input}`, truth[row] === 1]));
        const { events } = await engine.run(facts);
        for (const { type } of events) (outcomes[Number(type)] as Uint8Array)[row] = 1;
      }
      return { outcomes: () => outcomes };
    },
  };
};
