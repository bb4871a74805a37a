import { describe, expect, it } from 'vitest';
import type { Expectation, Expression, Precedent } from '../rulebook/schema.ts';
import { makeExpectation, makePrecedent, words } from '../testing/make.ts';
import { administeredBy, and, fact, not, smallRulebook, term } from '../testing/small-rulebook.ts';
import { backtest } from './backtest.ts';

const give = (facts: Record<string, string>): Precedent['given'] =>
  Object.entries({ notice: '2090-01-01', ...facts }).map(([name, value]) => ({
    fact: name,
    value,
    asserted: 'stipulated',
  }));

const norm = (id: string, ...bearers: string[]): Expectation['subject'] => ({
  kind: 'norm',
  norm: id,
  bearers,
});
const answer = norm('answer-attack', 'JP');

function run(expectations: Expectation[], rest: Partial<Precedent> = {}) {
  const precedent = makePrecedent({
    id: 'case',
    on: '1965-06-01',
    given: give({ attack: 'yes', place: 'okinawa' }),
    expectations,
    ...rest,
  });
  return backtest(smallRulebook({ precedents: [precedent] }));
}

/** Status and, where it is no plain success, the reason. */
const told = (...parameters: Parameters<typeof run>): string[] =>
  run(...parameters).rows.map(({ status, reason }) =>
    status === 'reproduced' ? status : `${status}: ${reason.en}`,
  );

const doesNotApply = (because: Expression[], subject = answer): Expectation =>
  makeExpectation({ subject, outcome: 'does-not-apply', because, becauseText: 'the reason' });

describe('a backtest', () => {
  it('reproduces a recorded answer, for each bearer', () => {
    const report = run(
      [makeExpectation({ subject: norm('answer-attack', 'JP', 'US'), outcome: 'applies' })],
      {
        on: '1975-06-01',
      },
    );
    expect(report.rows.map(({ bearer, status }) => [bearer, status])).toEqual([
      ['JP', 'reproduced'],
      ['US', 'reproduced'],
    ]);
    expect(report.totals).toEqual({ precedents: 1, reproduced: 2, failed: 0, disagreement: 0 });
  });

  it('shows expected and found where they differ, in both languages, with the reason tree', () => {
    const [row] = run([makeExpectation({ subject: answer, outcome: 'applies' })]).rows;
    expect(row).toMatchObject({
      status: 'failed',
      expected: { en: 'applies', ja: '適用される' },
      found: { en: 'does not apply', ja: '適用されない' },
      tree: { value: 'false' },
    });
  });

  it('accepts a negative only for its true and sole blocker', () => {
    expect(told([doesNotApply([administeredBy('JP')])])).toEqual(['reproduced']);
    expect(told([doesNotApply([term('attack-under-V')])])).toEqual(['reproduced']);
    expect(told([doesNotApply([])])[0]).toMatch(/names no blocker/);
    expect(told([doesNotApply([fact('attack')])])[0]).toMatch(/does not fail here: the reason/);
    expect(told([doesNotApply([fact('mission')])])[0]).toMatch(/does not fail here/);
    // A second blocker stands behind the named one.
    expect(told([doesNotApply([administeredBy('JP')])], { on: '1955-06-01' })[0]).toMatch(
      /something else blocks/,
    );
    // It fails, but has nothing to do with the finding.
    const given = give({ attack: 'yes', place: 'okinawa', mission: 'no' });
    expect(told([doesNotApply([fact('mission')])], { given })[0]).toMatch(/something else blocks/);
  });

  it('takes several blockers together, and none that is idle', () => {
    const treaty: Expression = { kind: 'in-force', instrument: 'treaty' };
    expect(told([doesNotApply([administeredBy('JP'), treaty])], { on: '1955-06-01' })).toEqual([
      'reproduced',
    ]);
    const given = give({ attack: 'yes', place: 'okinawa', mission: 'no' });
    expect(told([doesNotApply([administeredBy('JP'), fact('mission')])], { given })[0]).toMatch(/idle/);
  });

  it('understands a blocker that the finding holds only in part, or negated', () => {
    const both = and(fact('attack'), administeredBy('JP'));
    expect(told([doesNotApply([both])])).toEqual(['reproduced']);
    const given = give({ mission: 'yes', leaves: 'yes', survival: 'yes' });
    const consult = norm('consult-first', 'US');
    expect(told([doesNotApply([not(fact('survival'))], consult)], { given })).toEqual(['reproduced']);
  });

  it('holds the bearer of the norm to be the bearer of its blocker', () => {
    const own: Expression = {
      kind: 'relation',
      fact: 'place',
      relation: 'administered',
      party: { kind: 'bearer' },
    };
    expect(told([doesNotApply([own])])).toEqual(['reproduced']);
  });

  it('takes as open only what keeps the finding open', () => {
    const open = (because: Expression[]): Expectation =>
      makeExpectation({ subject: answer, outcome: 'undetermined', because, becauseText: 'the reason' });
    const given = give({ place: 'honshu' });
    expect(told([open([fact('attack')])], { given })).toEqual(['reproduced']);
    expect(told([open([])], { given })).toEqual(['reproduced']);
    expect(told([open([administeredBy('JP')])], { given })[0]).toMatch(/not open here/);
    expect(told([open([fact('survival')])], { given })[0]).toMatch(/would not settle the rule/);
  });

  it('asks in a view, as known on a day, and in an incident', () => {
    const consult = (view: string, outcome: Expectation['outcome']): Expectation =>
      makeExpectation({ subject: norm('consult-first', 'US'), view, outcome });
    const given = give({ mission: 'no', leaves: 'yes', survival: 'no' });
    expect(told([consult('opposition', 'applies'), consult('USG', 'undetermined')], { given })).toEqual([
      'reproduced',
      'reproduced',
    ]);
    expect(told([consult('nobody', 'applies')], { given })[0]).toMatch(/no view or holder "nobody"/);
    const minute: Expectation['subject'] = {
      kind: 'expression',
      expression: { kind: 'in-force', instrument: 'minute' },
      text: 'minute in force',
    };
    const known = (day: string, outcome: Expectation['outcome']): Expectation =>
      makeExpectation({ subject: minute, view: 'USG', known: day, outcome });
    expect(told([known('1981-05-18', 'does-not-apply'), known('2011-01-01', 'applies')])).toEqual([
      'reproduced',
      'reproduced',
    ]);
    const incidents = [
      { name: 'ship', given: [{ fact: 'place', value: 'guam', asserted: 'observed' as const }] },
      { name: 'port', given: [{ fact: 'place', value: 'honshu', asserted: 'observed' as const }] },
    ];
    const inIncident = (incident: string): Expectation =>
      makeExpectation({ subject: answer, incident, outcome: 'applies' });
    const each = told([inIncident('port'), inIncident('ship'), inIncident('train')], {
      given: give({ attack: 'yes' }),
      incidents,
    });
    expect(each).toEqual([
      'reproduced',
      expect.stringMatching(/found does not apply/),
      expect.stringMatching(/no incident "train"/),
    ]);
  });

  it('checks readings and amounts', () => {
    const reading = (holder: string, outcome: Expectation['outcome']): Expectation =>
      makeExpectation({ subject: { kind: 'reading', term: 'combat-operation', holder }, outcome });
    expect(
      told([reading('GOJ', 'applies'), reading('USG', 'does-not-apply'), reading('USG', 'applies')]),
    ).toEqual(['reproduced', 'reproduced', 'failed: expected has a reading, found has no reading']);
    const amount = (value: string): Expectation =>
      makeExpectation({ subject: { kind: 'amount', amount: 'share', value }, outcome: 'applies' });
    expect(
      told([amount('155/200'), amount('0.775'), amount('0.7')], { given: give({ ships: '4' }) }),
    ).toEqual(['reproduced', 'reproduced', 'failed: expected 7/10, found 31/40']);
  });

  it('notices another form of the norm', () => {
    const form = (kind: 'duty' | 'permission'): Expectation =>
      makeExpectation({
        subject: answer,
        outcome: 'applies',
        as: { kind, act: 'act', open: ['kind', 'amount'] },
      });
    expect(told([form('duty'), form('permission')], { on: '1975-06-01' })).toEqual([
      'reproduced',
      'failed: kind: expected permission, found duty',
    ]);
  });

  it('prints a declared disagreement, and fails where there is none any more', () => {
    const disagreement = words('the model parts', 'モデルは異なる');
    const wrong = makeExpectation({ subject: answer, outcome: 'applies' });
    expect(told([wrong], { disagreement })).toEqual(['disagreement: declared disagreement: the model parts']);
    expect(told([doesNotApply([administeredBy('JP')])], { disagreement })).toEqual([
      'reproduced',
      expect.stringMatching(/^failed: the declared disagreement no longer holds/),
    ]);
  });

  it('fails a precedent that expects nothing, and one that cannot be read', () => {
    expect(told([])).toEqual(['failed: the precedent expects nothing']);
    expect(told([doesNotApply([])], { given: give({ atack: 'yes' }) })[0]).toMatch(/no fact "atack"/);
    expect(told([makeExpectation({ subject: norm('no-action', 'US'), outcome: 'applies' })])[0]).toMatch(
      /no finding for this bearer/,
    );
  });
});
