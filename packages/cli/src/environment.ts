/** What a command may touch of the outside world, so that tests can run the whole command line in-process. */
import type { Library, Query } from '@anpo/engine';
import { dayOfMoment } from '@anpo/engine/calendar';
import type { PackagedLibrary } from '@anpo/node';
import picocolors from 'picocolors';

export interface Stream {
  write(text: string): void;
  readonly columns?: number | undefined;
  readonly colors: boolean;
}

/** What loading a library needs of a command's context. */
interface Surrounded {
  readonly environment: Environment;
}

export interface Environment {
  readonly out: Stream;
  readonly error: Stream;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The library taken where none is named; absent: the one of the tree. */
  readonly packaged?: PackagedLibrary | undefined;
  /** The day it is in the one zone that makes days of moments, wherever the command runs, as YYYY-MM-DD. */
  readonly today: () => string;
  /** Whether somebody sits at a terminal and can be asked. */
  readonly interactive: boolean;
  /** Standard input piece by piece, for what may be larger than memory. */
  readonly standardInput: () => AsyncIterable<Uint8Array>;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** Calls back once when the user interrupts; a second interrupt ends at once. Gives a function that forgets it. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** The library that `--library` names, or of the default one. */
  readonly loadLibrary: (library: string | undefined, context: Surrounded) => Promise<Library>;
  /** The same library as it was at a git revision. */
  readonly loadRevision: (
    revision: string,
    library: string | undefined,
    context: Surrounded,
  ) => Promise<Library>;
  /** The library, and the query that a text states with its names. */
  readonly loadQuery: (
    text: string,
    library: string | undefined,
    context: Surrounded,
  ) => Promise<{ readonly library: Library; readonly query: Query }>;
}

/** The exit code of a process that was interrupted: 128 and the number of the signal. */
const INTERRUPTED = 130;

export function processEnvironment(packaged?: PackagedLibrary): Environment {
  const stream = (target: NodeJS.WriteStream): Stream => ({
    write: (text) => void target.write(text),
    columns: target.isTTY ? target.columns : undefined,
    // picocolors also colours on Windows and under CI without a terminal; a file must stay plain.
    colors: target.isTTY === true && picocolors.isColorSupported,
  });
  return {
    out: stream(process.stdout),
    error: stream(process.stderr),
    variables: process.env,
    packaged,
    today: () => dayOfMoment(new Date()),
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    loadLibrary: async (library, { environment }) =>
      (await import('@anpo/node')).loadLibrary(library, environment),
    loadRevision: async (revision, library, { environment }) =>
      (await import('@anpo/node')).loadRevision(revision, library, environment),
    loadQuery: async (text, library, { environment }) =>
      (await import('@anpo/node')).loadQuery(text, library, environment),
    standardInput: () => process.stdin,
    readStandardInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    onInterrupt: (listener) => {
      let interrupted = false;
      const interrupt = (): void => {
        if (interrupted) process.exit(INTERRUPTED);
        interrupted = true;
        listener();
      };
      process.on('SIGINT', interrupt);
      return () => void process.off('SIGINT', interrupt);
    },
  };
}
