/** `anpo compare`: alliances side by side, for one situation and over all, and against published codings. */
import {
  type AllianceProfile,
  alliancesOf,
  type Circuit,
  type ComparedAct,
  circuitFor,
  codingsOf,
  compareFindings,
  type Instrument,
  nearest,
  type Parting,
  partingsOf,
  profileDay,
  profileOf,
  type Rulebook,
} from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';
import { lawOf } from '../input/norm-question.ts';
import { readQuestion, situationOptions } from '../input/question.ts';
import { verifyClaims } from '../library/claims.ts';
import { type Coding, renderComparison } from '../render/comparison.ts';
import { withProgress } from '../render/progress.ts';
import type { Command } from './command.ts';

export interface Comparison {
  readonly instruments: readonly Instrument[];
  /** The findings of the situation, where facts were given. */
  readonly acts: readonly ComparedAct[];
  readonly profiles: readonly AllianceProfile[];
  readonly codings: readonly Coding[];
  /** Where two of them part; only where two were named. */
  readonly partings: readonly Parting[];
}

export const compare: Command = {
  options: {
    ...situationOptions,
    instruments: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { rulebook, question } = await readQuestion(parsed.positionals[0], parsed, context);
    const named = textOf(parsed, 'instruments');
    const circuit = circuitFor(rulebook, 1);
    const instruments = instrumentsOf(named, question.situation.on, rulebook, circuit, context);
    const comparison = await withProgress(context, (): Comparison => {
      const asked = lawOf(rulebook, question);
      const ids = instruments.map(({ id }) => id);
      const claims = instruments.flatMap(({ id }) => codingsOf(rulebook, id));
      const checked = verifyClaims({ ...rulebook, claims }, context);
      const [one, other] = ids;
      return {
        instruments,
        acts: question.situation.given.length === 0 ? [] : compareFindings(asked.law, ids, asked.givens),
        profiles: instruments.map((each) =>
          profileOf(rulebook, circuit, each, profileDay(rulebook, circuit, each, question.situation.on)),
        ),
        codings: instruments.flatMap(({ id }) =>
          codingsOf(rulebook, id).map((claim) => ({
            instrument: id,
            claim,
            checked: checked.get(claim.id),
          })),
        ),
        partings:
          ids.length === 2 && one !== undefined && other !== undefined
            ? partingsOf(asked.law, one, other, asked.givens)
            : [],
      };
    });
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(
            { ...comparison, instruments: instruments.map(({ id }) => id), situation: question.situation },
            undefined,
            2,
          )}\n`
        : renderComparison(comparison, question, rulebook, parsed.values.all === true, context),
    );
    return 0;
  },
};

/** Those named; else every alliance in force on the day. */
function instrumentsOf(
  text: string | undefined,
  on: string,
  rulebook: Rulebook,
  circuit: Circuit,
  { messages }: Context,
): readonly Instrument[] {
  if (text === undefined)
    return alliancesOf(rulebook).filter((each) => profileDay(rulebook, circuit, each, on) === on);
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.map((name) => {
    const found = rulebook.instruments.find(({ id }) => id === name);
    if (found) return found;
    const ids = rulebook.instruments.map(({ id }) => id);
    return fail({
      where: '--instruments',
      message: messages.reasoning.unknownInstrument(name),
      nearest: nearest(name, ids, 4),
      mend: messages.reasoning.alliancesAre(alliancesOf(rulebook).map(({ id }) => id)),
    });
  });
}
