/** A law that is asked about a situation, and about one norm in it, with everything the engine needs. */
import type { Assessment, Finding, Library, Rulebook } from '@anpo/engine';
import type { Circuit, FindingRoot } from '@anpo/engine/circuit';
import { meantNorm } from '@anpo/engine/complaint';
import type { Givens, Law } from '@anpo/engine/diagram';
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

export function lawOf(library: Library, question: Question): AskedLaw {
  return { ...library.ask(question), rulebook: library.rulebook, question };
}

/** The findings of `NORM[@BEARER]` in a situation. Throws a ComplaintError where there is no such norm. */
export function askNorm(library: Library, question: Question, text: string): AskedNorm {
  const { norm, bearers } = meantNorm(library.rulebook, text);
  const asked = lawOf(library, question);
  const assessment = library.assess(question.situation, { view: question.view });
  const roots = asked.circuit.findings.flatMap((root, at) =>
    root.norm === norm.id && bearers.includes(root.bearer)
      ? [{ root, finding: assessment.findings[at] as Finding }]
      : [],
  );
  return { ...asked, assessment, asked: roots };
}
