import { describe, expect, it } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { openLibrary } from '../library.ts';
import type { Expression, Rulebook } from '../rulebook/schema.ts';
import type { GivenFact, Situation } from '../situation/situation.ts';
import { makeFact, makeTerm, words } from '../testing/make.ts';
import { printReason } from '../testing/print.ts';
import { and, fact, not, or, smallRulebook } from '../testing/small-rulebook.ts';

const give = (facts: Record<string, string>, incident?: number): GivenFact[] =>
  Object.entries(facts).map(([name, value]) => ({
    fact: name,
    value,
    asserted: 'observed',
    ...(incident === undefined ? {} : { incident }),
  }));
/** A notice in the far future keeps the treaty in force without a doubt. */
const peaceful = { notice: '2090-01-01' };

function finding(
  norm: string,
  situation: Partial<Situation>,
  view = 'all',
  rulebook: Rulebook = smallRulebook(),
): Finding {
  const assessment = openLibrary(rulebook).assess(
    { on: '1975-06-01', incidents: [], given: [], ...situation },
    { view, logic: 'kleene' },
  );
  return assessment.findings.find((each) => each.norm === norm) as Finding;
}
const print = (...parameters: Parameters<typeof finding>): string =>
  printReason(finding(...parameters).reason);

/** The reason for one expression, as the condition of a norm that is always in force. */
function printCondition(condition: Expression, given: Record<string, string> = {}): string {
  const base = smallRulebook();
  const norms = base.norms.map((norm) => (norm.id === 'no-action' ? { ...norm, condition } : norm));
  const facts = ['p', 'q', 'r'].map((id) => makeFact({ id }));
  const terms = [
    ...base.terms,
    makeTerm({ id: 'both', label: words('both'), meaning: and(fact('p'), fact('q')) }),
    makeTerm({ id: 'sole', label: words('sole'), meaning: fact('p') }),
    makeTerm({ id: 'deep', label: words('deep'), meaning: or({ kind: 'term', term: 'both' }, fact('r')) }),
  ];
  const rulebook = smallRulebook({ norms, terms, facts: [...base.facts, ...facts] });
  return print('no-action', { given: give(given) }, 'all', rulebook)
    .split('\n')
    .slice(1)
    .filter((line) => !line.includes('Statute is in force'))
    .join('\n');
}

describe('reasons', () => {
  it('show of what applies everything that it requires', () => {
    const given = [...give(peaceful), ...give({ attack: 'yes', place: 'okinawa' })];
    expect(print('answer-attack', { given })).toMatchInlineSnapshot(`
      "+ everything that the rule requires is given
        + Treaty is in force since 1960-06-23
        + an armed attack under Article V
          + an armed attack occurs [observed]
          + Okinawa is administered by Japan since 1972-05-15 [register]"
    `);
  });

  it('show of what does not apply all that blocks it', () => {
    const given = give({ attack: 'yes', place: 'okinawa' });
    expect(print('answer-attack', { on: '1955-06-01', given })).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - Treaty is not yet in force: it enters into force on 1960-06-23
        - an armed attack under Article V
          - Okinawa is administered by the United States since 1945-04-01, not by Japan [register]"
    `);
  });

  it('show of what is undetermined only what is open', () => {
    expect(print('answer-attack', { given: give({ attack: 'yes' }) })).toMatchInlineSnapshot(`
      "? something that the rule requires is open
        ? Treaty is in force
          ? 1 year after the notice to end it has not passed [missing]
        ? an armed attack under Article V
          ? the place is administered by Japan [missing]"
    `);
  });

  it('show each reading of what is contested', () => {
    const given = give({ ...peaceful, mission: 'no', leaves: 'yes', survival: 'no' });
    expect(print('consult-first', { given })).toMatchInlineSnapshot(`
      "? something that the rule requires is open
        ? combat operations are launched
          - the Government of Japan reads it so since 1960-04-13
            - combat missions are ordered [observed]
          + Opposition reads it so since 1960-04-13
            + units leave for combat [observed]"
    `);
    expect(print('consult-first', { given }, 'opposition')).toMatchInlineSnapshot(`
      "+ everything that the rule requires is given
        + Treaty is in force since 1960-06-23
        + combat operations are launched
          + as Opposition reads it since 1960-04-13
            + units leave for combat [observed]
        + no exception holds
          - Japan's survival is threatened, as found by the Cabinet [observed]"
    `);
    expect(print('consult-first', { given }, 'USG')).toMatchInlineSnapshot(`
      "? something that the rule requires is open
        ? combat operations are launched
          ? the view asked for has no reading of it [missing]"
    `);
    expect(print('consult-first', { on: '1960-01-01', given })).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - Treaty is not yet in force: it enters into force on 1960-06-23"
    `);
  });

  it('name the exception that blocks', () => {
    const given = give({ ...peaceful, mission: 'yes', leaves: 'yes', survival: 'yes' });
    expect(print('consult-first', { given })).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - an exception holds
          + Japan's survival is threatened, as found by the Cabinet [observed]"
    `);
  });

  it('say how an instrument stands on the date', () => {
    expect(print('need-not-consult', { known: '1980-01-01' })).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - Secret minute was not publicly known on 1980-01-01: it became known on 2010-03-09"
    `);
    expect(
      print('answer-attack', { given: give({ notice: '1970-06-23', attack: 'yes', place: 'guam' }) }),
    ).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - Treaty is not in force
          - 1 year after the notice to end it has not passed (given: 1970-06-23) [observed]
        - an armed attack under Article V
          - Guam is administered by the United States, not by Japan [register]"
    `);
  });

  it('say of a region that its parts differ, and of a disputed place who reads it how', () => {
    const at = (place: string): string =>
      print('answer-attack', { on: '1965-01-01', given: give({ ...peaceful, attack: 'yes', place }) });
    expect(at('japan')).toMatchInlineSnapshot(`
      "? something that the rule requires is open
        ? an armed attack under Article V
          ? Japan proper is administered by Japan: so for some parts, otherwise for others [register]"
    `);
    expect(at('rock')).toMatchInlineSnapshot(`
      "? something that the rule requires is open
        ? an armed attack under Article V
          ? Rock is administered by Japan [register]
            + the Government of Japan reads it so
            - Opposition reads it so"
    `);
    expect(at('elsewhere')).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - an armed attack under Article V
          - elsewhere is not administered by Japan, nor by anybody in the register [register]"
    `);
  });

  it('name the incident where there are several', () => {
    const given = [...give(peaceful), ...give({ attack: 'no' }, 0), ...give({ place: 'honshu' })];
    expect(print('answer-attack', { incidents: ['the ship', 'the port'], given })).toMatchInlineSnapshot(`
      "- something that the rule requires is not given
        - an armed attack under Article V
          - the ship: an armed attack occurs [observed]"
    `);
  });

  it('join a term with the one fact it rests on', () => {
    expect(printCondition({ kind: 'term', term: 'sole' }, { p: 'yes' })).toBe('  + sole (p) [observed]');
  });

  it('take the simplest of several that hold, and all where none does', () => {
    const condition: Expression = { kind: 'term', term: 'deep' };
    expect(printCondition(condition, { p: 'yes', q: 'yes', r: 'yes' })).toMatchInlineSnapshot(
      `
      "  + deep
          + r [observed]"
    `,
    );
    expect(printCondition(condition, { p: 'no', q: 'no', r: 'no' })).toMatchInlineSnapshot(`
      "  - deep
          - both
            - p [observed]
          - r [observed]"
    `);
    expect(printCondition(condition, { p: 'yes' })).toMatchInlineSnapshot(`
      "  ? deep
          ? one of these suffices
            ? both
              ? q [missing]
            ? r [missing]"
    `);
  });

  it('turn the wording below a negation, and AND into OR', () => {
    expect(printCondition(not(and(fact('p'), fact('q'))), { p: 'yes', q: 'yes' })).toMatchInlineSnapshot(`
      "  - none of these holds
          - not: p [observed]
          - not: q [observed]"
    `);
    expect(printCondition(not({ kind: 'term', term: 'both' }), { p: 'no' })).toMatchInlineSnapshot(`
      "  + not: both
          - p [observed]"
    `);
    expect(printCondition(not(fact('p')), { p: 'yes' })).toMatchInlineSnapshot(`"  - not: p [observed]"`);
  });

  it('put every kind of question into words, either way', () => {
    const questions: Expression[] = [
      { kind: 'date', at: '1960-01-01' },
      { kind: 'place', fact: 'place', places: ['guam', 'japan'] },
      { kind: 'value', fact: 'unit', values: ['division', 'platoon'] },
      { kind: 'value', fact: 'sender', values: ['US'] },
      { kind: 'threshold', fact: 'ships', at: '3' },
      { kind: 'threshold', fact: 'notice', at: '1970-06-23' },
      { kind: 'elapsed', fact: 'notice', duration: { count: 2, unit: 'months' } },
      { kind: 'member', fact: 'sender', instrument: 'treaty' },
      { kind: 'in-force', instrument: 'treaty' },
      { kind: 'applies', norm: 'answer-attack', bearer: { kind: 'party', id: 'JP' } },
      { kind: 'some-incident', of: fact('attack') },
      { kind: 'relation', fact: 'place', relation: 'claimed', party: { kind: 'party', id: 'KR' } },
    ];
    const given = {
      place: 'okinawa',
      unit: 'platoon',
      sender: 'KR',
      ships: '2',
      notice: '1970-06-23',
      attack: 'yes',
    };
    const lines = questions.flatMap((question) => [
      printCondition(question, given),
      printCondition(not(question), given),
      printCondition(question),
    ]);
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "  + the date is on or after 1960-01-01
        - the date is before 1960-01-01
        + the date is on or after 1960-01-01
        + Okinawa lies in Guam or Japan proper [register]
        - Okinawa lies in Guam or Japan proper [register]
        ? the place lies in Guam or Japan proper [missing]
        + the unit is a division or a platoon (given: a platoon) [observed]
        - the unit is not a division or a platoon (given: a platoon) [observed]
        ? the unit is a division or a platoon [missing]
        - the sending state is United States (given: Republic of Korea) [observed]
        + the sending state is not United States (given: Republic of Korea) [observed]
        ? the sending state is United States [missing]
        - the number of ships is at least 3 ships (given: 2 ships) [observed]
        + the number of ships is less than 3 ships (given: 2 ships) [observed]
        ? the number of ships is at least 3 ships [missing]
        + the notice to end it is on or after 1970-06-23 (given: 1970-06-23) [observed]
        - the notice to end it is before 1970-06-23 (given: 1970-06-23) [observed]
        ? the notice to end it is on or after 1970-06-23 [missing]
        + 2 months after the notice to end it have passed (given: 1970-06-23) [observed]
        - 2 months after the notice to end it have not passed (given: 1970-06-23) [observed]
        ? 2 months after the notice to end it have passed [missing]
        - the Republic of Korea is a party to Treaty [register]
        + the Republic of Korea is not a party to Treaty [register]
        ? the sending state is a party to Treaty [missing]
        - Treaty is not in force
          - 1 year after the notice to end it has not passed (given: 1970-06-23) [observed]
        + Treaty is not in force
          - 1 year after the notice to end it has not passed (given: 1970-06-23) [observed]
        ? Treaty is in force
          ? 1 year after the notice to end it has not passed [missing]
        - Japan must act to meet the common danger
          - Treaty is not in force
            - 1 year after the notice to end it has not passed (given: 1970-06-23) [observed]
        + not: Japan must act to meet the common danger
          - Treaty is not in force
            - 1 year after the notice to end it has not passed (given: 1970-06-23) [observed]
        ? Japan must act to meet the common danger
          ? Treaty is in force
            ? 1 year after the notice to end it has not passed [missing]
          ? an armed attack under Article V
            ? an armed attack occurs [missing]
            ? the place is administered by Japan [missing]
        + in some incident
          + an armed attack occurs [observed]
        - in no incident
          + an armed attack occurs [observed]
        ? in some incident
          ? an armed attack occurs [missing]
        - Okinawa is not claimed by the Republic of Korea, nor by anybody in the register [register]
        + Okinawa is not claimed by the Republic of Korea, nor by anybody in the register [register]
        - the place is not claimed by the Republic of Korea"
    `);
  });

  it('say the same in Japanese', () => {
    const given = [...give({ mission: 'no', leaves: 'yes' })];
    expect(printReason(finding('consult-first', { given }).reason, 'ja')).toMatchInlineSnapshot(`
      "? 規定の要件に未確定のものがある
        ? 条約は効力を有する
          ? 終了通告から1年が経過していない [missing]
        ? 戦闘作戦行動の発進
          - 日本国政府はこのように解する（1960年4月13日から）
            - 戦闘任務が命じられている [observed]
          + 野党はこのように解する（1960年4月13日から）
            + 部隊が戦闘地域へ向かう [observed]
        ? 例外に当たらない
          ? 日本の存立が脅かされている（内閣の認定による） [missing]"
    `);
  });

  it('keep together what one way among several needs at once', () => {
    const meaning = or(and(fact('p'), fact('q')), and(fact('p'), fact('r')));
    expect(printCondition(meaning)).toMatchInlineSnapshot(`
      "  ? one of these suffices
          ? all of these together
            ? p [missing]
            ? q [missing]
          ? all of these together
            ? p [missing]
            ? r [missing]"
    `);
    // What is given already is not asked for again: of the second way only p is open.
    expect(printCondition(meaning, { r: 'yes' })).toMatchInlineSnapshot(`
      "  ? one of these suffices
          ? all of these together
            ? p [missing]
            ? q [missing]
          ? p [missing]"
    `);
    expect(printCondition(or(fact('p'), fact('p'), fact('q')))).toMatchInlineSnapshot(`
      "  ? one of these suffices
          ? p [missing]
          ? q [missing]"
    `);
  });
});
