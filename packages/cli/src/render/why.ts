/** Why a norm applies, does not, or is open: the smallest sufficient sets, then the rule path with its sources. */
import type { Basis, Finding, Why } from '@anpo/engine';
import type { Context } from '../context.ts';
import type { AskedNorm } from '../input/norm-question.ts';
import { printHeader, printReceipt } from './assessment.ts';
import { printFinding } from './finding.ts';
import { QuestionWords } from './question-words.ts';
import { newReasonContext, type ReasonContext } from './reason.ts';

export interface WhyAnswer {
  readonly finding: Finding;
  readonly why: Why;
}

export function renderWhy(
  { rulebook, assessment, question }: AskedNorm,
  answers: readonly WhyAnswer[],
  full: boolean,
  context: Context,
): string {
  const tools = newReasonContext(rulebook, context);
  const { page } = tools;
  const { incidents, on } = question.situation;
  const words = new QuestionWords(rulebook, context, on, incidents);
  const findings = answers.map(({ finding }) => finding);
  printHeader({ ...assessment, findings }, { full, today: question.today }, tools);
  for (const { finding, why } of answers) {
    page.blank();
    printIncident(finding, incidents, tools);
    printFinding(finding, incidents, tools);
    printSufficient(why, words, tools);
  }
  tools.sources.print(page);
  printReceipt(assessment, tools);
  return page.toString();
}

/** The incident that a finding is about, where there are several. */
export function printIncident(
  { incident }: Finding,
  incidents: readonly string[],
  { page, context }: ReasonContext,
): void {
  const name = incident === undefined ? undefined : incidents[incident];
  if (name !== undefined) page.heading(context.messages.incident(name), context.paint.heading);
}

function printSufficient(why: Why, words: QuestionWords, { page, context }: ReasonContext): void {
  const { messages, paint } = context;
  const { reasoning } = messages;
  const indent = '    ';
  const { outcome } = why;
  if (outcome === 'undetermined') {
    if (why.missing.length === 0) return;
    page.text(messages.labelled(reasoning.stillMatters, ''), indent, paint.strong);
    for (const question of why.missing) page.text(words.question(question), `${indent}  ${paint.open('?')} `);
    return;
  }
  if (!why.decided) {
    page.text(reasoning.noSetFound, indent);
    return;
  }
  // What was assumed comes last: it is there without anybody having said so.
  const sets = why.sufficient.map((set) =>
    [...set]
      .sort((a, b) => Number(a.kind === 'assumed') - Number(b.kind === 'assumed'))
      .flatMap((basis) => basisText(basis, words, context)),
  );
  if (sets.some((set) => set.length === 0)) {
    page.text(reasoning.nothingNeeded[outcome], indent, paint.strong);
    return;
  }
  page.text(messages.labelled(reasoning.sufficientFor[outcome], ''), indent, paint.strong);
  sets.forEach((set, index) => {
    page.text(set.join(reasoning.and), `${indent}  ${index + 1}. `);
  });
  if (why.more) page.text(reasoning.moreSets, `${indent}  `);
}

function basisText(basis: Basis, words: QuestionWords, { messages }: Context): readonly string[] {
  const { reasoning } = messages;
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
