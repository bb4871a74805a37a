/** The small library of `test-data/library`, which uses every form of the language once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rulebook } from '@anpo/engine';
import { buildRulebook } from '../build.ts';
import type { LibraryText } from '../read.ts';
import type { BuildResult } from '../texts.ts';
import { messageOf } from './print.ts';

const directory = join(import.meta.dirname, '../../test-data/library');

export const smallLibrary = (): LibraryText[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.anpo.md'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));

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
  if (!rulebook) throw new Error(problems.map(messageOf).join('\n'));
  return rulebook;
}
