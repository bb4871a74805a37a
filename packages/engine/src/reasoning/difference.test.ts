import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import { ConeCircuits } from '../circuit/cone-circuit.ts';
import { TRUE } from '../evaluate/kleene.ts';
import { makeInstrument, makeNorm, makeProvision, source } from '../testing/make.ts';
import { randomView } from '../testing/random-rulebook.ts';
import { fact, smallRulebook } from '../testing/small-rulebook.ts';
import { differenceOf, type NormDifference } from './difference.ts';
import { sequence } from './fallback.ts';
import { bruteForce } from './testing/brute.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';
import { type AdoptedReading, evaluateExample } from './world.ts';

const runs = Number(process.env.ANPO_RUNS ?? 50);
const days = ['1950-01-01', '1951-09-08', '1960-06-23', '1972-05-14', '1972-05-15', '2016-03-29'];

const bears =
  ({ norm, bearer }: { norm: string; bearer: string }) =>
  (each: NormDifference) =>
    (each.before === norm || each.after === norm) && each.bearer === bearer;

describe('differences', () => {
  test('say exactly where norms apply on one side only', () => {
    const random = sequence(5);
    let changed = 0;
    fc.assert(
      fc.property(
        constrainedRulebook,
        fc.constantFrom(...days),
        fc.constantFrom(...days),
        randomView.filter((view) => view.length > 0),
        randomView.filter((view) => view.length > 0),
        (rulebook, one, other, viewOne, viewOther) => {
          const circuit = compileCircuit(rulebook);
          const sides = [
            { rulebook, circuit, on: one, view: viewOne },
            { rulebook, circuit, on: other, view: viewOther },
          ] as const;
          const difference = differenceOf(...sides);
          changed += difference.norms.length;
          for (const root of circuit.findings) {
            const found = difference.norms.find(bears(root));
            expect(found?.kind).not.toBe('not-decided');
            const situation = {
              on: one,
              incidents: [],
              given: [{ fact: 'peace', value: 'yes', asserted: 'stipulated' as const }],
            };
            const { worlds } = bruteForce(rulebook, circuit, situation, viewOne, [root.node], 60, random);
            const unread = [...new Set(circuit.choices.map(({ key }) => key))].map((choice) => ({
              choice,
              value: random() < 0.5,
            }));
            for (const { given } of worlds) {
              const [before, after] = sides.map(({ on, view }) => {
                const readings = circuit.choices.map(
                  ({ key }): AdoptedReading => ({ choice: key, holder: held(on, view, key) }),
                );
                return evaluateExample(
                  rulebook,
                  new ConeCircuits(circuit),
                  { on, given, readings, unread },
                  [root.node],
                  other,
                )(root.node);
              });
              if (before !== TRUE && after === TRUE) expect(found?.gained).toBeDefined();
              if (before === TRUE && after !== TRUE) expect(found?.lost).toBeDefined();
            }
            if (found?.gained) expect(found.gained.example).toBeDefined();
            if (found?.lost) expect(found.lost.example).toBeDefined();

            function held(on: string, view: readonly string[], key: string): string | undefined {
              const valid = circuit.choices.flatMap((choice) => choice.options.map((option) => option.valid));
              const value = evaluateExample(
                rulebook,
                new ConeCircuits(circuit),
                { on, given: [], readings: [], unread: [] },
                valid,
              );
              const options = circuit.choices
                .filter((choice) => choice.key === key)
                .flatMap((choice) => choice.options);
              const holders = options
                .filter((option) => value(option.valid) === TRUE)
                .map((option) => option.holder);
              return view.find((holder) => holders.includes(holder));
            }
          }
        },
      ),
      { numRuns: runs, seed: 9 },
    );
    expect(changed).toBeGreaterThan(runs / 2);
  });

  test('between days name the instrument and the day, and match norms that continue others', () => {
    const base = smallRulebook();
    const party = [{ kind: 'party' as const, id: 'JP', period: {} }];
    const rulebook = smallRulebook({
      instruments: [
        ...base.instruments,
        makeInstrument({ id: 'new', period: { from: '2015-09-19' }, citations: [source] }),
      ],
      provisions: [...base.provisions, makeProvision({ id: 'new/1', instrument: 'new' })],
      norms: [
        ...base.norms.map((norm) =>
          norm.id === 'no-action' ? { ...norm, period: { until: '2015-09-19' } } : norm,
        ),
        makeNorm({
          id: 'no-action-now',
          kind: 'prohibition',
          order: 'japan',
          provision: 'new/1',
          instrument: 'new',
          bearers: party,
          act: 'act',
          condition: { kind: 'and', of: [fact('peace'), { kind: 'not', of: fact('survival') }] },
          continues: ['no-action'],
        }),
      ],
    });
    const circuit = compileCircuit(rulebook);
    const { norms } = differenceOf(
      { rulebook, circuit, on: '2014-06-30' },
      { rulebook, circuit, on: '2016-03-29' },
    );
    expect(norms).toHaveLength(1);
    const [norm] = norms;
    expect(norm).toMatchObject({
      before: 'no-action',
      after: 'no-action-now',
      kind: 'narrower',
      succession: 'continues',
    });
    expect(norm?.lost?.description?.anyOf[0]?.allOf.map(({ question }) => question)).toEqual([
      { kind: 'fact', fact: 'survival', organ: 'cabinet' },
    ]);
    expect(norm?.causes).toContainEqual({
      kind: 'in-force',
      id: 'new',
      instrument: 'new',
      sources: ['gazette'],
      dates: ['2015-09-19'],
    });
    const reversion = differenceOf(
      { rulebook, circuit, on: '1972-05-14' },
      { rulebook, circuit, on: '1972-05-15' },
    );
    expect(reversion.norms.map(({ after, kind }) => [after, kind])).toEqual([
      ['answer-attack', 'wider'],
      ['answer-attack', 'wider'],
    ]);
    expect(reversion.norms[0]?.causes).toMatchObject([
      { kind: 'relation', id: 'okinawa', dates: ['1972-05-15'] },
    ]);
  });

  test('between views name the readings', () => {
    const rulebook = smallRulebook();
    const circuit = compileCircuit(rulebook);
    const { norms } = differenceOf(
      { rulebook, circuit, on: '1998-01-01', view: ['GOJ'] },
      { rulebook, circuit, on: '1998-01-01', view: ['opposition'] },
    );
    const consult = norms.find(({ after }) => after === 'consult-first');
    expect(consult?.kind).toBe('moved');
    expect(consult?.causes).toContainEqual({
      kind: 'view',
      id: 'term:combat-operation',
      holders: ['GOJ', 'opposition'],
      sources: [],
      dates: [],
    });
  });

  test('between libraries name the rules that changed', () => {
    const one = smallRulebook();
    const other = smallRulebook({
      norms: one.norms.map((norm) =>
        norm.id === 'no-action' ? { ...norm, condition: fact('survival') } : norm,
      ),
    });
    const { norms, unchanged, identical } = differenceOf(
      { rulebook: one, circuit: compileCircuit(one), on: '1998-01-01' },
      { rulebook: other, circuit: compileCircuit(other), on: '1998-01-01' },
    );
    expect(norms.map(({ after }) => after)).toEqual(['no-action']);
    expect(norms[0]?.causes).toEqual([{ kind: 'rule-changed', id: 'no-action', sources: [], dates: [] }]);
    expect(identical).toBe(unchanged);
  });
});
