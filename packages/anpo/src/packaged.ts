/** The library of this package: its texts and what was built of them. */
import { fileURLToPath } from 'node:url';
import type { PackagedLibrary } from '@anpo/node';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export const built: PackagedLibrary = { texts: path('../library'), data: path('../data') };

/** In the tree nothing is built: the command reads the texts where they stand. */
export const packaged: PackagedLibrary | undefined = import.meta.url.endsWith('.ts') ? undefined : built;
