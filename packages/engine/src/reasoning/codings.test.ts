import { describe, expect, test } from 'vitest';
import type { Claim } from '../rulebook/schema.ts';
import { makeInstrument, makeItem, words } from '../testing/make.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { codingsOf } from './codings.ts';

const claim = (id: string, source: string, rest: Partial<Claim>): Claim => ({
  ...makeItem(id),
  says: words(id),
  citations: [{ source, mark: 'confirmed' }],
  verdicts: [{ verdict: 'holds' }],
  evidence: [],
  ...rest,
});
const query = (norm: string): Partial<Claim> => ({
  query: {
    quantifier: 'possible',
    left: { kind: 'norm', norm, bearers: ['US'] },
    period: {},
    text: norm,
  },
});

const { position } = makeItem('data-set');
const base = smallRulebook();
const rulebook = smallRulebook({
  sources: [
    ...base.sources,
    { id: 'data-set', position, title: words('Data set'), mark: 'secondary', coding: true },
  ],
  instruments: base.instruments
    .map((each) => (each.id === 'minute' ? { ...each, under: 'treaty' } : each))
    .concat(makeInstrument({ id: 'pact' })),
  claims: [
    claim('by-norm', 'data-set', query('answer-attack')),
    claim('by-norm-of-the-minute', 'data-set', query('need-not-consult')),
    claim('by-provision', 'data-set', { evidence: ['treaty/VI'] }),
    claim('by-instrument', 'data-set', { evidence: ['treaty'] }),
    claim('of-another', 'data-set', query('no-action')),
    claim('of-an-essay', 'gazette', query('answer-attack')),
  ],
});
const codings = (instrument: string): readonly string[] =>
  codingsOf(rulebook, instrument).map(({ id }) => id);

describe('codings', () => {
  test('are the claims about an instrument that cite a source declared to be one', () => {
    expect(codings('treaty')).toEqual(['by-norm', 'by-norm-of-the-minute', 'by-provision', 'by-instrument']);
    expect(codings('statute')).toEqual(['of-another']);
    expect(codings('pact')).toEqual([]);
  });
});
