/** Turns complaints of the columns package about names, dates and maps into failures of the command line. */
import { ScreenError } from '@anpo/screen';
import type { ExitCode } from '../failure.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../messages/index.ts';

/** Runs what may complain: a RangeError says what the user wrote wrong. */
export function asFailure<T = ExitCode>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Failure([{ message: error.message }]);
    throw error;
  }
}

export async function asScreenFailure<T>(work: () => Promise<T>, language: Language): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ScreenError)
      throw new Failure(error.words.map((words) => ({ message: words[language] })));
    if (error instanceof RangeError) throw new Failure([{ message: error.message }]);
    throw error;
  }
}
