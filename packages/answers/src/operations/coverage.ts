/** How far the library has come, instrument by instrument and document by document. */
import { type Coverage, coverageOf } from '../library/coverage.ts';
import { sayCoverage } from '../said/coverage.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export const coverage: Operation<Readonly<Record<never, never>>, Coverage> = (library, _, { language }) => {
  const { rulebook } = library;
  const data = coverageOf(rulebook);
  return { data, answer: sayCoverage(data, speakerFor(rulebook, language)) };
};
