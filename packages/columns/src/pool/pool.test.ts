import { randomRulebook, randomSituation } from '@anpo/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf } from '../conformance/batch-of.ts';
import { interpret } from '../conformance/suite.ts';
import { compilePlan } from '../plan/compile.ts';
import { EvaluatorPool } from './index.ts';

describe('EvaluatorPool', () => {
  it('gives in several threads what the interpreter gives, and answers errors to who asked', async () => {
    const [rulebook] = fc.sample(randomRulebook, { numRuns: 1, seed: 5 });
    const situations = fc
      .sample(randomSituation, { numRuns: 40, seed: 6 })
      .map((each) => ({ ...each, known: undefined }));
    if (!rulebook) throw new Error('no sample');
    const plan = compilePlan(rulebook, { incidents: 2 });
    const batch = batchOf(rulebook, plan, situations);
    const pool = new EvaluatorPool(plan, 2);
    try {
      const answers = await Promise.all([pool.evaluate(batch), pool.evaluate(batch), pool.evaluate(batch)]);
      const expected = interpret(rulebook, plan, situations, []);
      for (const answer of answers) expect(answer.map((bytes) => [...bytes])).toEqual(expected);
      await expect(pool.evaluate({ rows: 1, columns: {} })).rejects.toThrow(/days of their own/);
    } finally {
      await pool.close();
    }
  });
});
