import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../../circuit/compile.ts';
import type { Norm } from '../../rulebook/schema.ts';
import { makeInstrument, makeNorm, makeProvision } from '../../testing/make.ts';
import { administeredBy, fact, smallRulebook } from '../../testing/small-rulebook.ts';
import { findPlaceless } from './placeless.ts';

const us = [{ kind: 'party' as const, id: 'US', period: {} }];

const found = (
  norm: Partial<Norm>,
  territory: { territory?: Norm['condition']; anywhere?: true },
): string[] => {
  const base = smallRulebook();
  const rulebook = smallRulebook({
    facts: base.facts.map((each) => (each.id === 'place' ? { ...each, role: 'place' as const } : each)),
    instruments: [
      ...base.instruments,
      makeInstrument({ id: 'status', ...territory }),
      makeInstrument({ id: 'minutes', under: 'status' }),
    ],
    provisions: [...base.provisions, makeProvision({ id: 'minutes/1', instrument: 'minutes', name: '1' })],
    norms: [
      ...base.norms,
      makeNorm({
        id: 'search',
        provision: 'minutes/1',
        instrument: 'minutes',
        bearers: us,
        act: 'act',
        ...norm,
      }),
    ],
  });
  return findPlaceless(rulebook, compileCircuit(rulebook)).map((each) =>
    each.kind === 'norm' ? each.norm : each.amount,
  );
};

describe('rules of a territory that ignore the place', () => {
  const territory = { territory: administeredBy('JP') };

  test('are found below an instrument that is confined to a territory', () => {
    expect(found({ condition: fact('mission') }, territory)).toEqual(['search']);
    expect(found({ condition: administeredBy('JP') }, territory)).toEqual([]);
  });

  test('are not those that bind whatever the place, nor those of an instrument that does', () => {
    expect(found({ anywhere: true }, territory)).toEqual([]);
    expect(found({}, { ...territory, anywhere: true })).toEqual([]);
    expect(found({}, {})).toEqual([]);
  });
});
