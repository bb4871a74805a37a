/**
 * Keeps text under a key between runs. An entry carries the hash of its text, so that a torn or altered file
 * counts as absent; it is written beside its place and renamed, so that a reader sees all of it or nothing.
 * A cache that cannot be used is done without: it only ever saves time.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Entries kept: the parts of a Rulebook and its Circuit for a few libraries side by side. */
const MOST_ENTRIES = 24;
const packageRoot = fileURLToPath(new URL('../../../..', import.meta.url));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The directories to try, best first. */
export function cacheDirectories(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (variables.ANPO_CACHE) return [variables.ANPO_CACHE];
  return [
    join(packageRoot, 'node_modules', '.cache', 'anpo'),
    join(tmpdir(), `anpo-${process.getuid?.() ?? 'user'}`),
  ];
}

export function readCache(directories: readonly string[], key: string): string | undefined {
  for (const directory of directories) {
    try {
      if (!isOurs(directory)) continue;
      const content = readFileSync(join(directory, fileName(key)), 'utf8');
      const end = content.indexOf('\n');
      const text = content.slice(end + 1);
      if (content.slice(0, end) === digest(text)) return text;
    } catch {
      // Absent or unreadable: the next directory, or none.
    }
  }
  return undefined;
}

export function writeCache(directories: readonly string[], key: string, text: string): void {
  for (const directory of directories) {
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      if (!isOurs(directory)) continue;
      const temporary = join(directory, `${randomBytes(8).toString('hex')}.tmp`);
      writeFileSync(temporary, `${digest(text)}\n${text}`, { mode: 0o600 });
      renameSync(temporary, join(directory, fileName(key)));
      prune(directory);
      return;
    } catch {
      // Read-only or full: the next directory, or none.
    }
  }
}

const fileName = (key: string): string => `rulebook-${key}.json`;

/** In a shared temporary directory somebody else may have been there first. */
function isOurs(directory: string): boolean {
  const uid = process.getuid?.();
  return uid === undefined || statSync(directory).uid === uid;
}

function prune(directory: string): void {
  const entries = readdirSync(directory)
    .filter((name) => /^rulebook-.*\.json$/.test(name))
    .map((name) => ({ name, time: statSync(join(directory, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of entries.slice(MOST_ENTRIES)) rmSync(join(directory, name), { force: true });
}
