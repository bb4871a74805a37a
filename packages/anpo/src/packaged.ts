/** The library of this package: its texts and what was built of them. In the tree, texts are read where they stand. */
import { fileURLToPath } from 'node:url';
import type { PackagedLibrary } from '@anpo/node';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const isSource = import.meta.url.endsWith('.ts');

export const packaged: PackagedLibrary | undefined = isSource
  ? undefined
  : { texts: path('../library'), data: path('../data') };
