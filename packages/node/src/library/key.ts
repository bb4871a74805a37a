/**
 * The key of what is made from a library: its texts and whatever has a part in making it. In the tree that is every
 * source file that has, for versions alone would leave a stale Rulebook behind whenever somebody edits the grammar
 * or a check; in a package it is this package's manifest, which names the exact versions of the others.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runsFromSources } from './place.ts';

const pathOf = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
const engine = '../../../engine/src';
const makersOfRulebooks = ['../../../language/src', engine];
const makersOfPlans = [...makersOfRulebooks, '../../../columns/src/plan'];

/**
 * A hash of the sources of the engine, for receipts: the same on every machine. Undefined where this code runs from
 * a package; what was built then carries the hash of what it was built by.
 */
export function engineHash(): string | undefined {
  if (!runsFromSources) return undefined;
  const root = pathOf(engine);
  const hash = createHash('sha256');
  for (const file of sourcesBelow(root)) {
    const name = relative(root, file).replaceAll('\\', '/');
    // Tools of the tests are no part of what answers.
    if (!name.includes('testing/')) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

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
