import { describe, expect, it } from 'vitest';
import { assessSituation } from '../assess/assess.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { ReceiptError, replay } from './replay.ts';

const rulebook = smallRulebook();
const assessment = assessSituation(
  rulebook,
  {
    on: '1975-06-01',
    known: '2011-01-01',
    incidents: ['one', 'two'],
    given: [
      { fact: 'attack', value: 'yes', asserted: 'found', incident: 1 },
      { fact: 'place', value: 'rock', asserted: 'alleged' },
    ],
  },
  { view: 'tokyo' },
);

describe('a receipt', () => {
  it('makes the same assessment again, also after a trip through JSON', () => {
    expect(replay(rulebook, assessment.receipt)).toEqual(assessment);
    expect(replay(rulebook, JSON.parse(JSON.stringify(assessment.receipt)))).toEqual(assessment);
  });

  it('is refused by another library or engine', () => {
    expect(() => replay(smallRulebook({ hash: 'other' }), assessment.receipt)).toThrow(ReceiptError);
    expect(() => replay(rulebook, { ...assessment.receipt, engine: '0.0.0' })).toThrow(/engine 0\.0\.0/);
  });
});
