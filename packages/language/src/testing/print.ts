/** Prints problems as plain text for the golden files: place, message, quoted line, candidates, mend. */
import { type Complaint, type Language, sayComplaint } from '@anpo/engine';
import type { SaidComplaint } from '@anpo/engine/complaint';
import { isError, type Problem } from '../problem.ts';
import { languageWords } from '../words/index.ts';

const labels = {
  en: { error: 'error', warning: 'warning', candidates: 'candidates', mend: 'mend' },
  ja: { error: 'エラー', warning: '警告', candidates: '候補', mend: '直し方' },
};

export const say = (complaint: Complaint, language: Language = 'en'): SaidComplaint =>
  sayComplaint(complaint, language, [languageWords]);

export const messageOf = (complaint: Complaint): string => say(complaint).message;

/** How to mend it: as the words say, or with the nearest names. */
export function mendOf(complaint: Complaint, language: Language = 'en'): string | undefined {
  const near = complaint.nearest ?? [];
  if (near.length === 0) return say(complaint, language).mend;
  return language === 'en' ? `did you mean ${near.join(' or ')}?` : `もしかして ${near.join(' か ')}`;
}

export function printProblems(problems: readonly Problem[], language: Language = 'en'): string {
  return problems.map((problem) => printProblem(problem, language)).join('\n');
}

function printProblem(problem: Problem, language: Language): string {
  const { file, line, column, endLine, endColumn, quote } = problem.where;
  const { message, candidates = [] } = say(problem, language);
  const mend = mendOf(problem, language);
  const label = labels[language];
  // A mark as wide as the text it stands under, where Japanese characters take two columns.
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
  const before = quote.slice(0, column - 1).replaceAll('\t', ' ');
  const marked = quote.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
  return [
    `${isError(problem) ? label.error : label.warning} ${file}:${line}:${column}: ${message}`,
    `  | ${quote.replaceAll('\t', ' ')}`,
    `  | ${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(marked)))}`,
    ...(candidates.length > 0 ? [`  ${label.candidates}: ${candidates.join('; ')}`] : []),
    ...(mend === undefined ? [] : [`  ${label.mend}: ${mend}`]),
    '',
  ].join('\n');
}
