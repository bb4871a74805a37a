import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, toDay } from '../../calendar/date.ts';
import type { Expression, Query } from '../../rulebook/schema.ts';
import { randomView } from '../../testing/random-rulebook.ts';
import { and, fact, smallRulebook, term } from '../../testing/small-rulebook.ts';
import { sequence } from '../fallback.ts';
import { compileQueries } from '../query.ts';
import { bruteForce } from '../testing/brute.ts';
import { constrainedRulebook } from '../testing/rulebooks.ts';
import { prove } from './prove.ts';

const runs = Number(process.env.ANPO_RUNS ?? 50);

const norm = (id: string, ...bearers: string[]): Query['left'] => ({ kind: 'norm', norm: id, bearers });
const query = (quantifier: Query['quantifier'], left: Query['left'], rest: Partial<Query> = {}): Query => ({
  quantifier,
  left,
  period: {},
  text: `${quantifier} …`,
  ...rest,
});

const premise = fc.constantFrom<Expression | undefined>(
  undefined,
  { kind: 'fact', fact: 'alert' },
  { kind: 'term', term: 'term-0' },
  { kind: 'term', term: 'term-3' },
  { kind: 'not', of: { kind: 'value', fact: 'sender', values: ['US'] } },
  { kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'months' } },
  {
    kind: 'and',
    of: [
      { kind: 'elapsed', fact: 'notice', duration: { count: 30, unit: 'days' } },
      { kind: 'not', of: { kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'months' } } },
    ],
  },
);

describe('prove', () => {
  test('agrees with situations tried one by one on many days', () => {
    const random = sequence(11);
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(
        constrainedRulebook,
        randomView,
        fc.constantFrom('always' as const, 'never' as const, 'possible' as const, 'implies' as const),
        premise,
        fc.nat(3),
        fc.nat(2),
        fc.constantFrom<Query['period']>(
          {},
          { from: '1960-06-23' },
          { from: '1972-01-01', until: '1998-01-01' },
        ),
        (rulebook, view, quantifier, when, normIndex, termIndex, period) => {
          const wanted = query(quantifier, norm(`norm-${normIndex}`), {
            ...(when === undefined ? {} : { when }),
            ...(quantifier === 'implies' ? { right: { kind: 'term', term: `term-${termIndex}` } } : {}),
            period,
          });
          const compiled = compileQueries(rulebook, [wanted]);
          const proofs = prove(compiled, 0, { view, assume: false });
          proofs.forEach((proof, at) => {
            outcomes.set(proof.outcome, (outcomes.get(proof.outcome) ?? 0) + 1);
            const part = compiled.parts[0]?.[at];
            if (!part) throw new Error('a proof without a part');
            const { left, right, when: node } = part;
            const roots = [
              left,
              ...(right === undefined ? [] : [right]),
              ...(node === undefined ? [] : [node]),
            ];
            const first = toDay(period.from ?? '1949-01-01');
            const last = toDay(period.until ?? '2030-01-01') - 1;
            for (let sample = 0; sample < 8; sample++) {
              const on = formatDay(Math.floor(first + random() * (last - first)));
              const situation = {
                on,
                incidents: [],
                given: [{ fact: 'peace', value: 'unknown', asserted: 'stipulated' as const }],
              };
              const { worlds } = bruteForce(rulebook, compiled.circuit, situation, view, roots, 40, random);
              for (const { roots: values } of worlds) {
                const is = { left: values[0], right: right === undefined ? true : values[1] };
                const holds = node === undefined || values.at(-1) === true;
                if (!holds) continue;
                if (proof.outcome === 'holds') {
                  if (quantifier === 'always') expect(is.left).toBe(true);
                  if (quantifier === 'never') expect(is.left).toBe(false);
                  if (quantifier === 'implies' && is.left) expect(is.right).toBe(true);
                }
                if (proof.outcome === 'fails' && quantifier === 'possible') expect(is.left).toBe(false);
                if (proof.outcome === 'vacuous') expect(quantifier === 'implies' && !is.left).toBe(true);
              }
            }
            if (proof.outcome === 'fails' && quantifier !== 'possible')
              expect(proof.counterexample).toBeDefined();
            if (proof.outcome === 'holds') expect(proof.witness).toBeDefined();
          });
        },
      ),
      { numRuns: runs, seed: 8 },
    );
    expect(outcomes.get('holds')).toBeGreaterThan(0);
    expect(outcomes.get('fails')).toBeGreaterThan(0);
    expect(outcomes.get('vacuous')).toBeGreaterThan(0);
  });

  test('comes to the same by the solver where diagrams pass their allowance', () => {
    fc.assert(
      fc.property(
        constrainedRulebook,
        randomView,
        fc.constantFrom('always' as const, 'never' as const, 'possible' as const, 'implies' as const),
        fc.constantFrom<Expression | undefined>(undefined, fact('alert'), term('term-0')),
        fc.nat(3),
        (rulebook, view, quantifier, when, normIndex) => {
          const wanted = query(quantifier, norm(`norm-${normIndex}`), {
            ...(when === undefined ? {} : { when }),
            ...(quantifier === 'implies' ? { right: { kind: 'term', term: 'term-1' } } : {}),
          });
          const compiled = compileQueries(rulebook, [wanted]);
          const byDiagram = prove(compiled, 0, { view });
          const bySolver = prove(compiled, 0, { view, allowance: { slots: 0, steps: 0 } });
          bySolver.forEach(({ outcome }, at) => {
            const expected = byDiagram[at]?.outcome;
            if (expected === 'contested') expect(['fails', 'holds']).toContain(outcome);
            else expect(outcome).toBe(expected);
          });
        },
      ),
      { numRuns: Math.min(runs, 40), seed: 10 },
    );
  });

  test('leaves open, and says so, what the solver cannot decide within its steps', () => {
    const compiled = compileQueries(smallRulebook(), [
      query('always', norm('answer-attack', 'US'), { when: fact('attack'), period: { from: '1960-06-23' } }),
    ]);
    const none = { slots: 0, steps: 0 };
    const [undecided] = prove(compiled, 0, { allowance: none, solverSteps: 0 });
    expect(undecided).toMatchObject({ outcome: 'not-decided', decidedBy: 'not-decided' });
    expect(prove(compiled, 0, { allowance: none })[0]?.decidedBy).toBe('solver');
  });

  test('rests on an assumption only where it would come to something else without it', () => {
    const asked = [
      query('always', norm('no-action'), { when: { kind: 'not', of: fact('survival') } }),
      query('never', norm('no-action'), { when: { kind: 'not', of: fact('peace') } }),
      query('possible', norm('no-action')),
    ];
    const base = smallRulebook();
    const usual = {
      ...base,
      facts: base.facts.map((each) =>
        each.id === 'peace' ? { ...each, assumedAs: 'usual' as const } : each,
      ),
    };
    const said = (rulebook: typeof base) => {
      const compiled = compileQueries(rulebook, asked);
      return asked.map((_, index) => {
        const [proof] = prove(compiled, index);
        return [proof?.outcome, proof?.assumed, proof?.restsOn];
      });
    };
    // A deed not done stays so, unless the query names it; what is merely usual is open.
    const [stands, named, possible] = said(base);
    expect(stands).toEqual(['holds', ['peace'], ['peace']]);
    expect(named).toEqual(['holds', [], []]);
    expect(possible).toEqual(['holds', ['peace'], []]);
    const [open] = said(usual);
    expect(open).toEqual(['fails', [], []]);
  });

  test('shows a counterexample with its date, and refuses what cannot occur', () => {
    const attack = and(fact('attack'), { kind: 'place', fact: 'place', places: ['okinawa'] });
    const compiled = compileQueries(smallRulebook(), [
      query('always', norm('answer-attack', 'US'), { when: attack, period: { from: '1960-06-23' } }),
      query('always', norm('answer-attack', 'US'), {
        when: and(attack, {
          kind: 'not',
          of: { kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'years' } },
        }),
        period: { from: '1972-05-15' },
      }),
      query('always', norm('answer-attack', 'US'), {
        when: and(fact('attack'), { kind: 'not', of: fact('attack') }),
      }),
      query('implies', norm('consult-first', 'US'), {
        right: fact('mission'),
        period: { from: '1960-06-23' },
      }),
    ]);
    const [fails, holds, vacuous, contested] = [0, 1, 2, 3].map((index) => prove(compiled, index)[0]);
    expect(fails?.outcome).toBe('fails');
    expect(fails?.counterexample?.on).toBe('1960-06-23');
    expect(fails?.counterexample?.given).toContainEqual({
      fact: 'place',
      incident: 0,
      value: 'okinawa',
      asserted: 'stipulated',
    });
    expect(holds?.outcome).toBe('holds');
    expect(holds?.rules.map(({ id }) => id)).toContain('attack-under-V');
    expect(vacuous?.outcome).toBe('vacuous');
    expect(contested?.outcome).toBe('contested');
    // The word is that of findings: the parties, and who stands beside them.
    expect(contested?.agreement).toMatchObject({
      kind: 'agreed-between-parties',
      contestedBy: ['opposition'],
    });
    expect(prove(compiled, 3, { view: ['GOJ'] })[0]?.outcome).toBe('holds');
    expect(prove(compiled, 3, { view: ['opposition'] })[0]?.outcome).toBe('fails');
  });
});
