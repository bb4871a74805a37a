import { describe, expect, it } from 'vitest';
import { ComplaintError, sayComplaint } from '../complaint/complaint.ts';
import { engineWords } from '../complaint/words.ts';
import { openLibrary } from '../library.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';

const rulebook = smallRulebook();
const library = openLibrary(rulebook);
const assessment = library.assess(
  {
    on: '1975-06-01',
    known: '2011-01-01',
    incidents: ['one', 'two'],
    given: [
      { fact: 'attack', value: 'yes', asserted: 'found', incident: 1 },
      { fact: 'place', value: 'rock', asserted: 'alleged' },
    ],
  },
  { view: 'tokyo', logic: 'kleene' },
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
    expect(library.replay(assessment.receipt)).toEqual(assessment);
    expect(library.replay(JSON.parse(JSON.stringify(assessment.receipt)))).toEqual(assessment);
  });

  it('is refused by another library or engine', () => {
    const { receipt } = assessment;
    expect(refusals(() => openLibrary(smallRulebook({ hash: 'other' })).replay(receipt))).toEqual([
      'the receipt is of library test, and this is other',
    ]);
    expect(refusals(() => library.replay({ ...receipt, engine: '0.0.0' }))).toEqual([
      expect.stringMatching(/^the receipt is of engine 0\.0\.0, and this is /),
    ]);
  });

  it('of another form is refused before anything else in it is believed', () => {
    const { format: _, ...old } = assessment.receipt;
    expect(refusals(() => library.replay({ ...old, format: 2, library: 'other' }))).toEqual([
      'this receipt has format 2, and this Anpo reads format 1',
    ]);
    expect(refusals(() => library.replay(JSON.parse(JSON.stringify(old))))).toEqual([
      'this receipt has format 0, and this Anpo reads format 1',
    ]);
  });
});
