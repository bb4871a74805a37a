/** A reason as a tree: what holds, what fails, what is open, each with what it rests on. */
import type { Reason, ReasonValue } from '@anpo/engine/findings';
import { wordings } from '@anpo/engine/wording';
import type { ReasonLine, Said } from '../answer/answer.ts';
import { cited, joined } from '../answer/said.ts';
import type { Explanation } from './explanation.ts';

const signs: Readonly<Record<ReasonValue, string>> = { true: '✓', false: '✗', unknown: '?' };

/** The lines of a reason. With `head` its own line stands above those it rests on. */
export function reasonLines(reason: Reason, explanation: Explanation, head = false): readonly ReasonLine[] {
  // The head only repeats the outcome; the lines under it say why.
  const top = !head && reason.children.length > 0 && reason.item !== undefined ? reason.children : [reason];
  return top.map((child) => lineOf(child, explanation));
}

function lineOf(reason: Reason, explanation: Explanation): ReasonLine {
  const { words, language } = explanation.speaker;
  const { value, basis } = reason;
  const above = wasExplained(reason, explanation);
  const text = lineText(reason, explanation);
  return {
    value,
    text: above ? joined(text, words.inBrackets(wordings[language].asAbove())) : text,
    ...(basis === undefined ? {} : { basis }),
    children: above ? [] : reason.children.map((child) => lineOf(child, explanation)),
  };
}

/**
 * True where the same condition, resting on the same lines, was said before in this answer: a treaty's duties
 * share their conditions, and a reader needs them once. Short trees are repeated; a pointer would not be shorter.
 */
function wasExplained(reason: Reason, { explained }: Explanation): boolean {
  if (linesIn(reason) < 3) return false;
  const key = JSON.stringify(reason);
  if (explained.has(key)) return true;
  explained.add(key);
  return false;
}

const linesIn = (reason: Reason): number => reason.children.reduce((sum, child) => sum + linesIn(child), 1);

/** A line with its sign, for where it stands alone. */
export const signedText = (reason: Reason, explanation: Explanation): Said =>
  joined(`${signs[reason.value]} `, lineText(reason, explanation));

/** A line in words: the condition, how it is known, who decides it, where it is from. */
export function lineText(reason: Reason, { speaker, cite }: Explanation): Said {
  const { language, words, say } = speaker;
  const basis =
    reason.basis === undefined || reason.basis === 'law'
      ? ''
      : (wordings[language].bases[reason.basis] ?? '');
  const organ = reason.organ !== undefined && reason.basis === 'missing' ? words.toBeDetermined : '';
  const notes = [basis, organ].filter((note) => note !== '');
  const noted = notes.length === 0 ? '' : words.inBrackets(words.list(notes));
  return cited(`${say(reason.text)}${noted}`, cite(reason.citations, false));
}

/** The lines at the ends of the tree: the facts and the law that the outcome rests on. */
export function leavesOf(reason: Reason): readonly Reason[] {
  return reason.children.length === 0 ? [reason] : reason.children.flatMap(leavesOf);
}
