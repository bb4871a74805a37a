import { describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../rulebook/schema.ts';
import { provisionLabel } from './provision-label.ts';

const label = (name: string, kind: Instrument['kind'], order: Instrument['order'] = 'international') =>
  provisionLabel({ kind, order } as Instrument, { name } as Provision);

describe('how a provision is cited', () => {
  it.each([
    ['V', 'treaty', 'Article V', '第五条'],
    ['XVII.5c', 'treaty', 'Article XVII(5)(c)', '第十七条5(c)'],
    ['XIV.2', 'treaty', 'Article XIV(2)', '第十四条2'],
    ['IV.threat', 'treaty', 'Article IV', '第四条'],
    ['2.4', 'charter', 'Article 2(4)', '第二条第四項'],
  ] as const)('%s of a %s', (name, kind, en, ja) => {
    expect(label(name, kind)).toEqual({ en, ja });
  });

  it.each([
    ['76.1', 'Article 76(1)', '第七十六条第一項'],
    ['82-3.1', 'Article 82-3(1)', '第八十二条の三第一項'],
    ['76.1.attack', 'Article 76(1)', '第七十六条第一項'],
    ['110', 'Article 110', '第百十条'],
  ])('%s of a Japanese statute', (name, en, ja) => {
    expect(label(name, 'statute', 'japan')).toEqual({ en, ja });
  });

  it('keeps what it cannot read, and what the library says', () => {
    expect(label('IX.3-6', 'treaty')).toEqual({ en: 'IX.3-6', ja: 'IX.3-6' });
    expect(label('2', 'agreement')).toEqual({ en: '2', ja: '2' });
    const said = { en: 'the preamble', ja: '前文' };
    expect(provisionLabel({} as Instrument, { name: 'V', label: said } as Provision)).toEqual(said);
  });
});
