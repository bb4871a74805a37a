/** The one reader of text files that a user names: situations, maps. */
import { readFileSync, statSync } from 'node:fs';
import { complain } from '@anpo/engine/complaint';
import { type FileKind, nodeComplaint } from '../words/codes.ts';

const MOST_BYTES = 1_000_000;

/** The text of a file. Throws a ComplaintError where it is not there, too large, a directory or not UTF-8. */
export function readTextFile(file: string, kind: FileKind): string {
  return textOf(readBytes(file, kind), file);
}

/** The text that bytes hold, `file` being the name of where they came from. Throws as {@link readTextFile}. */
export function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.length > MOST_BYTES) complain(nodeComplaint('file-too-large', { file, most: '1 MB' }));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return complain(nodeComplaint('file-not-text', { file }));
  }
}

function readBytes(file: string, kind: FileKind): Uint8Array {
  try {
    const status = statSync(file);
    if (status.isDirectory()) complain(nodeComplaint('file-is-directory', { file, kind }));
    if (status.size > MOST_BYTES) complain(nodeComplaint('file-too-large', { file, most: '1 MB' }));
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return complain(
      code === 'ENOENT'
        ? nodeComplaint('file-missing', { file })
        : nodeComplaint('file-unreadable', { file, reason: message }),
    );
  }
}
