/** Where the library stands: as it is named, ANPO_LIBRARY, or the one that came with this code. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain } from '@anpo/engine/complaint';
import { nodeComplaint } from '../words/codes.ts';
import { runsFromSources } from './place.ts';
import type { Surroundings } from './surroundings.ts';

const libraryOfTree = fileURLToPath(new URL('../../../../library', import.meta.url));

/** What the user names, if anything: the flag's value, or the variable's. */
export const namedLibrary = (flag: string | undefined, { variables }: Surroundings): string | undefined =>
  flag ?? (variables.ANPO_LIBRARY || undefined);

/** The absolute path of a library's directory. Throws a ComplaintError where there is none. */
export function libraryDirectory(flag: string | undefined, surroundings: Surroundings): string {
  const own = surroundings.packaged?.texts ?? (runsFromSources ? libraryOfTree : undefined);
  const directory = namedLibrary(flag, surroundings) ?? own;
  if (directory === undefined) return complain(nodeComplaint('library-not-named', {}));
  const path = resolve(directory);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    complain(nodeComplaint('library-missing', { directory: path }));
  }
  return path;
}
