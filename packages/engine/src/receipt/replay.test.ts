import { describe, expect, it } from 'vitest';
import { assessSituation } from '../assess/assess.ts';
import { ComplaintError, sayComplaint } from '../complaint/complaint.ts';
import { engineWords } from '../complaint/words.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { replay } from './replay.ts';

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

function refusals(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ComplaintError)) throw error;
    return error.complaints.map((each) => sayComplaint(each, 'en', [engineWords]).message);
  }
  return [];
}

describe('a receipt', () => {
  it('makes the same assessment again, also after a trip through JSON', () => {
    expect(replay(rulebook, assessment.receipt)).toEqual(assessment);
    expect(replay(rulebook, JSON.parse(JSON.stringify(assessment.receipt)))).toEqual(assessment);
  });

  it('is refused by another library or engine', () => {
    const { receipt } = assessment;
    expect(refusals(() => replay(smallRulebook({ hash: 'other' }), receipt))).toEqual([
      'the receipt is of library test, and this is other',
    ]);
    expect(refusals(() => replay(rulebook, { ...receipt, engine: '0.0.0' }))).toEqual([
      expect.stringMatching(/^the receipt is of engine 0\.0\.0, and this is /),
    ]);
  });

  it('of another form is refused before anything else in it is believed', () => {
    const { format: _, ...old } = assessment.receipt;
    expect(refusals(() => replay(rulebook, { ...old, format: 2, library: 'other' }))).toEqual([
      'this receipt has format 2, and this Anpo reads format 1',
    ]);
    expect(refusals(() => replay(rulebook, JSON.parse(JSON.stringify(old))))).toEqual([
      'this receipt has format 0, and this Anpo reads format 1',
    ]);
  });
});
