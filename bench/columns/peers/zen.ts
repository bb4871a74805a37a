import { ZenEngine } from '@gorules/zen-engine';
import type { MakePeer } from './peer.ts';
import { emptyOutcomes, truths, writeGates } from './row.ts';

export const zen: MakePeer = async (plan) => {
  const { gates, outputs } = writeGates(plan, {
    input: (index) => `i${index}`,
    gate: (index) => `$.g${index}`,
    not: (text) => `not (${text})`,
    and: (parts) => parts.map((part) => `(${part})`).join(' and '),
    constant: String,
  });
  const expressions = [
    ...gates.map((value, index) => ({ id: `e${index}`, key: `g${index}`, value })),
    ...outputs.map((value, index) => ({ id: `o${index}`, key: `o${index}`, value })),
  ];
  const engine = new ZenEngine();
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        position: { x: 0, y: 0 },
        content: { expressions },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  } as never);
  return {
    name: 'ZEN (@gorules/zen-engine)',
    semantics: 'two-valued: rows without unknowns; an expression node, steps in order',
    twoValued: true,
    rows: 100,
    async evaluate(batch) {
      const inputs = truths(plan, batch);
      const outcomes = emptyOutcomes(plan, batch.rows);
      for (let row = 0; row < batch.rows; row++) {
        const { result } = await decision.evaluate(
          Object.fromEntries(inputs.map((truth, input) => [`i${input}`, truth[row] === 1])),
        );
        outcomes.forEach((outcome, output) => {
          outcome[row] = result[`o${output}`] === true ? 1 : 0;
        });
      }
      return { outcomes: () => outcomes };
    },
    close: () => {},
  };
};
