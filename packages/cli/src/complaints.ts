/** Words the complaints of every package for the reader of the command line. */
import { columnsWords } from '@anpo/columns/words';
import {
  type Complaint,
  type ComplaintError,
  engineWords,
  type SaidComplaint,
  sayComplaint,
  type Where,
} from '@anpo/engine';
import { languageWords } from '@anpo/language/words';
import { nodeWords } from '@anpo/node';
import { screenWords } from '@anpo/screen/words';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { claimWords } from './messages/claim-words.ts';

const catalogues = [engineWords, languageWords, columnsWords, screenWords, nodeWords, claimWords];

export const say = (complaint: Complaint, { language }: Pick<Context, 'language'>): SaidComplaint =>
  sayComplaint(complaint, language, catalogues);

/** A library that is not sound failed a check; whatever else is complained of is bad input. */
const isCheck = (code: string): boolean => code === 'library-unsound';

export function failureOf({ complaints }: ComplaintError, context: Context): Failure {
  return new Failure(
    complaints.map((complaint) => ({
      where: complaint.where && placeOf(complaint.where, context),
      nearest: complaint.nearest,
      ...say(complaint, context),
    })),
    complaints.some(({ code }) => isCheck(code)) ? 1 : 2,
  );
}

function placeOf({ file, line, column, input }: Where, { messages }: Context): string | undefined {
  if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(':');
  return input === 'query' && column !== undefined ? messages.reasoning.inQuery(column) : input;
}
