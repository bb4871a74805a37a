/** Where the library stands: `--library`, ANPO_LIBRARY, or the one that came with this command. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';

const ownLibrary = fileURLToPath(new URL('../../../../library', import.meta.url));

export function libraryDirectory(flag: string | undefined, { environment, messages }: Context): string {
  const directory = resolve(flag ?? (environment.variables.ANPO_LIBRARY || ownLibrary));
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    fail({ message: messages.libraryMissing(directory), mend: messages.libraryMend });
  }
  return directory;
}
