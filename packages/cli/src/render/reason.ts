/** A reason as a tree: what holds, what fails, what is open, each with what it rests on. */
import type { Reason, ReasonValue, Rulebook } from '@anpo/engine';
import { actorLabel, wordings } from '@anpo/engine';
import type { Context } from '../context.ts';
import { SourceList } from './citations.ts';
import { Page } from './page.ts';

const signs: Readonly<Record<ReasonValue, string>> = { true: '✓', false: '✗', unknown: '?' };

export interface ReasonContext {
  readonly context: Context;
  readonly rulebook: Rulebook;
  readonly sources: SourceList;
  readonly page: Page;
  /** What was explained on the page already. */
  readonly explained: Set<string>;
}

/** For a page on which nothing is printed yet. */
export const newReasonContext = (rulebook: Rulebook, context: Context): ReasonContext => ({
  context,
  rulebook,
  sources: new SourceList(context),
  page: new Page(context),
  explained: new Set(),
});

export function printReason(reason: Reason, indent: string, tools: ReasonContext, head = false): void {
  // The head only repeats the outcome; the lines under it say why.
  const top = !head && reason.children.length > 0 && reason.item !== undefined ? reason.children : [reason];
  for (const child of top) printLine(child, indent, indent, tools);
}

function printLine(reason: Reason, first: string, rest: string, tools: ReasonContext): void {
  const { context, page } = tools;
  if (wasExplained(reason, tools)) {
    const text = `${lineText(reason, tools)}${context.messages.inBrackets(wordings[context.language].asAbove())}`;
    page.text(text, `${first}${sign(reason.value, tools)} `, undefined, `${rest}  `);
    return;
  }
  const stem = reason.children.length > 0 ? '│ ' : '  ';
  page.text(lineText(reason, tools), `${first}${sign(reason.value, tools)} `, undefined, `${rest}${stem}`);
  reason.children.forEach((child, index) => {
    const last = index === reason.children.length - 1;
    printLine(child, `${rest}${last ? '└─' : '├─'}`, `${rest}${last ? '  ' : '│ '}`, tools);
  });
}

/**
 * True where the same condition, resting on the same lines, was printed before on this page: a treaty's duties
 * share their conditions, and a reader needs them once. Short trees are repeated; a pointer would not be shorter.
 */
function wasExplained(reason: Reason, { explained }: ReasonContext): boolean {
  if (linesIn(reason) < 3) return false;
  const key = JSON.stringify(reason);
  if (explained.has(key)) return true;
  explained.add(key);
  return false;
}

const linesIn = (reason: Reason): number => reason.children.reduce((sum, child) => sum + linesIn(child), 1);

/** A line with its sign, for where it stands alone. */
export const signedText = (reason: Reason, tools: ReasonContext): string =>
  `${signs[reason.value]} ${lineText(reason, tools)}`;

/** A line in words: the condition, how it is known, who decides it, where it is from. */
export function lineText(reason: Reason, { context, rulebook, sources }: ReasonContext): string {
  const { language, messages } = context;
  const basis = reason.basis === undefined || reason.basis === 'law' ? '' : basisWords(reason, context);
  const organ =
    reason.organ !== undefined && reason.basis === 'missing'
      ? messages.forOrgan(actorLabel(rulebook, reason.organ)[language])
      : '';
  const notes = [basis, organ].filter((note) => note !== '');
  const noted = notes.length === 0 ? '' : messages.inBrackets(messages.list(notes));
  const cited = sources.cite(reason.citations, false);
  return `${reason.text[language]}${noted}${cited === '' ? '' : ` ${cited}`}`;
}

const basisWords = (reason: Reason, { language }: Context): string =>
  wordings[language].bases[reason.basis as string] ?? '';

function sign(value: ReasonValue, { context }: ReasonContext): string {
  const { paint } = context;
  const paints = { true: paint.good, false: paint.bad, unknown: paint.open };
  return paints[value](signs[value]);
}

/** The lines at the ends of the tree: the facts and the law that the outcome rests on. */
export function leavesOf(reason: Reason): readonly Reason[] {
  return reason.children.length === 0 ? [reason] : reason.children.flatMap(leavesOf);
}
