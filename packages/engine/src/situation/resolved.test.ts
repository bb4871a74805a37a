import { describe, expect, it } from 'vitest';
import { ComplaintError } from '../complaint/complaint.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { resolveSituation } from './resolved.ts';
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
      expect(resolveSituation(rulebook, situation(order)).fact('attack', 0)).toMatchObject({
        basis: 'alleged',
        value: 'no',
        given: given[1],
      });
      expect(resolveSituation(rulebook, situation(order)).fact('attack', 1)).toMatchObject({
        basis: 'found',
        value: 'yes',
        given: given[0],
      });
    }
  });

  it('is assumed only where nothing was given, and missing where the unknown was given', () => {
    expect(resolveSituation(rulebook, situation([])).fact('peace')).toMatchObject({
      basis: 'assumed',
      value: 'yes',
    });
    const unknown: GivenFact = { fact: 'peace', value: 'unknown', asserted: 'observed' };
    expect(resolveSituation(rulebook, situation([unknown])).fact('peace')).toMatchObject({
      basis: 'missing',
    });
    expect(resolveSituation(rulebook, situation([])).fact('attack', 0)).toMatchObject({ basis: 'missing' });
  });

  it('keeps the findings of organs apart', () => {
    const given: GivenFact[] = [{ fact: 'survival', value: 'yes', asserted: 'found', organ: 'cabinet' }];
    expect(resolveSituation(rulebook, situation(given)).fact('survival', undefined, 'cabinet').value).toBe(
      'yes',
    );
    expect(resolveSituation(rulebook, situation(given)).fact('survival', undefined, 'president').basis).toBe(
      'missing',
    );
  });

  it('is never assumed of what an organ has to find', () => {
    const resolved = resolveSituation(rulebook, situation([]));
    expect(resolved.fact('peace').basis).toBe('assumed');
    expect(resolved.fact('peace', undefined, 'cabinet').basis).toBe('missing');
  });
});

describe('a situation resolved', () => {
  it('has its days and values ready, and reads a region as it is on the day asked', () => {
    const given: GivenFact[] = [{ fact: 'place', value: 'okinawa', asserted: 'observed' }];
    const resolved = resolveSituation(rulebook, { ...situation(given), known: '1970-01-01' });
    expect({ day: resolved.day, known: resolved.known }).toEqual({ day: -1675, known: 0 });
    expect(resolved.value('place', 0)).toEqual({ kind: 'among', values: ['okinawa'] });
    expect(resolved.valueOn(0, 'place', 1)).toEqual({ kind: 'among', values: ['okinawa'] });
    expect(resolved.value('attack', 0)).toBeUndefined();
  });

  it('is not resolved again for the same Rulebook', () => {
    const resolved = resolveSituation(rulebook, situation([]));
    expect(resolveSituation(rulebook, resolved)).toBe(resolved);
    expect(resolveSituation(smallRulebook(), resolved)).not.toBe(resolved);
  });

  it('refuses a value that the fact does not take, and a fact that there is not', () => {
    const given: GivenFact[] = [{ fact: 'attack', value: 'maybe', asserted: 'observed' }];
    const resolved = resolveSituation(rulebook, situation(given));
    expect(() => resolved.value('attack', 0)).toThrow(ComplaintError);
    expect(() => resolved.fact('nothing')).toThrow(RangeError);
  });
});
