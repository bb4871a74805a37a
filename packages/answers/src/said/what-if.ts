/** What would flip a finding: changes of facts and readings, other days, other views. */
import type { Finding, GivenFact, WhatIf } from '@anpo/engine';
import type { Change, Flip } from '@anpo/engine/reasoning';
import type { Outcome } from '@anpo/engine/rulebook';
import { wordings } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { type Explanation, newExplanation, writeSources } from '../parts/explanation.ts';
import { findingHead } from '../parts/finding.ts';
import { writeHeader, writeReceipt } from '../parts/header.ts';
import { QuestionWords } from '../parts/question-words.ts';
import type { AskedNorm } from '../questions/norm-question.ts';
import type { Speaker } from '../speaker.ts';
import { writeIncident } from './why.ts';

export interface WhatIfAnswer {
  readonly finding: Finding;
  readonly whatIf: WhatIf;
}

export function sayWhatIf(
  { assessment, question }: AskedNorm,
  answers: readonly WhatIfAnswer[],
  speaker: Speaker,
): Answer {
  const explanation = newExplanation(speaker);
  const { write } = explanation;
  const { incidents, on, given } = question.situation;
  const words = new QuestionWords(speaker, on, incidents);
  const findings = answers.map(({ finding }) => finding);
  writeHeader({ ...assessment, findings }, { full: false, today: question.today }, explanation);
  for (const { finding, whatIf } of answers) {
    write.apart();
    writeIncident(finding, incidents, explanation);
    write.add(findingHead(finding, explanation));
    for (const flip of whatIf.flips) writeFlip(flip, words, given, explanation);
    writeDays(whatIf, on, explanation);
    writeViews(whatIf, explanation);
  }
  write.apart();
  write.text(speaker.words.reasoning.rechecked, { tone: 'faint' });
  writeSources(explanation);
  writeReceipt(assessment, explanation);
  return write.answer('whatif', speaker.language);
}

function writeFlip(
  flip: Flip,
  words: QuestionWords,
  given: readonly GivenFact[],
  { write, speaker }: Explanation,
): void {
  const { labelled, reasoning } = speaker.words;
  if (flip.changes.length === 0) {
    const text = flip.decided ? reasoning.noFlip[flip.outcome] : reasoning.notDecided;
    write.text(text, { depth: 2, tone: 'strong' });
    return;
  }
  write.text(labelled(reasoning.flipTo[flip.outcome], ''), { depth: 2, tone: 'strong' });
  flip.changes.forEach((changes, index) => {
    const text = changes.map((change) => changeText(change, words, given, speaker)).join(reasoning.and);
    write.text(text, { depth: 3, marker: { number: index + 1 } });
  });
  if (flip.more) write.text(reasoning.moreSets, { depth: 3 });
}

function changeText(
  { question, to, from }: Change,
  words: QuestionWords,
  given: readonly GivenFact[],
  { words: { reasoning } }: Speaker,
): string {
  const text = words.answer(question, to);
  if (from.length === 0) return reasoning.changeOpen(text);
  const own =
    question.kind === 'fact'
      ? given.find(
          ({ fact, organ, incident }) =>
            fact === question.fact && organ === question.organ && incident === question.incident,
        )
      : undefined;
  return reasoning.changeFrom(text, own ? words.given(own) : words.answer(question, from));
}

/** The stretches of days, the one asked about marked. */
function writeDays({ timeline }: WhatIf, on: string, { write, speaker }: Explanation): void {
  const { labelled, inBrackets, reasoning } = speaker.words;
  write.text(labelled(reasoning.otherDays, ''), { depth: 2, tone: 'strong' });
  if (timeline.length === 1) {
    write.text(reasoning.sameOnAllDays, { depth: 3 });
    return;
  }
  for (const { from, until, outcome } of timeline) {
    const isHere = (from === undefined || from <= on) && (until === undefined || on < until);
    const here = isHere ? inBrackets(reasoning.thisDay) : '';
    const text = labelled(reasoning.span(from, until), outcomeWords(outcome, speaker));
    write.text(`${text}${here}`, { depth: 3, marker: 'bullet' });
  }
}

function writeViews({ views }: WhatIf, { write, speaker }: Explanation): void {
  if (views.length === 0) return;
  const { words, rulebook, say } = speaker;
  write.text(words.labelled(words.reasoning.otherViews, ''), { depth: 2, tone: 'strong' });
  const labels = new Map([...rulebook.holders, ...rulebook.views].map(({ id, label }) => [id, say(label)]));
  for (const { view, outcome } of views) {
    const text = words.labelled(labels.get(view) ?? view, outcomeWords(outcome, speaker));
    write.text(text, { depth: 3, marker: 'bullet' });
  }
}

const outcomeWords = (outcome: Outcome, { language }: Speaker): string =>
  wordings[language].outcomes[outcome];
