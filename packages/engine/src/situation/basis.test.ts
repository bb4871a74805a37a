import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { basisOf } from './basis.ts';
import type { GivenFact } from './situation.ts';

const rulebook = smallRulebook();
const situation = (given: GivenFact[]) => ({ on: '1965-06-01', incidents: ['one', 'two'], given });

describe('the basis of a fact', () => {
  it("is the incident's own value before that of the whole situation, in whatever order they stand", () => {
    const given: GivenFact[] = [
      { fact: 'attack', value: 'yes', asserted: 'found', incident: 1 },
      { fact: 'attack', value: 'no', asserted: 'alleged' },
    ];
    for (const order of [given, given.toReversed()]) {
      expect(basisOf(rulebook, situation(order), 'attack', 0, undefined)).toEqual({
        basis: 'alleged',
        value: 'no',
      });
      expect(basisOf(rulebook, situation(order), 'attack', 1, undefined)).toEqual({
        basis: 'found',
        value: 'yes',
      });
    }
  });

  it('is assumed only where nothing was given, and missing where the unknown was given', () => {
    expect(basisOf(rulebook, situation([]), 'peace', undefined, undefined)).toEqual({
      basis: 'assumed',
      value: 'yes',
    });
    const unknown: GivenFact = { fact: 'peace', value: 'unknown', asserted: 'observed' };
    expect(basisOf(rulebook, situation([unknown]), 'peace', undefined, undefined)).toEqual({
      basis: 'missing',
    });
    expect(basisOf(rulebook, situation([]), 'attack', 0, undefined)).toEqual({ basis: 'missing' });
  });

  it('keeps the findings of organs apart', () => {
    const given: GivenFact[] = [{ fact: 'survival', value: 'yes', asserted: 'found', organ: 'cabinet' }];
    expect(basisOf(rulebook, situation(given), 'survival', undefined, 'cabinet').value).toBe('yes');
    expect(basisOf(rulebook, situation(given), 'survival', undefined, 'president').basis).toBe('missing');
  });
});
