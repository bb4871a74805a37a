/** Prints a failure: what is wrong and where, the nearest names, and how to mend it. */
import type { Context } from '../context.ts';
import type { Failure } from '../failure.ts';
import { Page } from './page.ts';

export function renderFailure(failure: Failure, context: Context): string {
  const { messages, paint } = context;
  const page = new Page(context);
  for (const { where, message, nearest, mend } of failure.complaints) {
    page.blank();
    page.text(
      printable(where === undefined ? message : `${where}: ${message}`),
      `${paint.bad(messages.error)}: `,
    );
    if (nearest && nearest.length > 0) page.text(messages.didYouMean(nearest), '  ', paint.open);
    if (mend !== undefined) page.text(mend, '  ');
  }
  return page.toString();
}

/** Text from a file or an argument must not steer the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
