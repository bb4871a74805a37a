/** A library, opened: from the cache while nothing changed, else compiled anew. */
import { ComplaintError, type Library, openLibrary, type Query, type Rulebook } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import type { Problem } from '@anpo/language';
import { nodeComplaint } from '../words/codes.ts';
import { buildArtefacts, hashKept, openArtefacts } from './artefacts.ts';
import { cacheDirectories, readCache, writeCache } from './cache.ts';
import { libraryDirectory, namedLibrary } from './directory.ts';
import { engineHash, rulebookKey } from './key.ts';
import { openEntry } from './store.ts';
import type { PackagedLibrary, Surroundings } from './surroundings.ts';
import { hashTexts, type ReadTexts, readTexts } from './texts.ts';

export interface CompiledLibrary {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook | undefined;
  readonly problems: readonly Problem[];
}

/** The library named, or the default one. Throws a ComplaintError where it is not sound. */
export async function loadLibrary(library: string | undefined, surroundings: Surroundings): Promise<Library> {
  const { packaged } = surroundings;
  if (packaged && namedLibrary(library, surroundings) === undefined) return openPackaged(packaged);
  const directory = libraryDirectory(library, surroundings);
  return loadTexts(readTexts(directory), directory, surroundings);
}

/** A library that came built. Throws a ComplaintError where it was altered. */
export function openPackaged({ data }: PackagedLibrary): Library {
  const entry = openEntry(data);
  const library = entry && openArtefacts(entry);
  return library ?? complain(nodeComplaint('library-data-altered', { place: data }));
}

/** The library as it was at a git revision. */
export async function loadRevision(
  revision: string,
  library: string | undefined,
  surroundings: Surroundings,
): Promise<Library> {
  const { readRevision } = await import('./revision.ts');
  const texts = readRevision(revision, libraryDirectory(library, surroundings));
  return loadTexts({ texts, hash: hashTexts(texts) }, revision, surroundings);
}

/** From the cache, or compiled and kept there. `name` is what a complaint calls the library. */
async function loadTexts(
  { texts, hash }: ReadTexts,
  name: string,
  surroundings: Surroundings,
): Promise<Library> {
  const caches = cacheDirectories(surroundings);
  const key = rulebookKey(hash);
  const entry = readCache(caches, 'library', key);
  const kept = entry && openArtefacts(entry);
  if (kept) return kept;
  const rulebook = soundOrComplain(await compileTexts({ texts, hash }), name);
  const library = openLibrary(rulebook, { engineHash: engineHash() ?? hashOfPackaged(surroundings) });
  writeCache(caches, 'library', key, buildArtefacts(library));
  return library;
}

/** Built code is told by what came built with it. */
function hashOfPackaged({ packaged }: Surroundings): string | undefined {
  const entry = packaged && openEntry(packaged.data);
  return entry && hashKept(entry);
}

/** The library, and the query that a text states with its names. */
export async function loadQuery(
  text: string,
  name: string | undefined,
  surroundings: Surroundings,
): Promise<{ readonly library: Library; readonly query: Query }> {
  const library = await loadLibrary(name, surroundings);
  const { parseQuery } = await import('@anpo/language');
  const { query, problems } = await parseQuery(text, library.rulebook);
  if (query) return { library, query };
  throw new ComplaintError(
    problems.map(({ where: { column }, ...rest }) => ({ ...rest, where: { input: 'query', column } })),
  );
}

/** The first problem is told with the complaint: whoever wanted an answer wants to know what to mend. */
function soundOrComplain({ rulebook, problems }: CompiledLibrary, library: string): Rulebook {
  if (rulebook) return rulebook;
  const first = problems.find(({ severity }) => severity !== 'warning');
  const unsound = nodeComplaint('library-unsound', { library });
  throw new ComplaintError(first ? [first, unsound] : [unsound]);
}

/** Compiles without the cache and keeps the problems, for `check`. */
export async function compileLibrary(directory: string): Promise<CompiledLibrary> {
  return compileTexts(readTexts(directory));
}

async function compileTexts({ texts, hash }: ReadTexts): Promise<CompiledLibrary> {
  const { buildRulebook } = await import('@anpo/language');
  const built = await buildRulebook(texts, hash);
  if (!built.rulebook) return built;
  // What is kept was checked against the schema once, and carries a checksum from then on.
  const { validateRulebook } = await import('@anpo/engine/schema');
  return { ...built, rulebook: validateRulebook(built.rulebook) };
}
