/** Reads a map for `anpo screen`. */
import { readFileSync } from 'node:fs';
import { fail } from '../failure.ts';
import type { Messages } from '../messages/index.ts';

export function readTextFile(path: string, messages: Messages): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail({
      message: code === 'ENOENT' ? messages.fileMissing(path) : messages.fileUnreadable(path, message),
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail({ message: messages.fileNotText(path) });
  }
}
