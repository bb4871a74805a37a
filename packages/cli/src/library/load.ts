/** The Rulebook of a library: from the cache while nothing changed, else compiled anew. */
import type { Query, Rulebook } from '@anpo/engine';
import type { Problem } from '@anpo/language';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { cacheDirectories } from './cache.ts';
import { libraryDirectory } from './directory.ts';
import { readKept, withKeptCircuit, writeKept } from './kept.ts';
import { keyOf, rulebookKey } from './key.ts';

export interface CompiledLibrary {
  readonly rulebook?: Rulebook | undefined;
  readonly problems: readonly Problem[];
}

/** The Rulebook, or a failure (exit code 1) where the library is not sound. */
export async function loadRulebook(flag: string | undefined, context: Context): Promise<Rulebook> {
  const directory = libraryDirectory(flag, context);
  const caches = cacheDirectories(context.environment.variables);
  const key = rulebookKey(directory);
  const kept = readKept(caches, key);
  if (kept) return kept;
  const rulebook = soundOrFail(await compileLibrary(directory), directory, context);
  // A file saved while the compiler read must not leave its Rulebook under the old key.
  if (rulebookKey(directory) !== key) return rulebook;
  writeKept(caches, key, rulebook);
  return withKeptCircuit(rulebook, caches, key);
}

/** The library as it was at a git revision. */
export async function loadRevision(
  revision: string,
  flag: string | undefined,
  context: Context,
): Promise<Rulebook> {
  const { readRevision } = await import('./revision.ts');
  const texts = readRevision(revision, libraryDirectory(flag, context), context);
  const { buildRulebook, hashTexts } = await import('@anpo/language');
  const hash = hashTexts(texts);
  const caches = cacheDirectories(context.environment.variables);
  const key = keyOf(hash);
  const kept = readKept(caches, key);
  if (kept) return kept;
  const rulebook = soundOrFail(await buildRulebook(texts, hash), revision, context);
  writeKept(caches, key, rulebook);
  return rulebook;
}

/** The Rulebook and the query that a text states with the library's names. */
export async function loadQuery(
  text: string,
  flag: string | undefined,
  context: Context,
): Promise<{ readonly rulebook: Rulebook; readonly query: Query }> {
  const directory = libraryDirectory(flag, context);
  const { parseQuery, readTexts, hashTexts } = await import('@anpo/language');
  const texts = readTexts(directory);
  const { rulebook, query, problems, queryProblems } = await parseQuery(text, texts, hashTexts(texts));
  if (queryProblems.length > 0) {
    throw new Failure(
      queryProblems.map(({ message, column, mend }) => ({
        where: context.messages.reasoning.inQuery(column),
        message,
        mend,
      })),
    );
  }
  return { rulebook: soundOrFail({ rulebook, problems }, directory, context), query: query as Query };
}

function soundOrFail({ rulebook, problems }: CompiledLibrary, name: string, { messages }: Context): Rulebook {
  if (rulebook) return rulebook;
  const first = problems.find(({ severity }) => severity === 'error');
  const unsound = { message: messages.libraryUnsound(name), mend: messages.libraryUnsoundMend };
  if (!first) throw new Failure([unsound], 1);
  const where = `${first.file}:${first.line}:${first.column}`;
  throw new Failure([{ where, message: first.message, mend: first.mend }, unsound], 1);
}

/** Compiles without the cache, for `check`. The parser is loaded only here. */
export async function compileLibrary(directory: string): Promise<CompiledLibrary> {
  const { loadLibrary } = await import('@anpo/language');
  const built = await loadLibrary(directory);
  if (!built.rulebook) return built;
  // What is kept was checked against the schema once, and carries a checksum from then on.
  const { validateRulebook } = await import('@anpo/engine/schema');
  return { ...built, rulebook: validateRulebook(built.rulebook) };
}
