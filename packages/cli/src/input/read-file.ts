/** Reads the text of a situation file, or of standard input where the file is `-`. */
import { readFileSync, statSync } from 'node:fs';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';

const MOST_BYTES = 1_000_000;

export async function readInput(file: string, { environment, messages }: Context): Promise<string> {
  const bytes = file === '-' ? await environment.readStandardInput() : readBytes(file);
  if (bytes.length > MOST_BYTES) return fail({ message: messages.fileTooLarge(file, '1 MB') });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail({ message: messages.fileNotText(file) });
  }

  function readBytes(path: string): Uint8Array {
    try {
      const status = statSync(path);
      if (status.isDirectory()) return fail({ message: messages.fileIsDirectory(path) });
      if (status.size > MOST_BYTES) return fail({ message: messages.fileTooLarge(path, '1 MB') });
      return readFileSync(path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return fail({
        message: code === 'ENOENT' ? messages.fileMissing(path) : messages.fileUnreadable(path, message),
      });
    }
  }
}
