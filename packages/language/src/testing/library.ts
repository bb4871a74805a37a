/** The small library of `test-data/library`, which uses every form of the language once. */
import { join } from 'node:path';
import type { Rulebook } from '@anpo/engine';
import { type BuildResult, buildRulebook, type LibraryText } from '../build.ts';
import { readTexts } from '../hash.ts';

export const smallLibrary = (): LibraryText[] =>
  readTexts(join(import.meta.dirname, '../../test-data/library'));

export const registers = (): LibraryText =>
  smallLibrary().find(({ file }) => file === 'registers.anpo.md') as LibraryText;

/** Builds code that stands in one block of one file, next to the registers. */
export function buildCode(code: string): Promise<BuildResult> {
  return buildRulebook(
    [registers(), { file: 'code.anpo.md', text: `\`\`\`anpo\n${code}\n\`\`\`\n` }],
    'test',
  );
}

export async function rulebookOfCode(code: string): Promise<Rulebook> {
  const { rulebook, problems } = await buildCode(code);
  if (!rulebook) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return rulebook;
}
