/** A law that is asked about a situation, and about one norm in it, with everything the engine needs. */
import { type Assessment, assessExactly, circuitFor, type Finding, type Rulebook } from '@anpo/engine';
import { toDay } from '@anpo/engine/calendar';
import type { Circuit, FindingRoot } from '@anpo/engine/circuit';
import { holdersOfView, meantNorm } from '@anpo/engine/complaint';
import { type Givens, givensOf, type Law, lawFor } from '@anpo/engine/diagram';
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

/** The findings of `NORM[@BEARER]` in a situation. Throws a ComplaintError where there is no such norm. */
export function askNorm(rulebook: Rulebook, question: Question, text: string): AskedNorm {
  const { norm, bearers } = meantNorm(rulebook, text);
  const asked = lawOf(rulebook, question);
  const assessment = assessExactly(rulebook, question.situation, { view: question.view });
  const roots = asked.circuit.findings.flatMap((root, at) =>
    root.norm === norm.id && bearers.includes(root.bearer)
      ? [{ root, finding: assessment.findings[at] as Finding }]
      : [],
  );
  return { ...asked, assessment, asked: roots };
}
