import { makeFact, smallRulebook, words } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { factsAbout, mentionsOf, provisionsAbout } from './about.ts';

describe('a word', () => {
  it.each([
    ['port', 'a port call', true],
    ['port', 'ports', true],
    ['port', 'support and export', false],
    ['c++', 'written in c++', true],
    ['0@=-1e9', 'a host-nation text', false],
    ['host-nation', 'host-nation support', true],
    ['尖閣', '尖閣諸島', true],
    ['PORT', 'Port', true],
  ])('%s in “%s”: %s', (word, text, found) => {
    expect(mentionsOf(word)(text)).toBe(found);
  });

  it('is found in the values that a fact takes, and in the names of places', () => {
    const weapon = makeFact({
      id: 'equipment',
      type: 'choice',
      choices: [{ id: 'warheads', label: words('nuclear warheads', '核弾頭'), formerly: [] }],
    });
    const rulebook = smallRulebook({ facts: [...smallRulebook().facts, weapon] });
    const idsOf = (word: string) => factsAbout(rulebook, mentionsOf(word)).map(({ id }) => id);
    expect(idsOf('核弾頭')).toEqual(['equipment']);
    expect(idsOf('nuclear')).toEqual(['equipment']);
    expect(idsOf('okinawa')).toContain('place');
    expect(idsOf('quarantine')).toEqual([]);
  });

  it('is found in what provisions say', () => {
    const rulebook = smallRulebook();
    const [first] = rulebook.provisions;
    const word = first?.gist?.en?.split(' ')[0] ?? '';
    expect(provisionsAbout(rulebook, mentionsOf(word)).map(({ id }) => id)).toContain(first?.id);
  });
});
