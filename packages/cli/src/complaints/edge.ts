/**
 * Where complaints of every package are worded for the reader of the command line: what is wrong and where, the
 * nearest names, and how to mend it.
 */
import { answersWords } from '@anpo/answers';
import { columnsWords } from '@anpo/columns/words';
import { type Complaint, type ComplaintError, engineWords, sayComplaint } from '@anpo/engine';
import type { SaidComplaint, Where } from '@anpo/engine/complaint';
import type { Language } from '@anpo/engine/wording';
import { languageWords } from '@anpo/language/words';
import { nodeWords } from '@anpo/node';
import { screenWords } from '@anpo/screen/words';
import type { Context } from '../context.ts';
import { Page } from '../terminal/page.ts';
import { printable, printableData } from '../terminal/printable.ts';
import { commandWords } from './words.ts';

/** 0 done, whatever was found; 1 a check failed; 2 bad input. */
export type ExitCode = 0 | 1 | 2;

export const catalogues: readonly Readonly<Record<Language, object>>[] = [
  commandWords,
  answersWords,
  engineWords,
  languageWords,
  columnsWords,
  screenWords,
  nodeWords,
];

/** Inputs of operations that are flags of the command line. */
const flags: ReadonlySet<string> = new Set(['on', 'known-on', 'view', 'instruments', 'about']);

export const say = (complaint: Complaint, { language }: Pick<Context, 'language'>): SaidComplaint =>
  printableData(sayComplaint(complaint, language, catalogues));

/** A library that is not sound failed a check; whatever else is complained of is bad input. */
export const exitCodeOf = ({ complaints }: ComplaintError): ExitCode =>
  complaints.some(({ code }) => code === 'library-unsound') ? 1 : 2;

export function printComplaints(complaints: readonly Complaint[], context: Context): string {
  const { messages, paint } = context;
  const page = new Page(context);
  for (const complaint of complaints) {
    const { where, nearest } = complaint;
    const { message, mend } = say(complaint, context);
    const place = where && placeOf(where, context);
    page.blank();
    page.text(
      place === undefined ? message : `${printable(place)}: ${message}`,
      `${paint.bad(messages.error)}: `,
    );
    if (nearest && nearest.length > 0) page.text(printable(messages.didYouMean(nearest)), '  ', paint.open);
    if (mend !== undefined) page.text(mend, '  ');
  }
  return page.toString();
}

function placeOf({ file, line, column, input }: Where, { messages }: Context): string | undefined {
  if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(':');
  if (input === 'query' && column !== undefined) return messages.inQuery(column);
  // What an operation calls by its name is a flag here.
  return input !== undefined && flags.has(input) ? `--${input}` : input;
}
