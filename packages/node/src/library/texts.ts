/** Reads a library's files and hashes them, without the parser: the way to know whether anything changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { complain } from '@anpo/engine';
import type { LibraryText } from '@anpo/language';
import { nodeComplaint } from '../words/codes.ts';

/** All `*.anpo.md` files below a directory, in a fixed order. Throws a ComplaintError where they cannot be read. */
export function readTexts(directory: string): LibraryText[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.anpo.md'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({
        file: relative(directory, path).split(sep).join('/'),
        text: readFileSync(path, 'utf8'),
      }));
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
export function hashTexts(texts: readonly LibraryText[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of texts) hash.update(`${file}\0${text.length}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

export const hashLibrary = (directory: string): string => hashTexts(readTexts(directory));
