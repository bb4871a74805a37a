/** Runs the anpo command in this process, on the library of this package. */
import { main } from '@anpo/cli';
import { packaged } from './packaged.ts';

await main(packaged);
