/** The Rulebook of a library: from the cache while nothing changed, else compiled anew. */
import { type Complaint, ComplaintError, type Query, type Rulebook } from '@anpo/engine';
import type { Problem } from '@anpo/language';
import { nodeComplaint } from '../words/codes.ts';
import { cacheDirectories } from './cache.ts';
import { libraryDirectory } from './directory.ts';
import { readKept, withKeptCircuit, writeKept } from './kept.ts';
import { keyOf } from './key.ts';
import type { Surroundings } from './surroundings.ts';
import { hashLibrary, hashTexts, readTexts } from './texts.ts';

export interface CompiledLibrary {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook | undefined;
  readonly problems: readonly Problem[];
}

/** The Rulebook of the library named, or of the default one. Throws a ComplaintError where it is not sound. */
export async function loadRulebook(
  library: string | undefined,
  surroundings: Surroundings,
): Promise<Rulebook> {
  const directory = libraryDirectory(library, surroundings);
  const caches = cacheDirectories(surroundings.variables);
  const hash = hashLibrary(directory);
  const key = keyOf(hash);
  const kept = readKept(caches, key);
  if (kept) return kept;
  const rulebook = soundOrComplain(await compileLibrary(directory), directory);
  // A file saved while the compiler read must not leave its Rulebook under the old key.
  if (hashLibrary(directory) !== hash) return rulebook;
  writeKept(caches, key, rulebook);
  return withKeptCircuit(rulebook, caches, key);
}

/** The library as it was at a git revision. */
export async function loadRevision(
  revision: string,
  library: string | undefined,
  surroundings: Surroundings,
): Promise<Rulebook> {
  const { readRevision } = await import('./revision.ts');
  const texts = readRevision(revision, libraryDirectory(library, surroundings));
  const hash = hashTexts(texts);
  const caches = cacheDirectories(surroundings.variables);
  const key = keyOf(hash);
  const kept = readKept(caches, key);
  if (kept) return kept;
  const { buildRulebook } = await import('@anpo/language');
  const rulebook = soundOrComplain(await buildRulebook(texts, hash), revision);
  writeKept(caches, key, rulebook);
  return rulebook;
}

/** The Rulebook and the query that a text states with the library's names. */
export async function loadQuery(
  text: string,
  library: string | undefined,
  surroundings: Surroundings,
): Promise<{ readonly rulebook: Rulebook; readonly query: Query }> {
  const directory = libraryDirectory(library, surroundings);
  const { parseQuery } = await import('@anpo/language');
  const texts = readTexts(directory);
  const { rulebook, query, problems, queryProblems } = await parseQuery(text, texts, hashTexts(texts));
  if (queryProblems.length > 0) {
    throw new ComplaintError(
      queryProblems.map(({ message, mend, column }) =>
        nodeComplaint('library-problem', { message, mend }, { where: { input: 'query', column } }),
      ),
    );
  }
  return { rulebook: soundOrComplain({ rulebook, problems }, directory), query: query as Query };
}

/** The first problem is told with the complaint: whoever wanted an answer wants to know what to mend. */
function soundOrComplain({ rulebook, problems }: CompiledLibrary, library: string): Rulebook {
  if (rulebook) return rulebook;
  const first = problems.find(({ severity }) => severity === 'error');
  const complaints: Complaint[] = [nodeComplaint('library-unsound', { library })];
  if (first) {
    const { message, mend, file, line, column } = first;
    complaints.unshift(
      nodeComplaint('library-problem', { message, mend }, { where: { file, line, column } }),
    );
  }
  throw new ComplaintError(complaints);
}

/** Compiles without the cache and keeps the problems, for `check`. The parser is loaded only here. */
export async function compileLibrary(directory: string): Promise<CompiledLibrary> {
  const { buildRulebook } = await import('@anpo/language');
  const texts = readTexts(directory);
  const built = await buildRulebook(texts, hashTexts(texts));
  if (!built.rulebook) return built;
  // What is kept was checked against the schema once, and carries a checksum from then on.
  const { validateRulebook } = await import('@anpo/engine/schema');
  return { ...built, rulebook: validateRulebook(built.rulebook) };
}
