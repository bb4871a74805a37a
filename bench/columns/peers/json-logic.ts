import { LogicEngine } from 'json-logic-engine';
import type { MakePeer } from './peer.ts';
import { emptyOutcomes, truths } from './row.ts';

export const jsonLogic: MakePeer = async (plan) => {
  const engine = new LogicEngine();
  const firstGate = 2 + plan.inputs.length + plan.uniforms.length;
  // It has no names for steps, so each finding is one tree; whatever findings share is written out again.
  const tree = (literal: number): unknown => {
    const node = literal >> 1;
    const text =
      node === 0
        ? true
        : node < firstGate
          ? { var: `i${node - 2}` }
          : { and: (plan.gates[node - firstGate] as readonly number[]).map(tree) };
    return (literal & 1) === 1 ? { '!': [text] } : text;
  };
  const rules = plan.outputs.map(
    ({ literal }) => engine.build({ '!!': [tree(literal)] } as never) as (data: unknown) => boolean,
  );
  return {
    name: 'json-logic-engine, compiled',
    semantics: 'two-valued: rows without unknowns',
    twoValued: true,
    rows: 2000,
    async evaluate(batch) {
      const inputs = truths(plan, batch);
      const outcomes = emptyOutcomes(plan, batch.rows);
      for (let row = 0; row < batch.rows; row++) {
        const data: Record<string, boolean> = {};
        inputs.forEach((truth, input) => {
          data[`i${input}`] = truth[row] === 1;
        });
        rules.forEach((rule, output) => {
          (outcomes[output] as Uint8Array)[row] = rule(data) ? 1 : 0;
        });
      }
      return { outcomes: () => outcomes };
    },
  };
};
