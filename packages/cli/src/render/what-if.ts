/** What would flip a finding: changes of facts and readings, other days, other views. */
import {
  type Change,
  type Finding,
  type Flip,
  type GivenFact,
  type Outcome,
  type WhatIf,
  wordings,
} from '@anpo/engine';
import type { Context } from '../context.ts';
import type { AskedNorm } from '../input/norm-question.ts';
import { printHeader, printReceipt } from './assessment.ts';
import { printHead } from './finding.ts';
import { QuestionWords } from './question-words.ts';
import { newReasonContext, type ReasonContext } from './reason.ts';
import { printIncident } from './why.ts';

export interface WhatIfAnswer {
  readonly finding: Finding;
  readonly whatIf: WhatIf;
}

const INDENT = '    ';

export function renderWhatIf(
  { rulebook, assessment, question }: AskedNorm,
  answers: readonly WhatIfAnswer[],
  context: Context,
): string {
  const tools = newReasonContext(rulebook, context);
  const { page } = tools;
  const { incidents, on } = question.situation;
  const words = new QuestionWords(rulebook, context, on, incidents);
  const findings = answers.map(({ finding }) => finding);
  printHeader({ ...assessment, findings }, { full: false, today: question.today }, tools);
  for (const { finding, whatIf } of answers) {
    page.blank();
    printIncident(finding, incidents, tools);
    printHead(finding, tools);
    for (const flip of whatIf.flips) printFlip(flip, words, question.situation.given, tools);
    printDays(whatIf, on, tools);
    printViews(whatIf, tools);
  }
  page.blank();
  page.text(context.messages.reasoning.rechecked, '', context.paint.faint);
  tools.sources.print(page);
  printReceipt(assessment, tools);
  return page.toString();
}

function printFlip(
  flip: Flip,
  words: QuestionWords,
  given: readonly GivenFact[],
  { page, context }: ReasonContext,
): void {
  const { messages, paint } = context;
  const { reasoning } = messages;
  if (flip.changes.length === 0) {
    page.text(flip.decided ? reasoning.noFlip[flip.outcome] : reasoning.notDecided, INDENT, paint.strong);
    return;
  }
  page.text(messages.labelled(reasoning.flipTo[flip.outcome], ''), INDENT, paint.strong);
  flip.changes.forEach((changes, index) => {
    const text = changes.map((change) => changeText(change, words, given, context)).join(reasoning.and);
    page.text(text, `${INDENT}  ${index + 1}. `);
  });
  if (flip.more) page.text(reasoning.moreSets, `${INDENT}  `);
}

function changeText(
  { question, to, from }: Change,
  words: QuestionWords,
  given: readonly GivenFact[],
  { messages }: Context,
): string {
  const { reasoning } = messages;
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
function printDays({ timeline }: WhatIf, on: string, tools: ReasonContext): void {
  const { page, context } = tools;
  const { messages, paint } = context;
  const { reasoning } = messages;
  page.text(messages.labelled(reasoning.otherDays, ''), INDENT, paint.strong);
  if (timeline.length === 1) page.text(reasoning.sameOnAllDays, `${INDENT}  `);
  else {
    for (const { from, until, outcome } of timeline) {
      const isHere = (from === undefined || from <= on) && (until === undefined || on < until);
      const here = isHere ? messages.inBrackets(reasoning.thisDay) : '';
      const text = messages.labelled(reasoning.span(from, until), outcomeWords(outcome, context));
      page.text(`${text}${here}`, `${INDENT}  ${messages.bullet}`);
    }
  }
}

function printViews({ views }: WhatIf, { page, context, rulebook }: ReasonContext): void {
  if (views.length === 0) return;
  const { messages, paint, language } = context;
  page.text(messages.labelled(messages.reasoning.otherViews, ''), INDENT, paint.strong);
  const labels = new Map([...rulebook.holders, ...rulebook.views].map(({ id, label }) => [id, label]));
  for (const { view, outcome } of views) {
    const text = messages.labelled(labels.get(view)?.[language] ?? view, outcomeWords(outcome, context));
    page.text(text, `${INDENT}  ${messages.bullet}`);
  }
}

const outcomeWords = (outcome: Outcome, { language }: Context): string =>
  wordings[language].outcomes[outcome];
