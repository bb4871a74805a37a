import { describe, expect, it } from 'vitest';
import { ComplaintError } from '../complaint/complaint.ts';
import type { Finding } from '../findings/finding.ts';
import { openLibrary } from '../library.ts';
import type { Norm, Rulebook } from '../rulebook/schema.ts';
import type { GivenFact, Situation } from '../situation/situation.ts';
import { makeNorm, makeReading, source } from '../testing/make.ts';
import { fact, smallRulebook, term } from '../testing/small-rulebook.ts';
import type { Assessment } from './assessment.ts';

const give = (facts: Record<string, string>): GivenFact[] =>
  Object.entries({ notice: '2090-01-01', ...facts }).map(([name, value]) => ({
    fact: name,
    value,
    asserted: 'observed',
  }));

function assessed(
  facts: Record<string, string>,
  rest: Partial<Situation> & { view?: string } = {},
  rulebook = smallRulebook(),
): Assessment {
  const { view = 'all', ...situation } = rest;
  return openLibrary(rulebook).assess(
    { on: '1975-06-01', incidents: [], given: give(facts), ...situation },
    { view, logic: 'kleene' },
  );
}
const finding = (assessment: Assessment, norm: string, bearer = 'US'): Finding =>
  assessment.findings.find((each) => each.norm === norm && each.bearer === bearer) as Finding;
const positions = ({ agreement }: Finding): string[] =>
  agreement.kind === 'no-reading-recorded'
    ? []
    : agreement.positions.map(({ holder, outcome }) => `${holder} ${outcome}`);

const split = { mission: 'no', leaves: 'yes', survival: 'no' };

describe('an assessment', () => {
  it('gives the other answer where the law changed, and only there', () => {
    const outcome = (place: string, on: string) =>
      finding(assessed({ attack: 'yes', place }, { on }), 'answer-attack').outcome;
    expect([outcome('okinawa', '1965-06-01'), outcome('okinawa', '1975-06-01')]).toEqual([
      'does-not-apply',
      'applies',
    ]);
    expect([outcome('honshu', '1965-06-01'), outcome('honshu', '1975-06-01')]).toEqual([
      'applies',
      'applies',
    ]);
    expect(outcome('honshu', '1955-06-01')).toBe('does-not-apply');
  });

  it('carries the rule, where it stands and how well it is confirmed', () => {
    expect(finding(assessed({ attack: 'yes', place: 'okinawa' }), 'answer-attack')).toMatchObject({
      bearerLabel: { ja: '米国' },
      order: 'international',
      force: 'binding',
      provisionName: 'Article V',
      mark: 'confirmed',
      citations: [{ source: 'gazette', title: { ja: '官報' } }],
      sentence: {
        en: expect.stringMatching(/Neither the kind nor the amount of action is fixed by the text\.$/),
      },
      agreement: { kind: 'no-reading-recorded' },
      pending: [],
    });
  });

  it('leaves readings open under all, and adopts only its own under a view', () => {
    const under = (view: string) => finding(assessed(split, { view }), 'consult-first').outcome;
    expect(['all', 'GOJ', 'opposition', 'USG', 'tokyo'].map(under)).toEqual([
      'undetermined',
      'does-not-apply',
      'applies',
      'undetermined',
      'does-not-apply',
    ]);
  });

  it('uses only what was known', () => {
    const under = (known?: string) =>
      finding(assessed({}, { view: 'USG', known }), 'need-not-consult').outcome;
    expect([under('1981-05-18'), under('2010-03-09'), under()]).toEqual([
      'does-not-apply',
      'applies',
      'applies',
    ]);
  });

  it('keeps incidents apart', () => {
    const given: GivenFact[] = [
      ...give({ place: 'honshu' }),
      { fact: 'attack', value: 'yes', asserted: 'observed', incident: 0 },
      { fact: 'attack', value: 'no', asserted: 'observed', incident: 1 },
    ];
    const assessment = assessed({}, { incidents: ['ship', 'port'], given });
    const outcomes = assessment.findings
      .filter(({ norm, bearer }) => norm === 'answer-attack' && bearer === 'JP')
      .map(({ incident, outcome }) => [incident, outcome]);
    expect(outcomes).toEqual([
      [0, 'applies'],
      [1, 'does-not-apply'],
    ]);
  });

  it('lists what was assumed, until it is given', () => {
    expect(assessed({}).assumed.map(({ fact: name }) => name)).toEqual(['peace']);
    expect(assessed({ peace: 'no' }).assumed).toEqual([]);
  });

  it('shows where legal orders clash, and lets both stand', () => {
    const { clashes, findings } = assessed({ attack: 'yes', place: 'honshu' });
    expect(clashes).toMatchObject([
      {
        left: 'answer-attack',
        right: 'no-action',
        bearer: 'JP',
        text: { en: expect.stringMatching(/Domestic law/) },
      },
    ]);
    expect(findings.find(({ norm }) => norm === 'no-action')?.outcome).toBe('applies');
    expect(assessed({ attack: 'yes', place: 'honshu', peace: 'no' }).clashes).toEqual([]);
  });

  it('refuses what it does not know, naming what is near', () => {
    expect(() => assessed({ atack: 'yes' })).toThrow(ComplaintError);
    expect(() => assessed({}, { view: 'opposision' })).toThrow(
      expect.objectContaining({
        complaints: [expect.objectContaining({ code: 'unknown-view', nearest: ['opposition'] })],
      }),
    );
  });
});

describe('a finding', () => {
  it('works its longer parts out once, and has all of them as JSON', () => {
    const found = finding(assessed(split), 'consult-first');
    expect(found.reason).toBe(found.reason);
    expect(found.pending).toBe(found.pending);
    const { sentence, citations, reason, agreement, silences, pending } = found;
    expect(JSON.parse(JSON.stringify(found))).toMatchObject(
      JSON.parse(
        JSON.stringify({ norm: 'consult-first', sentence, citations, reason, agreement, silences, pending }),
      ),
    );
  });
});

describe('agreement', () => {
  it('is contested exactly where readings held on the day change the outcome', () => {
    const contested = finding(assessed(split), 'consult-first');
    expect(contested.agreement).toMatchObject({
      kind: 'agreed-between-parties',
      contestedBy: ['opposition'],
    });
    expect(positions(contested)).toEqual(['GOJ does-not-apply', 'opposition applies']);
    const agreed = finding(assessed({ ...split, mission: 'yes' }), 'consult-first');
    expect(agreed.agreement.kind).toBe('agreed');
    expect(positions(agreed)).toEqual(['GOJ applies', 'opposition applies']);
  });

  it('says since when and on what a position rests', () => {
    expect(finding(assessed(split), 'consult-first').agreement).toMatchObject({
      positions: [
        {
          readings: [
            { choice: 'term:combat-operation', since: '1960-04-13', citations: [{ source: 'gazette' }] },
          ],
        },
        {},
      ],
    });
  });

  it('is recorded of nobody where facts alone decide, or where no reading is held yet', () => {
    expect(finding(assessed({ ...split, survival: 'yes' }), 'consult-first').agreement.kind).toBe(
      'no-reading-recorded',
    );
    expect(finding(assessed(split, { on: '1960-01-01' }), 'consult-first').agreement.kind).toBe(
      'no-reading-recorded',
    );
  });

  it('speaks of the place that is given, not of other disputed places', () => {
    const at = (place: string) => finding(assessed({ attack: 'yes', place }), 'answer-attack');
    expect(positions(at('honshu'))).toEqual([]);
    expect(positions(at('rock'))).toEqual(['GOJ applies', 'opposition does-not-apply']);
  });

  it('counts no holder as disagreeing that leaves part of the question unread', () => {
    const rulebook = withSecondChoice();
    const found = finding(
      assessed({ ...split, mission: 'yes', peace: 'yes' }, {}, rulebook),
      'consult-first',
    );
    expect(positions(found)).toEqual(['GOJ applies', 'USG undetermined', 'opposition undetermined']);
    expect(found.agreement.kind).toBe('agreed');
  });

  it('hears whoever reads a part alone on that part', () => {
    const found = finding(assessed(split, {}, withSecondChoice()), 'consult-first');
    expect(positions(found)).toContain('opposition undetermined');
    expect(found.agreement).toMatchObject({ kind: 'agreed-between-parties', contestedBy: ['opposition'] });
  });

  it('is between the parties first: governments of the parties, not whoever else reads', () => {
    const base = smallRulebook();
    const [first, ...rest] = base.terms.filter(({ id }) => id === 'combat-operation');
    if (!first || rest.length > 0) throw new Error('no such term');
    const read = (...holders: readonly [string, string][]): Rulebook =>
      smallRulebook({
        terms: base.terms.map((each) =>
          each === first
            ? {
                ...first,
                definition: {
                  readings: holders.map(([holder, name]) => makeReading(holder, fact(name))),
                  silences: [],
                },
              }
            : each,
        ),
      });
    const kind = (...holders: readonly [string, string][]) =>
      finding(assessed(split, {}, read(...holders)), 'consult-first').agreement.kind;
    expect(kind(['GOJ', 'mission'], ['USG', 'leaves'])).toBe('contested-between-parties');
    expect(kind(['GOJ', 'mission'], ['USG', 'mission'])).toBe('agreed');
    expect(kind(['opposition', 'mission'])).toBe('no-party-reads');
  });

  it('is none where facts that are not given leave one reading open and not the other', () => {
    const found = finding(assessed({ leaves: 'yes', survival: 'no' }), 'consult-first');
    expect(positions(found)).toEqual(['GOJ undetermined', 'opposition applies']);
    expect(found.agreement.kind).toBe('agreed-between-parties');
  });

  it('dates a reading by itself, and by the rule where the rule is younger', () => {
    const { agreement } = finding(assessed(split), 'consult-first');
    if (agreement.kind === 'no-reading-recorded') throw new Error('nobody reads it');
    expect(agreement.positions[0]?.readings[0]).toMatchObject({
      since: '1960-04-13',
      sinceRule: '1960-06-23',
    });
  });

  it('records silence as no reading', () => {
    const rulebook = withSecondChoice();
    const found = finding(assessed(split, {}, rulebook), 'consult-first');
    expect(found.silences).toEqual([
      {
        holder: 'opposition',
        label: { en: 'Opposition', ja: '野党' },
        manner: 'declines',
        on: { en: 'an armed attack under Article V', ja: '第五条の武力攻撃' },
      },
    ]);
    expect(finding(assessed(split, { on: '1961-01-01' }, rulebook), 'consult-first').silences).toEqual([]);
  });
});

/** The duty to consult turns on a second contested term, of which the opposition declines to speak since 1965. */
function withSecondChoice(): Rulebook {
  const base = smallRulebook();
  const [first] = base.terms;
  const second = {
    ...(first as Rulebook['terms'][number]),
    id: 'major',
    definition: {
      readings: [makeReading('GOJ', fact('peace')), makeReading('USG', fact('peace'))],
      silences: [
        {
          holder: 'opposition',
          manner: 'declines' as const,
          period: { from: '1965-01-01' },
          citations: [source],
        },
      ],
    },
  };
  const norms: Norm[] = base.norms.map((norm) =>
    norm.id === 'consult-first'
      ? makeNorm({ ...norm, condition: { kind: 'and', of: [term('combat-operation'), term('major')] } })
      : norm,
  );
  return smallRulebook({ terms: [...base.terms, second], norms });
}
