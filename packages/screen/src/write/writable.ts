/** Whether files can be written, asked before the work and not at its end. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Complaint } from '@anpo/engine';
import { screenComplaint } from '../words/codes.ts';

export function checkWritable(path: string | undefined): readonly Complaint[] {
  if (path === undefined) return [];
  try {
    const there = existsSync(path);
    if (there && statSync(path).isDirectory())
      return [screenComplaint('file-unwritable', { file: path, reason: 'EISDIR' })];
    accessSync(there ? path : dirname(path), constants.W_OK);
    return [];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return [screenComplaint('file-unwritable', { file: path, reason: code ?? message })];
  }
}
