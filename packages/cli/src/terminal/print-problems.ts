/** Complaints about a library as compilers show them: the line quoted, the place underlined, candidates, the mend. */
import type { Complaint } from '@anpo/engine';
import type { Where } from '@anpo/engine/complaint';
import { say } from '../complaints/edge.ts';
import type { Context } from '../context.ts';
import { Page } from './page.ts';
import { printableData } from './printable.ts';
import { widthOf } from './wrap.ts';

const isError = ({ severity }: Complaint): boolean => severity !== 'warning';

export function renderProblems(problems: readonly Complaint[], context: Context): string {
  if (problems.length === 0) return '';
  const { messages } = context;
  const page = new Page(context);
  for (const problem of problems.map(printableData)) {
    page.blank();
    printProblem(problem, page, context);
  }
  page.blank();
  const errors = problems.filter(isError).length;
  page.text(messages.checkCounts(errors, problems.length - errors));
  return page.toString();
}

/** The same for programs: the code and its data beside the words. */
export function problemsAsData(problems: readonly Complaint[], context: Context): readonly object[] {
  return problems.map((problem) => {
    const { code, data, where = {} } = problem;
    const { message, candidates = [] } = say(problem, context);
    const severity = isError(problem) ? 'error' : 'warning';
    return { severity, code, ...where, message, candidates, mend: mendOf(problem, context), data };
  });
}

function printProblem(problem: Complaint, page: Page, context: Context): void {
  const { messages, words, paint } = context;
  const { where = {} } = problem;
  const { message, candidates = [] } = say(problem, context);
  const mend = mendOf(problem, context);
  const color = isError(problem) ? paint.bad : paint.open;
  const number = String(where.line ?? '');
  const margin = ' '.repeat(number.length);
  page.text(message, `${color(isError(problem) ? messages.error : messages.warning)}: `);
  page.raw(paint.faint(`${margin}--> ${where.file}:${where.line}:${where.column}`));
  if (where.quote) {
    page.raw(`${paint.faint(`${margin} |`)}`);
    page.raw(`${paint.faint(`${number} |`)} ${where.quote.replaceAll('\t', ' ')}`);
    page.raw(`${paint.faint(`${margin} |`)} ${underline(where, where.quote, color)}`);
  }
  const notes: [string, string][] = [];
  if (candidates.length > 0) notes.push([messages.candidates, words.list(candidates)]);
  if (mend !== undefined) notes.push([messages.mend, mend]);
  for (const [label, text] of notes) page.text(words.labelled(label, text), `${margin} = `);
}

/** How to mend it: with the nearest names, or as the words say. */
function mendOf(problem: Complaint, context: Context): string | undefined {
  const near = problem.nearest ?? [];
  return near.length > 0 ? context.messages.didYouMean(near) : say(problem, context).mend;
}

/** Carets under the place, counted in terminal columns: a line of Japanese is twice as wide as its characters. */
function underline(
  { line, column = 1, endLine, endColumn = column }: Where,
  quote: string,
  color: (text: string) => string,
): string {
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : quote.length;
  const before = widthOf(quote.slice(0, start));
  const size = Math.max(1, widthOf(quote.slice(start, Math.max(end, start + 1))));
  return ' '.repeat(before) + color('^'.repeat(size));
}
