import { smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { dependencyFacts, dependentsOf } from './dependencies.ts';

const rulebook = smallRulebook();

describe('dependencies', () => {
  it('finds what names an item', () => {
    expect(dependentsOf(rulebook, 'facts', 'attack')).toEqual([
      { collection: 'terms', id: 'attack-under-V' },
    ]);
    expect(dependentsOf(rulebook, 'places', 'japan').map(({ id }) => id)).toEqual(['okinawa', 'honshu']);
    expect(dependentsOf(rulebook, 'qualifiers', 'processes')).toEqual([
      { collection: 'norms', id: 'answer-attack' },
    ]);
    expect(dependentsOf(rulebook, 'holders', 'USG').map(({ id }) => id)).toEqual(['minute']);
  });

  it('does not take a fact named like a key for every use of the key', () => {
    expect(dependentsOf(rulebook, 'facts', 'place').map(({ id }) => id)).toEqual(['attack-under-V']);
  });

  it('follows terms to the facts of a norm, and leaves out what ends its instrument', () => {
    const facts = dependencyFacts(rulebook, { collection: 'norms', id: 'answer-attack' });
    expect([...facts].sort()).toEqual(['attack', 'place']);
  });
});
