/** Why a norm applies, does not, or is open: the smallest sufficient sets, then the rule path with its sources. */
import type { Finding, Why } from '@anpo/engine';
import type { Basis } from '@anpo/engine/diagram';
import type { Answer } from '../answer/answer.ts';
import { type Explanation, newExplanation, writeSources } from '../parts/explanation.ts';
import { findingPart } from '../parts/finding.ts';
import { writeHeader, writeReceipt } from '../parts/header.ts';
import { QuestionWords } from '../parts/question-words.ts';
import type { AskedNorm } from '../questions/norm-question.ts';
import type { Speaker } from '../speaker.ts';

export interface WhyAnswer {
  readonly finding: Finding;
  readonly why: Why;
}

export function sayWhy(
  { assessment, question }: AskedNorm,
  answers: readonly WhyAnswer[],
  full: boolean,
  speaker: Speaker,
): Answer {
  const explanation = newExplanation(speaker);
  const { write } = explanation;
  const { incidents, on } = question.situation;
  const words = new QuestionWords(speaker, on, incidents);
  const findings = answers.map(({ finding }) => finding);
  writeHeader({ ...assessment, findings }, { full, today: question.today }, explanation);
  for (const { finding, why } of answers) {
    write.apart();
    writeIncident(finding, incidents, explanation);
    write.add(findingPart(finding, incidents, explanation));
    writeSufficient(why, words, explanation);
  }
  writeSources(explanation);
  writeReceipt(assessment, explanation);
  return write.answer('why', speaker.language);
}

/** The incident that a finding is about, where there are several. */
export function writeIncident(
  { incident }: Finding,
  incidents: readonly string[],
  { write, speaker }: Explanation,
): void {
  const name = incident === undefined ? undefined : incidents[incident];
  if (name !== undefined) write.section(speaker.words.incident(name));
}

function writeSufficient(why: Why, words: QuestionWords, { write, speaker }: Explanation): void {
  const { labelled, reasoning } = speaker.words;
  const { outcome } = why;
  if (outcome === 'undetermined') {
    if (why.missing.length === 0) return;
    write.text(labelled(reasoning.stillMatters, ''), { depth: 2, tone: 'strong' });
    for (const question of why.missing) write.text(words.question(question), { depth: 3, marker: 'open' });
    return;
  }
  if (!why.decided) {
    write.text(reasoning.noSetFound, { depth: 2 });
    return;
  }
  // What was assumed comes last: it is there without anybody having said so.
  const sets = why.sufficient.map((set) =>
    [...set]
      .sort((a, b) => Number(a.kind === 'assumed') - Number(b.kind === 'assumed'))
      .flatMap((basis) => basisText(basis, words, speaker)),
  );
  if (sets.some((set) => set.length === 0)) {
    write.text(reasoning.nothingNeeded[outcome], { depth: 2, tone: 'strong' });
    return;
  }
  write.text(labelled(reasoning.sufficientFor[outcome], ''), { depth: 2, tone: 'strong' });
  sets.forEach((set, index) => {
    write.text(set.join(reasoning.and), { depth: 3, marker: { number: index + 1 } });
  });
  if (why.more) write.text(reasoning.moreSets, { depth: 3 });
}

function basisText(basis: Basis, words: QuestionWords, { words: { reasoning } }: Speaker): readonly string[] {
  switch (basis.kind) {
    case 'given':
      return [words.given(basis.given)];
    case 'assumed':
      return [reasoning.assumption(words.assumed(basis.fact))];
    case 'view':
      return [
        basis.holder === undefined
          ? reasoning.viewReadsNot(words.choice(basis.choice))
          : reasoning.viewReads(words.choice(basis.choice), words.holder(basis.holder)),
      ];
    case 'open':
      return [];
  }
}
