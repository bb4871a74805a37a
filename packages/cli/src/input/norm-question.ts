/** What `why` and `whatif` are asked: a norm, whose, and the situation, with everything the engine needs. */
import {
  type Assessment,
  assessExactly,
  type Circuit,
  circuitFor,
  type Finding,
  type FindingRoot,
  type Givens,
  givensOf,
  holdersOfView,
  type Law,
  lawFor,
  type Rulebook,
  toDay,
} from '@anpo/engine';
import type { ParsedArguments } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';
import { findNorm } from '../rulebook/find-norm.ts';
import { readQuestion } from './question.ts';
import type { Question } from './situation.ts';

/** A law that is asked about one situation. */
export interface AskedLaw {
  readonly rulebook: Rulebook;
  readonly question: Question;
  readonly circuit: Circuit;
  readonly law: Law;
  readonly givens: Givens;
  readonly holders: readonly string[];
}

export interface AskedNorm extends AskedLaw {
  readonly assessment: Assessment;
  readonly asked: readonly { readonly root: FindingRoot; readonly finding: Finding }[];
}

export function lawOf(rulebook: Rulebook, question: Question): AskedLaw {
  const { situation, view } = question;
  const circuit = circuitFor(rulebook, Math.max(1, situation.incidents.length));
  const known = situation.known === undefined ? undefined : toDay(situation.known);
  const law = lawFor({ rulebook, circuit, day: toDay(situation.on), known });
  const holders = holdersOfView(rulebook, view);
  return { rulebook, question, circuit, law, givens: givensOf(law, situation, holders), holders };
}

/** Reads `NORM[@BEARER] [FILE] …` */
export async function readNormQuestion(parsed: ParsedArguments, context: Context): Promise<AskedNorm> {
  const [text, file] = parsed.positionals;
  const { messages } = context;
  if (text === undefined)
    return fail({ message: messages.argumentMissing('NORM'), mend: messages.reasoning.normsMend });
  const { rulebook, question } = await readQuestion(file, parsed, context);
  const { norm, bearers } = findNorm(rulebook, text, messages);
  const asked = lawOf(rulebook, question);
  const assessment = assessExactly(rulebook, question.situation, { view: question.view });
  const roots = asked.circuit.findings.flatMap((root, at) =>
    root.norm === norm.id && bearers.includes(root.bearer)
      ? [{ root, finding: assessment.findings[at] as Finding }]
      : [],
  );
  return { ...asked, assessment, asked: roots };
}
