/** Where the library stands: as it is named, ANPO_LIBRARY, or the one that came with this code. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain } from '@anpo/engine';
import { nodeComplaint } from '../words/codes.ts';
import type { Surroundings } from './surroundings.ts';

const ownLibrary = fileURLToPath(new URL('../../../../library', import.meta.url));

/** The absolute path of a library's directory. Throws a ComplaintError where there is none. */
export function libraryDirectory(named: string | undefined, { variables }: Surroundings): string {
  const directory = resolve(named ?? (variables.ANPO_LIBRARY || ownLibrary));
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    complain(nodeComplaint('library-missing', { directory }));
  }
  return directory;
}
