/** Words the complaints of every package for the reader of the command line. */

import { columnsWords } from '@anpo/columns/words';
import { type ComplaintError, engineWords, sayComplaint, type Where } from '@anpo/engine';
import { nodeWords } from '@anpo/node';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';

const catalogues = [engineWords, columnsWords, nodeWords];

/** A library that is not sound failed a check; whatever else is complained of is bad input. */
const isCheck = (code: string): boolean => code === 'library-unsound';

export function failureOf({ complaints }: ComplaintError, context: Context): Failure {
  return new Failure(
    complaints.map(({ code, data, where, nearest }) => ({
      where: where && placeOf(where, context),
      nearest,
      ...sayComplaint({ code, data }, context.language, catalogues),
    })),
    complaints.some(({ code }) => isCheck(code)) ? 1 : 2,
  );
}

function placeOf({ file, line, column, input }: Where, { messages }: Context): string | undefined {
  if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(':');
  return input === 'query' && column !== undefined ? messages.reasoning.inQuery(column) : input;
}
