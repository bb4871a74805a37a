/** Prints problems as plain text for the golden files: place, message, quoted line, candidates, mend. */
import type { Problem } from '../problem.ts';

export function printProblems(problems: readonly Problem[]): string {
  return problems.map(printProblem).join('\n');
}

function printProblem(problem: Problem): string {
  const { severity, file, line, column, endLine, endColumn, message, quote, candidates, mend } = problem;
  // A mark as wide as the text it stands under, where Japanese characters take two columns.
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
  const before = quote.slice(0, column - 1).replaceAll('\t', ' ');
  const marked = quote.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
  return [
    `${severity} ${file}:${line}:${column}: ${message}`,
    `  | ${quote.replaceAll('\t', ' ')}`,
    `  | ${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(marked)))}`,
    ...(candidates.length > 0 ? [`  candidates: ${candidates.join('; ')}`] : []),
    ...(mend === undefined ? [] : [`  mend: ${mend}`]),
    '',
  ].join('\n');
}
