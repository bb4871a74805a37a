/** Which lists of a Rulebook are reference data: what no rule reads, and a library may leave unread until it is asked for. */
import type { Rulebook } from './schema.ts';

export const referenceKeys = [
  'precedents',
  'statements',
  'claims',
  'facilities',
  'events',
  'commitments',
  'stances',
  'glossary',
] as const satisfies readonly (keyof Rulebook)[];

export type ReferenceData = Pick<Rulebook, (typeof referenceKeys)[number]>;
/** All the rest. */
export type Law = Omit<Rulebook, keyof ReferenceData>;
