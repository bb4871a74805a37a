import { ComplaintError, type Rulebook } from '@anpo/engine';
import { rulebookSchema } from '@anpo/engine/schema';
import { buildRulebook } from '@anpo/language';
import { beforeAll, describe, expect, it } from 'vitest';
import { shiftedPeriods, shiftedYear } from './dates.ts';
import { variantsOf } from './expressions.ts';
import { mutantsOf } from './mutants.ts';
import { mutate } from './run.ts';
import { countTable, survivorTable } from './table.ts';

const w = 'en "a" ja "あ"';
const law = `
source gazette ${w} confirmed
party US ${w}
party JP ${w}
organ cabinet of JP ${w}
holder tokyo government of JP ${w}
place island ${w} administered by JP from 1972-05-15 source gazette
instrument treaty
  title ${w} kind treaty, binding parties US, JP in force from 1960-06-23 contents V, X source gazette
  wording must be confirmed
provision V encoded gist ${w} source gazette
act meet-danger ${w}
act consult ${w}
fact attack yes-no ${w} asks ${w}
fact riot yes-no ${w} asks ${w}
fact where place ${w} asks ${w}
term attack-in-territory ${w} means attack and where is administered by JP
term grave ${w}
  reading tokyo from 1960-06-23 until 1990-01-01 source gazette holds not riot
duty answer each of US, JP must meet-danger
  when attack-in-territory and grave
  except when riot
  open as to kind
  immediately
  reviewed by nobody
provision X encoded gist ${w} source gazette
power talk cabinet can consult reviewed by Diet
`;
const precedent = (expectations: string): string => `
precedent attacked ${w} on 1975-01-01, stated on 1975-01-01 by ${w} source gazette
  given attack, not riot, where is island
  ${expectations}
`;

async function rulebookOf(code: string): Promise<Rulebook> {
  const { rulebook, problems } = await buildRulebook(
    [{ file: 'a.anpo.md', text: `\`\`\`anpo\n${code}\`\`\`\n` }],
    '',
  );
  if (!rulebook) throw new ComplaintError(problems);
  return rulebook;
}

const survivorsOf = async (expectations: string): Promise<string[]> =>
  mutate(await rulebookOf(law + precedent(expectations)), ['treaty']).survivors.map(
    ({ item, kind, what }) => `${item}: ${kind}: ${what}`,
  );

describe('mutants', () => {
  let rulebook: Rulebook;
  beforeAll(async () => {
    rulebook = await rulebookOf(law);
  });

  it('change one item each, into a Rulebook that validates', () => {
    for (const mutant of mutantsOf(rulebook, ['treaty'])) {
      expect(rulebookSchema.parse(mutant.rulebook), mutant.what).toEqual(mutant.rulebook);
      const changed = (['norms', 'terms', 'instruments', 'places'] as const).flatMap((list) =>
        rulebook[list].filter((item, index) => item !== mutant.rulebook[list][index]).map((item) => item.id),
      );
      expect(changed).toEqual([mutant.item]);
    }
  });

  it('are all of these', () => {
    expect(
      mutantsOf(rulebook, ['treaty']).map(({ item, kind, what }) => `${item}: ${kind}: ${what}`),
    ).toMatchInlineSnapshot(`
        [
          "answer: drop norm: never applies",
          "answer: kind: duty → permission",
          "answer: act: meet-danger → consult",
          "answer: force: binding → political",
          "answer: order: international → japan",
          "answer: drop deadline: no deadline",
          "answer: drop condition: unconditional",
          "answer: condition: negated",
          "answer: condition: without attack-in-territory",
          "answer: condition: attack-in-territory negated",
          "answer: condition: without grave",
          "answer: condition: grave negated",
          "answer: exception: exception 1: negated",
          "answer: drop exceptions: exception on line 23",
          "answer: drop bearers: US",
          "answer: drop bearers: JP",
          "answer: drop open: kind",
          "talk: drop norm: never applies",
          "talk: kind: power → immunity",
          "talk: act: consult → meet-danger",
          "talk: force: binding → political",
          "talk: order: international → japan",
          "attack-in-territory: meaning: negated",
          "attack-in-territory: meaning: without attack",
          "attack-in-territory: meaning: attack negated",
          "attack-in-territory: meaning: without where administered by JP",
          "attack-in-territory: meaning: where administered by JP negated",
          "grave: reading: reading of tokyo: negated",
          "grave: reading period: reading of tokyo: from 1960-06-23 a year earlier",
          "grave: reading period: reading of tokyo: from 1960-06-23 a year later",
          "grave: reading period: reading of tokyo: until 1990-01-01 a year earlier",
          "grave: reading period: reading of tokyo: until 1990-01-01 a year later",
          "grave: drop reading: reading of tokyo",
          "treaty: in force: from 1960-06-23 a year earlier",
          "treaty: in force: from 1960-06-23 a year later",
          "island: place relation: administered by JP from 1972-05-15 a year earlier",
          "island: place relation: administered by JP from 1972-05-15 a year later",
        ]
      `);
  });

  it('leave other instruments alone', () => {
    expect(mutantsOf(rulebook, [])).toEqual([]);
  });
});

describe('mutate', () => {
  it('finds that nothing is noticed where nothing is expected of it', async () => {
    const rulebook = await rulebookOf(law + precedent('expect that riot does not hold'));
    const { tried, survivors } = mutate(rulebook, ['treaty']);
    expect(survivors).toEqual(tried);
  });

  it('does not notice form where only the outcome is expected', async () => {
    const survivors = await survivorsOf('expect answer of each of US, JP applies');
    expect(survivors).toContain('answer: kind: duty → permission');
    expect(survivors).toContain('answer: drop open: kind');
    expect(survivors).not.toContain('answer: condition: negated');
    expect(survivors).not.toContain('answer: drop bearers: US');
    expect(survivors).not.toContain('attack-in-territory: meaning: negated');
  });

  it('notices form by the as clause', async () => {
    const survivors = await survivorsOf(
      'expect answer of each of US, JP applies as duty to meet-danger, binding, international, open as to kind, immediately',
    );
    const form = survivors.filter((line) =>
      /^answer: (kind|act|force|order|drop open|drop deadline)/.test(line),
    );
    expect(form).toEqual([]);
  });
});

describe('changes', () => {
  it('of dates keep to the calendar', () => {
    expect(shiftedYear('1960-02-29', -1)).toBe('1959-02-28');
    expect(shiftedYear('1960-02-29', 1)).toBe('1961-02-28');
    expect(shiftedPeriods({})).toEqual([]);
    expect(shiftedPeriods({ from: '1960-06-23' }).map(({ period }) => period.from)).toEqual([
      '1959-06-23',
      '1961-06-23',
    ]);
  });

  it('of expressions go into every part', () => {
    const fact = (name: string) => ({ kind: 'fact', fact: name }) as const;
    const variants = variantsOf({
      kind: 'and',
      of: [
        { kind: 'not', of: { kind: 'or', of: [fact('a'), fact('b')] } },
        { kind: 'value', fact: 'c', values: ['x', 'y'] },
      ],
    });
    expect(variants.map(({ what }) => what)).toEqual([
      'negated',
      'without not (a or b)',
      'not (a or b) negated',
      'without a',
      'a negated',
      'without b',
      'b negated',
      'without c',
      'c negated',
      'c without x',
      'c without y',
    ]);
  });
});

it('tables line up', async () => {
  const [mutant] = mutantsOf(await rulebookOf(law), ['treaty']);
  const one = mutant ? [mutant] : [];
  expect(countTable(one, one)).toBe('change     tried  noticed  survived\ndrop norm  1      0        1\n');
  expect(survivorTable(one, () => 'a:1')).toBe(
    'survivor  change     what           where\nanswer    drop norm  never applies  a:1\n',
  );
});
