import { describe, expect, it } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import type { Amount, ValueExpression } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { makeAmount, makeFact } from '../testing/make.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { evaluateAmount } from './amounts.ts';
import { assignFacts } from './assignment.ts';
import { evaluateNodes } from './kleene.ts';

const on = '1975-06-01';

function evaluate(amounts: Amount[], given: Record<string, string>, incidents: string[] = []) {
  const base = smallRulebook();
  const rulebook = smallRulebook({
    amounts: amounts.length > 0 ? amounts : base.amounts,
    facts: [...base.facts, makeFact({ id: 'crew', type: 'number', scope: 'incident' })],
  });
  const situation: Situation = {
    on,
    incidents,
    given: Object.entries(given).map(([fact, value]) => ({ fact, value, asserted: 'observed' })),
  };
  const circuit = compileCircuit(rulebook, { incidents: Math.max(1, incidents.length) });
  const values = evaluateNodes(circuit, assignFacts(rulebook, circuit, situation));
  return circuit.amounts.map((root) => ({
    amount: root.amount,
    ...evaluateAmount(rulebook, circuit, values, situation, root),
  }));
}

const amount = (value: ValueExpression, rest: Partial<Amount['pieces'][number]> = {}): Amount =>
  makeAmount({ id: 'it', pieces: [{ value, period: {}, citations: [], ...rest }] });
const number = (value: string): ValueExpression => ({ kind: 'number', value });
const date = (value: string): ValueExpression => ({ kind: 'date', value });
const result = (value: ValueExpression, given: Record<string, string> = {}) =>
  evaluate([amount(value)], given)[0];

describe('amounts', () => {
  it('takes the piece whose guard holds, exactly, with its citations', () => {
    const [share] = evaluate([], { ships: '5' });
    expect(share).toMatchObject({ outcome: 'known', value: '31/40', citations: [{ source: 'gazette' }] });
    expect(evaluate([], { ships: '1' })[0]).toMatchObject({ outcome: 'known', value: '1/2' });
  });

  it('is undetermined where a guard or a fact is unknown, and none where no guard holds', () => {
    expect(evaluate([], {}).map(({ outcome }) => outcome)).toEqual(['undetermined', 'undetermined']);
    expect(evaluate([amount(number('1'), { period: { from: '1980-01-01' } })], {})[0]?.outcome).toBe('none');
  });

  it('reckons with dates by the calendar', () => {
    const given = { notice: '2024-02-29' };
    const notice: ValueExpression = { kind: 'fact', fact: 'notice' };
    const year = { count: 1, unit: 'years' } as const;
    expect(result({ kind: 'after', of: notice, duration: year }, given)?.value).toBe('2025-02-28');
    expect(result({ kind: 'sum', left: notice, right: number('1') }, given)?.value).toBe('2024-03-01');
    expect(result({ kind: 'difference', left: notice, right: date('2024-02-01') }, given)?.value).toBe('28');
    expect(result({ kind: 'difference', left: notice, right: number('29') }, given)?.value).toBe(
      '2024-01-31',
    );
  });

  it('refuses what has no meaning', () => {
    expect(() => result({ kind: 'product', left: date(on), right: number('2') })).toThrow(/mixes dates/);
    expect(() => result({ kind: 'after', of: number('2'), duration: { count: 1, unit: 'days' } })).toThrow(
      /mixes/,
    );
    expect(() => result({ kind: 'amount', amount: 'it' })).toThrow(/depends on itself/);
  });

  it('refers to other amounts, and is nothing where they are', () => {
    const twice = (other: Amount): Amount[] => [
      makeAmount({
        id: 'twice',
        pieces: [
          {
            value: { kind: 'product', left: { kind: 'amount', amount: 'it' }, right: number('2') },
            period: {},
            citations: [],
          },
        ],
      }),
      other,
    ];
    expect(evaluate(twice(amount(number('1/3'))), {})[0]?.value).toBe('2/3');
    expect(evaluate(twice(amount(number('1'), { period: { until: '1970-01-01' } })), {})[0]?.outcome).toBe(
      'none',
    );
  });

  it('is asked of each incident where its facts are', () => {
    const crew = amount({ kind: 'fact', fact: 'crew' });
    expect(evaluate([crew], { crew: '7' }, ['one', 'two']).map(({ value }) => value)).toEqual(['7', '7']);
  });

  it('is undetermined where pieces that hold together differ', () => {
    const pieces = ['1', '2'].map((value) => ({ value: number(value), period: {}, citations: [] }));
    expect(evaluate([makeAmount({ id: 'it', pieces })], {})[0]?.outcome).toBe('undetermined');
    const same = ['1', '2/2'].map((value) => ({ value: number(value), period: {}, citations: [] }));
    expect(evaluate([makeAmount({ id: 'it', pieces: same })], {})[0]?.value).toBe('1');
  });
});
