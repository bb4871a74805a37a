/**
 * Entries kept between runs, by kind and key. A cache that cannot be used is done without: it only ever saves time.
 */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runsFromSources } from './place.ts';
import { type Entry, openEntry, temporaryName, writeEntry } from './store.ts';
import type { Surroundings } from './surroundings.ts';

/** How many entries of each kind are kept: those used last. */
const most = { library: 6, plan: 24 } as const;
export type EntryKind = keyof typeof most;

/** Nobody writes for so long: the writer has died. */
const LONGEST_WRITING = 60 * 60 * 1000;

/** The directories to try, best first. */
export function cacheDirectories({ variables }: Surroundings): readonly string[] {
  if (variables.ANPO_CACHE) return [variables.ANPO_CACHE];
  return [
    runsFromSources
      ? fileURLToPath(new URL('../../../../node_modules/.cache/anpo', import.meta.url))
      : join(variables.XDG_CACHE_HOME || join(homedir(), '.cache'), 'anpo'),
    join(tmpdir(), `anpo-${process.getuid?.() ?? 'user'}`),
  ];
}

export function readCache(directories: readonly string[], kind: EntryKind, key: string): Entry | undefined {
  for (const directory of directories) {
    try {
      if (!isOurs(directory)) continue;
      const place = join(directory, `${kind}-${key}`);
      const entry = openEntry(place);
      if (!entry) continue;
      const now = new Date();
      utimesSync(place, now, now);
      return forgetful(entry);
    } catch {
      // Absent or unreadable: the next directory, or none.
    }
  }
  return undefined;
}

/** What turns out to be altered is forgotten, so that the next run makes it anew. */
function forgetful(entry: Entry): Entry {
  return {
    directory: entry.directory,
    read: (name) => {
      const text = entry.read(name);
      if (text === undefined) rmSync(entry.directory, { recursive: true, force: true });
      return text;
    },
  };
}

export function writeCache(
  directories: readonly string[],
  kind: EntryKind,
  key: string,
  files: Readonly<Record<string, string>>,
): void {
  for (const directory of directories) {
    try {
      if (!isOurs(directory)) continue;
      writeEntry(join(directory, `${kind}-${key}`), files);
      prune(directory, kind);
      return;
    } catch {
      // Read-only or full: the next directory, or none.
    }
  }
}

/** In a shared temporary directory somebody else may have been there first. One that is not there will be ours. */
function isOurs(directory: string): boolean {
  const uid = process.getuid?.();
  const status = statSync(directory, { throwIfNoEntry: false });
  return uid === undefined || status === undefined || status.uid === uid;
}

function prune(directory: string, kind: EntryKind): void {
  const entries = readdirSync(directory).map((name) => ({
    name,
    time: statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }));
  const ofKind = entries.filter(({ name }) => name.startsWith(`${kind}-`)).sort((a, b) => b.time - a.time);
  const left = entries.filter(
    ({ name, time }) => temporaryName.test(name) && time < Date.now() - LONGEST_WRITING,
  );
  for (const { name } of [...ofKind.slice(most[kind]), ...left]) {
    rmSync(join(directory, name), { recursive: true, force: true });
  }
}
