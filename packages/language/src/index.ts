/** The language: from literate text to a checked Rulebook. */
import { type BuildResult, buildRulebook } from './build.ts';
import { hashTexts, readTexts } from './hash.ts';

export { type BuildResult, buildRulebook, type LibraryText } from './build.ts';
export { hashLibrary, hashTexts, readTexts } from './hash.ts';
export { maskProse } from './literate.ts';
export type { Problem } from './problem.ts';
export { type ParsedQuery, parseQuery } from './query.ts';
export { createServices } from './services.ts';

/** Reads and builds the library below a directory. Throws only where the directory cannot be read. */
export async function loadLibrary(directory: string): Promise<BuildResult> {
  const texts = readTexts(directory);
  return buildRulebook(texts, hashTexts(texts));
}
