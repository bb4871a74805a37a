/** A word on standard error while something long runs, where somebody watches. */
import type { Context } from '../context.ts';

const CLEAR = '\r\u001b[K';

export async function withProgress<T>(
  { environment, messages }: Context,
  work: () => T | Promise<T>,
): Promise<T> {
  const { error } = environment;
  const watched = error.columns !== undefined;
  if (watched) error.write(messages.working);
  try {
    return await work();
  } finally {
    if (watched) error.write(CLEAR);
  }
}

/** Says how far a list has come. */
export function progressCounter({ environment, messages }: Context): {
  step: (done: number, of: number) => void;
  end: () => void;
} {
  const { error } = environment;
  const watched = error.columns !== undefined;
  return {
    step: (done, of) => {
      if (watched) error.write(`${CLEAR}${messages.workingOn(done, of)}`);
    },
    end: () => {
      if (watched) error.write(CLEAR);
    },
  };
}
