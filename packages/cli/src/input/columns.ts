/** Turns complaints of the columns package about names, dates and maps into failures of the command line. */
import { ScreenError } from '@anpo/screen';
import { Failure } from '../failure.ts';
import type { Language } from '../messages/index.ts';

export async function asScreenFailure<T>(work: () => Promise<T>, language: Language): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ScreenError)
      throw new Failure(error.words.map((words) => ({ message: words[language] })));
    throw error;
  }
}
