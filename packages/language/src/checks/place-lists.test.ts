import type { Expression } from '@anpo/engine/rulebook';
import { makeFact, makePlace, makeRulebook, makeTerm, source } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { undecidedPlaces } from './place-lists.ts';

const among = (...places: string[]): Expression => ({ kind: 'place', fact: 'where', places });
const near: Expression = { kind: 'fact', fact: 'near' };
const or = (...of: Expression[]): Expression => ({ kind: 'or', of });

const undecided = (
  meaning: Expression,
  places?: { complete: boolean; outside: string[] },
  assumed?: 'no',
) => {
  const term = makeTerm({
    id: 'area',
    meaning,
    ...(places && { places: { ...places, citations: [source] } }),
  });
  const rulebook = makeRulebook({
    facts: [
      makeFact({ id: 'where', type: 'place' }),
      makeFact({ id: 'near', ...(assumed && { kind: 'assumption', default: assumed }) }),
    ],
    places: [
      makePlace({ id: 'mainland' }),
      makePlace({ id: 'bay', partOf: [{ place: 'mainland', period: {}, citations: [source] }] }),
      makePlace({ id: 'islands' }),
      makePlace({ id: 'rock' }),
    ],
    terms: [term],
  });
  return undecidedPlaces(rulebook, term);
};

describe('a list of places', () => {
  it('decides of what it names and of its parts, and of nothing else', () => {
    expect(undecided(among('mainland', 'islands'))).toEqual(['rock']);
    expect(undecided(among('islands', 'rock'))).toEqual(['mainland', 'bay']);
  });

  it('may leave the others to a fact, unless that is assumed not to be', () => {
    expect(undecided(or(among('mainland', 'islands'), near))).toEqual([]);
    expect(undecided(or(among('mainland', 'islands'), near), undefined, 'no')).toEqual(['rock']);
  });

  it('may leave places out knowingly, or be complete', () => {
    expect(undecided(among('islands', 'rock'), { complete: false, outside: ['mainland'] })).toEqual([]);
    expect(undecided(among('islands', 'rock'), { complete: true, outside: [] })).toEqual([]);
  });

  it('is no list where it is one place', () => {
    expect(undecided(among('rock'))).toEqual([]);
  });
});
