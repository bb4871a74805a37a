/** Alliances side by side, for one situation and over all, and against published codings. */
import { type Library, overAll, type Situation } from '@anpo/engine';
import { complain, nearest } from '@anpo/engine/complaint';
import { alliancesOf, codingsOf } from '@anpo/engine/reasoning';
import type { Instrument } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { presentNames } from '@anpo/engine/situation';
import { answersComplaint } from '../complaints/codes.ts';
import { verifyClaims } from '../questions/claims.ts';
import { toQuestion } from '../questions/situation.ts';
import { type Comparison, sayComparison } from '../said/comparison.ts';
import { speakerFor } from '../speaker.ts';
import type { SituationInput } from './assess.ts';
import type { Operation } from './operation.ts';

export interface CompareInput extends SituationInput {
  /** The instruments by id; every alliance in force on the day where none is named. */
  readonly instruments?: readonly string[] | undefined;
}

export interface CompareData extends Omit<Comparison, 'instruments'> {
  readonly instruments: readonly string[];
  readonly situation: Situation;
}

export const compare: Operation<CompareInput, CompareData> = (
  library,
  input,
  { language, full = false, progress },
) => {
  const { rulebook } = library;
  const question = toQuestion(input.situation, rulebook, input.today);
  const { situation } = question;
  const instruments = instrumentsOf(input.instruments, situation.on, library);
  const ids = instruments.map(({ id }) => id);
  const codings = ids.flatMap((instrument) =>
    codingsOf(rulebook, instrument).map((claim) => ({ instrument, claim })),
  );
  const checked = verifyClaims(
    library,
    codings.map(({ claim }) => claim),
    progress,
  );
  const [one, other] = ids;
  const comparison: Comparison = {
    instruments,
    acts: situation.given.length === 0 ? [] : overAll.compare(library, question, ids),
    profiles: instruments.map((each) => overAll.profile(library, each, situation.on)),
    codings: codings.map((coding) => ({ ...coding, checked: checked.get(coding.claim.id) })),
    partings:
      ids.length === 2 && one !== undefined && other !== undefined
        ? overAll.partings(library, question, one, other)
        : [],
  };
  return {
    data: { ...comparison, instruments: ids, situation },
    answer: sayComparison(comparison, question, full, speakerFor(rulebook, language)),
  };
};

function instrumentsOf(
  names: readonly string[] | undefined,
  on: string,
  library: Library,
): readonly Instrument[] {
  const { rulebook } = library;
  if (names === undefined)
    return alliancesOf(rulebook).filter((each) => overAll.profileDay(library, each, on) === on);
  return names.map(presentNames(rulebook).item).map((instrument) => {
    const found = indexRulebook(rulebook).find('instrument', instrument);
    if (found) return found;
    const ids = rulebook.instruments.map(({ id }) => id);
    const alliances = alliancesOf(rulebook).map(({ id }) => id);
    return complain(
      answersComplaint(
        'unknown-alliance',
        { instrument, alliances },
        { where: { input: 'instruments' }, nearest: nearest(instrument, ids, 4) },
      ),
    );
  });
}
