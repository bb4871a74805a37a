import { ComplaintError } from '@anpo/engine';
import { describe, expect, it } from 'vitest';
import { readFactFlag } from './fact-flag.ts';

const facts = ['attack', 'act.76', 'place'];
const read = (text: string, incidents: readonly string[] = []) => {
  const { where: _, ...given } = readFactFlag(text, (name) => facts.includes(name), incidents);
  return given;
};

describe('--fact', () => {
  it.each([
    ['attack', { fact: 'attack', value: 'yes', asserted: 'stipulated' }],
    ['attack=no', { fact: 'attack', value: 'no', asserted: 'stipulated' }],
    ['attack=true', { fact: 'attack', value: 'true', asserted: 'stipulated' }],
    ['attack@diet=no', { fact: 'attack', organ: 'diet', value: 'no', asserted: 'found' }],
    ['act.76=yes', { fact: 'act.76', value: 'yes', asserted: 'stipulated' }],
    ['raid.act.76', { fact: 'act.76', incident: 'raid', value: 'yes', asserted: 'stipulated' }],
    ['a.b.place=x=y', { fact: 'place', incident: 'a.b', value: 'x=y', asserted: 'stipulated' }],
    ['nothing', { fact: 'nothing', value: 'yes', asserted: 'stipulated' }],
  ])('reads %s', (text, given) => {
    expect(read(text)).toEqual(given);
  });

  it('prefers an incident that the file names', () => {
    expect(read('raid.two.place', ['raid']).incident).toBe('raid');
  });

  it.each(['', '=yes', 'attack=', 'attack@=yes', '@diet'])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(ComplaintError);
  });
});
