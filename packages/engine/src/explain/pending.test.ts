import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import { assignFacts, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, UNKNOWN } from '../evaluate/kleene.ts';
import type { Expression } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { makeFact } from '../testing/make.ts';
import { randomRulebook, randomSituation, randomView } from '../testing/random-rulebook.ts';
import { and, fact, or, smallRulebook, term } from '../testing/small-rulebook.ts';
import { pendingKey, pendingOf } from './pending.ts';

function pending(expression: Expression, given: Record<string, string> = {}, view: string[] = []) {
  const base = smallRulebook();
  const rulebook = smallRulebook({
    facts: [...base.facts, ...['p', 'q', 'r'].map((id) => makeFact({ id }))],
  });
  const situation: Situation = {
    on: '1975-06-01',
    incidents: [],
    given: Object.entries(given).map(([name, value]) => ({ fact: name, value, asserted: 'observed' })),
  };
  const circuit = compileCircuit(rulebook, { extra: [{ expression }] });
  const values = evaluateNodes(circuit, assignView(circuit, assignFacts(rulebook, circuit, situation), view));
  return pendingOf(rulebook, circuit, values, circuit.extra[0] as number);
}
const keys = (...parameters: Parameters<typeof pending>): string[] => pending(...parameters).map(pendingKey);

describe('what is pending', () => {
  it('is nothing where the node is known', () => {
    expect(keys(or(fact('p'), fact('q')), { p: 'yes' })).toEqual([]);
  });

  it('leaves out what no longer matters', () => {
    expect(keys(or(and(fact('p'), fact('q')), fact('r')), { p: 'no' })).toEqual(['fact r ']);
  });

  it('puts first what decides either way, then what decides one way', () => {
    expect(keys(or(and(fact('p'), fact('q')), fact('r')))).toEqual(['fact r ', 'fact p ', 'fact q ']);
    expect(keys(and(or(fact('p'), fact('q')), fact('r')), { p: 'yes' })).toEqual(['fact r ']);
  });

  it('names the organ of a determination', () => {
    expect(pending(fact('survival'))).toMatchObject([
      { kind: 'determination', fact: 'survival', organ: 'cabinet', organLabel: { ja: '内閣' } },
    ]);
  });

  it('asks for a fact once, however many questions the law puts to it', () => {
    const ships = (at: string): Expression => ({ kind: 'threshold', fact: 'ships', at });
    expect(keys(and(ships('3'), ships('5')))).toEqual(['fact ships ']);
  });

  it('names a reading as open exactly where those held come to different values', () => {
    const operation = term('combat-operation');
    expect(keys(operation, { mission: 'yes', leaves: 'no' })).toEqual(['reading term:combat-operation']);
    expect(pending(operation, { mission: 'yes', leaves: 'no' })).toMatchObject([
      { holders: ['GOJ', 'opposition'] },
    ]);
    expect(keys(operation, { mission: 'yes', leaves: 'yes' })).toEqual([]);
    expect(keys(operation, { leaves: 'no' })).toEqual(['fact mission ', 'reading term:combat-operation']);
    expect(keys(operation, { leaves: 'no' }, ['GOJ'])).toEqual(['fact mission ']);
  });

  it('names a reading as open where the view has none', () => {
    expect(pending(term('combat-operation'), { mission: 'yes' }, ['USG'])).toMatchObject([
      { kind: 'reading', holders: [], text: { en: expect.stringContaining('no reading of it is recorded') } },
    ]);
  });

  it('is something wherever a finding is undetermined', () => {
    fc.assert(
      fc.property(randomRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        const values = evaluateNodes(
          circuit,
          assignView(circuit, assignFacts(rulebook, circuit, situation), view),
        );
        for (const { node } of circuit.findings) {
          const found = pendingOf(rulebook, circuit, values, node);
          expect(found.length > 0).toBe(values[node] === UNKNOWN);
          expect(new Set(found.map(pendingKey)).size).toBe(found.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
