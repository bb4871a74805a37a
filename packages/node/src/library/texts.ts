/** Reads a library's files and hashes them, without the parser: the way to know whether anything changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { complain } from '@anpo/engine/complaint';
import type { LibraryText } from '@anpo/language';
import { nodeComplaint } from '../words/codes.ts';

export interface ReadTexts {
  readonly texts: readonly LibraryText[];
  /** What {@link hashTexts} makes of the texts. */
  readonly hash: string;
}

/** All `*.anpo.md` files below a directory, in a fixed order. Throws a ComplaintError where they cannot be read. */
export function readTexts(directory: string): ReadTexts {
  try {
    const files = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.anpo.md'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => {
        const bytes = readFileSync(path);
        return {
          file: relative(directory, path).split(sep).join('/'),
          text: bytes.toString('utf8'),
          bytes,
        };
      });
    return { texts: files.map(({ file, text }) => ({ file, text })), hash: hashOf(files) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return complain(
      code === 'ENOENT'
        ? nodeComplaint('library-missing', { directory })
        : nodeComplaint('library-unreadable', { directory, reason: message }),
    );
  }
}

/** A short hash of names and texts. Equal hashes mean equal libraries. */
export const hashTexts = (texts: readonly LibraryText[]): string =>
  hashOf(texts.map(({ file, text }) => ({ file, text, bytes: Buffer.from(text, 'utf8') })));

/** Every command hashes the whole library: bytes as they were read need not be made again. */
function hashOf(files: readonly (LibraryText & { readonly bytes: Uint8Array })[]): string {
  const hash = createHash('sha256');
  for (const { file, text, bytes } of files)
    hash.update(`${file}\0${text.length}\0`).update(bytes).update('\0');
  return hash.digest('hex').slice(0, 16);
}
