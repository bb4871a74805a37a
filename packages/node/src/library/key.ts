/**
 * The key of a compiled Rulebook: the library's texts and every source file that has a part in compiling them.
 * Versions alone would leave a stale Rulebook behind whenever somebody edits the grammar or a check.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const makers = ['../../../language/src', '../../../engine/src'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** The key for texts of this hash. */
export function keyOf(textsHash: string): string {
  const hash = createHash('sha256').update(textsHash).update('\0');
  for (const maker of makers) {
    const files = readdirSync(maker, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.(ts|langium)$/.test(entry.name) && !entry.name.endsWith('.test.ts'),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}
