import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from '../calendar/date.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { Law } from '../diagram/law.ts';
import { resolveSituation } from '../situation/resolved.ts';
import type { GivenFact } from '../situation/situation.ts';
import { randomSituation, randomView } from '../testing/random-rulebook.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { type Givens, givensOf } from './given.ts';
import { nextQuestion } from './next-question.ts';
import { brokenConstraints, settleNode } from './settle.ts';
import { lawOfDay } from './testing/laws.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';
import { whatIf } from './what-if.ts';

const runs = Number(process.env.ANPO_RUNS ?? 50);
const given = (fact: string, value: string): GivenFact => ({ fact, value, asserted: 'stipulated' });

describe('the next question', () => {
  test('is one that matters, and none is left only where no answer can change anything', () => {
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const law = new Law([{ scene }]);
        const roots = circuit.findings.map(({ node }) => node);
        let givens: Givens = givensOf(law, situation, view);
        for (let asked = 0; ; asked++) {
          expect(asked).toBeLessThanOrEqual(law.variables.length);
          const { best, questions, determinations, readings, open, notDecided } = nextQuestion(
            law,
            roots,
            givens,
          );
          expect(notDecided).toEqual([]);
          expect(open.length > 0).toBe(questions.length + determinations.length + readings.length > 0);
          if (!best) break;
          expect(best.answers.length).toBeGreaterThan(1);
          for (const other of questions) expect(other.information).toBeLessThanOrEqual(best.information);
          // Answer with any class that leaves the situation possible, and go on.
          const level = law.variables.findIndex(({ question }) => question === best.question);
          const answered = (value: number): Givens => {
            const allowed = givens.allowed.slice();
            allowed[level] = [value];
            return { settled: givens.settled, allowed };
          };
          const classes = givens.allowed[level] ?? [...(law.variables[level]?.classes.keys() ?? [])];
          const outcomes = classes.map((value) =>
            roots.map((root) => settleNode(law, root, answered(value)).outcome).join(),
          );
          expect(outcomes.length).toBeGreaterThan(1);
          givens = answered(classes[asked % classes.length] as number);
        }
      }),
      { numRuns: Math.min(runs, 60), seed: 12 },
    );
  });

  test('asks facts, and shows determinations and readings', () => {
    const rulebook = smallRulebook();
    const circuit = compileCircuit(rulebook);
    const law = new Law([{ scene: { rulebook, circuit, day: toDay('1998-01-01') } }]);
    const situation = {
      on: '1998-01-01',
      incidents: [],
      given: [given('notice', '1997-12-01'), given('attack', 'yes')],
    };
    const next = nextQuestion(
      law,
      circuit.findings.map(({ node }) => node),
      givensOf(law, situation, []),
    );
    expect(next.best?.question).toEqual({ kind: 'fact', fact: 'place', incident: 0 });
    expect(next.questions.map(({ question }) => question.kind === 'fact' && question.fact)).toEqual([
      'place',
      'mission',
      'leaves',
    ]);
    expect(next.determinations).toEqual([{ kind: 'fact', fact: 'survival', organ: 'cabinet' }]);
    expect(next.readings.map(({ kind }) => kind)).toContain('reading');
  });
});

describe('what if', () => {
  test('says from which day it would apply, and what would have to change today', () => {
    const rulebook = smallRulebook();
    const circuit = compileCircuit(rulebook);
    const law = new Law([{ scene: { rulebook, circuit, day: toDay('1965-06-01') } }]);
    const root = circuit.findings.find(({ norm, bearer }) => norm === 'answer-attack' && bearer === 'US');
    const situation = {
      on: '1965-06-01',
      incidents: [],
      given: [given('attack', 'yes'), given('place', 'okinawa'), given('notice', '2000-01-01')],
    };
    const { outcome, flips, timeline } = whatIf(law, root?.node as number, situation);
    expect(outcome).toBe('does-not-apply');
    expect(timeline).toEqual([
      { until: '1972-05-15', outcome: 'does-not-apply' },
      { from: '1972-05-15', until: '2001-01-01', outcome: 'applies' },
      { from: '2001-01-01', outcome: 'does-not-apply' },
    ]);
    expect(flips[0]?.changes).toHaveLength(1);
    const [change] = flips[0]?.changes[0] ?? [];
    expect(change?.question).toEqual({ kind: 'fact', fact: 'place', incident: 0 });
    expect(change?.to.flatMap((each) => (each.kind === 'among' ? each.values : []))).toContain('honshu');
  });
});
