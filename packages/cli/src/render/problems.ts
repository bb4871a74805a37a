/** Problems of a library as compilers show them: the line quoted, the place underlined, candidates, the mend. */
import type { Problem } from '@anpo/language';
import type { Context } from '../context.ts';
import { Page } from './page.ts';
import { widthOf } from './wrap.ts';

export function renderProblems(problems: readonly Problem[], context: Context): string {
  if (problems.length === 0) return '';
  const { messages } = context;
  const page = new Page(context);
  for (const problem of problems) {
    page.blank();
    printProblem(problem, page, context);
  }
  page.blank();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  page.text(messages.checkCounts(errors, problems.length - errors));
  return page.toString();
}

function printProblem(problem: Problem, page: Page, { messages, paint }: Context): void {
  const color = problem.severity === 'error' ? paint.bad : paint.open;
  const number = String(problem.line);
  const margin = ' '.repeat(number.length);
  page.text(problem.message, `${color(messages[problem.severity])}: `);
  page.raw(paint.faint(`${margin}--> ${problem.file}:${problem.line}:${problem.column}`));
  if (problem.quote !== '') {
    page.raw(`${paint.faint(`${margin} |`)}`);
    page.raw(`${paint.faint(`${number} |`)} ${problem.quote.replaceAll('\t', ' ')}`);
    page.raw(`${paint.faint(`${margin} |`)} ${underline(problem, color)}`);
  }
  const notes: [string, string][] = [];
  if (problem.candidates.length > 0) notes.push([messages.candidates, messages.list(problem.candidates)]);
  if (problem.mend !== undefined) notes.push([messages.mend, problem.mend]);
  for (const [label, text] of notes) page.text(messages.labelled(label, text), `${margin} = `);
}

/** Carets under the place, counted in terminal columns: a line of Japanese is twice as wide as its characters. */
function underline(problem: Problem, color: (text: string) => string): string {
  const start = problem.column - 1;
  const end = problem.endLine === problem.line ? problem.endColumn - 1 : problem.quote.length;
  const before = widthOf(problem.quote.slice(0, start));
  const size = Math.max(1, widthOf(problem.quote.slice(start, Math.max(end, start + 1))));
  return ' '.repeat(before) + color('^'.repeat(size));
}
