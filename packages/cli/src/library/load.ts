/** The Rulebook of a library: from the cache while nothing changed, else compiled anew. */
import type { Rulebook } from '@anpo/engine';
import type { Problem } from '@anpo/language';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { cacheDirectories, readCache, writeCache } from './cache.ts';
import { libraryDirectory } from './directory.ts';
import { rulebookKey } from './key.ts';

export interface CompiledLibrary {
  readonly rulebook?: Rulebook | undefined;
  readonly problems: readonly Problem[];
}

/** The Rulebook, or a failure (exit code 1) where the library is not sound. */
export async function loadRulebook(flag: string | undefined, context: Context): Promise<Rulebook> {
  const directory = libraryDirectory(flag, context);
  const caches = cacheDirectories(context.environment.variables);
  const key = rulebookKey(directory);
  const kept = readCache(caches, key);
  if (kept !== undefined) return JSON.parse(kept) as Rulebook;
  const { rulebook, problems } = await compileLibrary(directory);
  if (!rulebook) {
    const { messages } = context;
    const first = problems.find(({ severity }) => severity === 'error');
    const unsound = { message: messages.libraryUnsound(directory), mend: messages.libraryUnsoundMend };
    if (!first) throw new Failure([unsound], 1);
    const where = `${first.file}:${first.line}:${first.column}`;
    throw new Failure([{ where, message: first.message, mend: first.mend }, unsound], 1);
  }
  // A file saved while the compiler read must not leave its Rulebook under the old key.
  if (rulebookKey(directory) === key) writeCache(caches, key, JSON.stringify(rulebook));
  return rulebook;
}

/** Compiles without the cache, for `check`. The parser is loaded only here. */
export async function compileLibrary(directory: string): Promise<CompiledLibrary> {
  const { loadLibrary } = await import('@anpo/language');
  return loadLibrary(directory);
}
