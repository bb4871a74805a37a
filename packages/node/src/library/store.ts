/**
 * Files that belong together, kept on disk: an entry is a directory with its files and a manifest that carries
 * their sizes and hashes, so that a torn or altered file counts as absent. It is written beside its place and
 * renamed, so that a reader sees all of it or nothing. A published library is such an entry, and so is whatever is
 * kept between runs.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = 'manifest.json';
/** Goes up whenever an entry is laid out otherwise. */
const FORMAT = 1;

interface Manifest {
  readonly format: number;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** An entry whose files were all there, in their sizes, when it was opened. */
export interface Entry {
  readonly directory: string;
  /** The text of a file, or undefined where it is not what was written. */
  read(name: string): string | undefined;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The entry in a directory, or undefined where there is none, or none that is whole. */
export function openEntry(directory: string): Entry | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(directory, MANIFEST), 'utf8')) as Manifest;
    if (manifest.format !== FORMAT) return undefined;
    for (const [name, { bytes }] of Object.entries(manifest.files)) {
      if (statSync(join(directory, name)).size !== bytes) return undefined;
    }
    return {
      directory,
      read: (name) => {
        try {
          const bytes = readFileSync(join(directory, name));
          return digest(bytes) === manifest.files[name]?.sha256 ? bytes.toString('utf8') : undefined;
        } catch {
          return undefined;
        }
      },
    };
  } catch {
    return undefined;
  }
}

export const temporaryName = /^\.writing-[0-9a-f]{16}$/;

/** Writes an entry in place of what the directory held. Throws as `fs` does where it cannot. */
export function writeEntry(directory: string, files: Readonly<Record<string, string>>): void {
  const above = join(directory, '..');
  mkdirSync(above, { recursive: true, mode: 0o700 });
  const beside = (): string => join(above, `.writing-${randomBytes(8).toString('hex')}`);
  const temporary = beside();
  try {
    mkdirSync(temporary, { mode: 0o700 });
    const manifest: Record<string, { bytes: number; sha256: string }> = {};
    for (const [name, text] of Object.entries(files)) {
      const bytes = Buffer.from(text, 'utf8');
      writeFileSync(join(temporary, name), bytes, { mode: 0o600 });
      manifest[name] = { bytes: bytes.length, sha256: digest(bytes) };
    }
    writeFileSync(join(temporary, MANIFEST), JSON.stringify({ format: FORMAT, files: manifest }), {
      mode: 0o600,
    });
    // A directory is not renamed onto another that holds something: what was there steps aside first.
    const old = beside();
    if (moved(directory, old)) rmSync(old, { recursive: true, force: true });
    renameSync(temporary, directory);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
