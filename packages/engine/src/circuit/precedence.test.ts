import { describe, expect, it } from 'vitest';
import { openLibrary } from '../library.ts';
import type { Norm, Outcome } from '../rulebook/schema.ts';
import { makeNorm } from '../testing/make.ts';
import { fact, smallRulebook } from '../testing/small-rulebook.ts';
import { defeats, opposed } from './precedence.ts';

const norm = (kind: Norm['kind'], rest: Partial<Norm> = {}): Norm =>
  makeNorm({ id: kind, kind, provision: 'statute/1', instrument: 'statute', act: 'act', ...rest });

describe('precedence', () => {
  it('stands between norms on one act that cannot both be followed', () => {
    expect(opposed(norm('prohibition'), norm('duty'))).toBe(true);
    expect(opposed(norm('permission'), norm('prohibition'))).toBe(true);
    expect(opposed(norm('immunity'), norm('duty'))).toBe(true);
    expect(opposed(norm('duty'), norm('permission'))).toBe(false);
    expect(opposed(norm('immunity'), norm('prohibition'))).toBe(false);
    expect(opposed(norm('prohibition'), norm('duty', { act: 'consult' }))).toBe(false);
  });

  it('works within one legal order', () => {
    expect(defeats(norm('prohibition'), norm('duty'))).toBe(true);
    expect(defeats(norm('prohibition', { order: 'japan' }), norm('duty'))).toBe(false);
  });

  it('defeats in the incident where the prevailing norm applies', () => {
    const rulebook = smallRulebook({
      norms: [norm('duty'), norm('prohibition', { condition: fact('attack'), prevails: ['duty'] })],
    });
    const { findings } = openLibrary(rulebook).assess({
      on: '1975-06-01',
      incidents: ['quiet', 'loud'],
      given: [
        { fact: 'attack', value: 'no', asserted: 'observed', incident: 0 },
        { fact: 'attack', value: 'yes', asserted: 'observed', incident: 1 },
      ],
    });
    const outcomes = (id: string): Outcome[] =>
      findings.filter(({ norm: each }) => each === id).map(({ outcome }) => outcome);
    expect(outcomes('duty')).toEqual(['applies', 'does-not-apply']);
    expect(outcomes('prohibition')).toEqual(['does-not-apply', 'applies']);
    const defeated = findings.find(({ norm: each, incident }) => each === 'duty' && incident === 1);
    expect(defeated?.reason.children[0]?.text.en).toBe(
      'a prevailing rule applies: Japan must not act to meet the common danger',
    );
  });
});
