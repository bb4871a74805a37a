/**
 * One suite for every evaluator. The interpreter of the engine is the measure: on random Rulebooks, situations
 * with unknowns, dates, known-on dates and views, each evaluator gives the same outcomes bit for bit.
 */
import type { Rulebook, Situation } from '@anpo/engine';
import { assignFacts, assignView, compileCircuit, evaluateNodes } from '@anpo/engine/circuit';
import { randomRulebook, randomSituation, randomView } from '@anpo/engine/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Batch } from '../data/column.ts';
import { compilePlan } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import { batchOf, type Storage, storages } from './batch-of.ts';

/** An evaluator under test: outcomes 0, 1, 2 for each output and row. */
export interface Subject {
  readonly name: string;
  /** How many random Rulebooks to try: fewer where each costs a server's time. */
  readonly runs: number;
  readonly open?: () => Promise<void>;
  readonly close?: () => Promise<void>;
  evaluate(rulebook: Rulebook, plan: Plan, batch: Batch): Promise<readonly Uint8Array[]>;
}

/** Enough for more than one block of the WebAssembly kernel. */
const ROWS = 150;

export function conform(subject: Subject): void {
  describe(`${subject.name} agrees with the interpreter`, () => {
    beforeAll(async () => subject.open?.());
    afterAll(async () => subject.close?.());

    test('on rows with days of their own', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomRulebook,
          cases,
          randomView,
          fc.constantFrom(...storages),
          async (rulebook, few, view, storage) => {
            const situations = repeat(few, ROWS);
            const plan = compilePlan(rulebook, { view, incidents: 2, ...knownOn(few) });
            await expectSame(subject, rulebook, plan, situations, view, storage);
          },
        ),
        { numRuns: subject.runs },
      );
    });

    test('on rows of one day', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomRulebook,
          cases,
          randomView,
          fc.constantFrom(...storages),
          async (rulebook, few, view, storage) => {
            const on = few[0]?.on as string;
            const situations = few.map((each) => ({ ...each, on }));
            const plan = compilePlan(rulebook, { on, view, incidents: 2, ...knownOn(few) });
            await expectSame(subject, rulebook, plan, situations, view, storage);
          },
        ),
        { numRuns: subject.runs },
      );
    });
  });
}

/** Situations that share what a plan fixes. */
const cases = fc
  .tuple(
    fc.array(randomSituation, { minLength: 1, maxLength: 12 }),
    fc.option(randomSituation, { nil: undefined }),
  )
  .map(([few, other]) => few.map((each) => ({ ...each, known: other?.known })));

const knownOn = (few: readonly Situation[]): { knownOn?: string } => {
  const known = few[0]?.known;
  return known === undefined ? {} : { knownOn: known };
};

/** The same few situations over and over, so that their dates stand mixed. */
const repeat = (few: readonly Situation[], rows: number): Situation[] =>
  Array.from({ length: rows }, (_, row) => few[row % few.length] as Situation);

export async function expectSame(
  subject: Subject,
  rulebook: Rulebook,
  plan: Plan,
  situations: readonly Situation[],
  view: readonly string[],
  storage?: Storage,
): Promise<void> {
  const found = await subject.evaluate(rulebook, plan, batchOf(rulebook, plan, situations, storage));
  const expected = interpret(rulebook, plan, situations, view);
  plan.outputs.forEach((output, index) => {
    const label = { output, plan: plan.gates.length < 20 ? plan : undefined };
    expect({ ...label, values: [...(found[index] as Uint8Array)] }).toEqual({
      ...label,
      values: expected[index],
    });
  });
}

/** What the engine's own interpreter says, situation by situation. */
export function interpret(
  rulebook: Rulebook,
  plan: Plan,
  situations: readonly Situation[],
  view: readonly string[],
): number[][] {
  const circuit = compileCircuit(rulebook, { incidents: plan.incidents });
  const known = new Map<Situation, Uint8Array>();
  return plan.outputs.map((output) => {
    const node =
      output.kind === 'finding'
        ? circuit.findings.find(
            (root) =>
              root.norm === output.norm && root.bearer === output.bearer && root.incident === output.incident,
          )?.node
        : circuit.amounts.find((root) => root.amount === output.amount && root.incident === output.incident)
            ?.guards[output.piece];
    return situations.map((situation) => {
      let values = known.get(situation);
      if (!values) {
        const facts = assignFacts(rulebook, circuit, situation);
        values = evaluateNodes(circuit, assignView(circuit, facts, view));
        known.set(situation, values);
      }
      return values[node as number] as number;
    });
  });
}
