/** The home parties: those whose treaties the library is about, as it declares them. */
import type { Rulebook } from './schema.ts';

/** Their ids, in the order of the register; empty where the library names none. */
export const homeParties = (rulebook: Rulebook): readonly string[] =>
  rulebook.parties.filter(({ home }) => home).map(({ id }) => id);
