/**
 * Guards the parser, which descends by recursion, against nesting that no law needs: beyond the limits a text
 * gets an error instead of a stack overflow.
 */
import type { Complaint } from '@anpo/engine';
import { languageComplaint, type Problem, problemAt } from '../problem.ts';

/** Parentheses and negations within each other. */
export const DEEPEST = 40;
/** Operations in one calculation. */
export const LONGEST_CALCULATION = 500;

const pattern = /"(?:\\[\s\S]|[^"\\])*"|\/\/[^\n\r]*|[()]|[A-Za-z0-9_./-]+/g;
const prefixes = new Set(['not', 'some', 'incident', 'has']);
const operators = new Set(['plus', 'minus', 'times']);

/** The first place in the code where nesting passes a limit, if there is one. */
export function depthProblem(file: string, text: string, code: string): Problem | undefined {
  // How many prefixes stand before each parenthesis that is open, and before the next word.
  const open: number[] = [];
  let depth = 0;
  let prefixed = 0;
  let operations = 0;
  for (const match of code.matchAll(pattern)) {
    const word = match[0];
    if (word === '(') {
      open.push(prefixed);
      depth += prefixed + 1;
      prefixed = 0;
    } else if (word === ')') {
      depth -= (open.pop() ?? -1) + 1;
      prefixed = 0;
    } else if (prefixes.has(word)) prefixed++;
    else {
      prefixed = 0;
      if (operators.has(word)) operations++;
      else if (word === 'is' || word === 'amount') operations = 0;
    }
    if (depth + prefixed > DEEPEST) {
      return at(file, text, match.index, languageComplaint('nested-too-deep', { most: DEEPEST }));
    }
    if (operations > LONGEST_CALCULATION) {
      const complaint = languageComplaint('calculation-too-long', { most: LONGEST_CALCULATION });
      return at(file, text, match.index, complaint);
    }
  }
  return undefined;
}

function at(file: string, text: string, offset: number, complaint: Complaint): Problem {
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length - 1, character: (before.at(-1) as string).length };
  return problemAt(
    file,
    text,
    { start, end: { line: start.line, character: start.character + 1 } },
    complaint,
  );
}
