/**
 * The key of what is made from a library: its texts and whatever has a part in making it. In the tree that is every
 * source file that has, for versions alone would leave a stale Rulebook behind whenever somebody edits the grammar
 * or a check; in a package it is this package's manifest, which names the exact versions of the others.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runsFromSources } from './place.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const makersOfRulebooks = ['../../../language/src', '../../../engine/src'];
const makersOfPlans = [...makersOfRulebooks, '../../../columns/src/plan'];

/** The key of a Rulebook made from texts of this hash. */
export const rulebookKey = (textsHash: string): string => keyOf(makersOfRulebooks, textsHash);

/** The key of a plan for a library of this hash; `asked` says everything that was asked of the compiler. */
export const planKey = (textsHash: string, asked: string): string => keyOf(makersOfPlans, textsHash, asked);

function keyOf(makers: readonly string[], ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts));
  const files = runsFromSources
    ? makers.flatMap((maker) => sourcesBelow(pathOf(maker)))
    : [pathOf('../../package.json')];
  for (const file of files) hash.update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

const sourcesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|langium)$/.test(entry.name) && !entry.name.endsWith('.test.ts'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
