/** A Rulebook that says nothing, to be filled. It loads no schema. */
import type { Rulebook } from './schema.ts';
import { RULEBOOK_VERSION } from './version.ts';

/** Fresh lists at every call: its makers fill them in place. */
export const emptyRulebook = (hash: string): Rulebook => ({
  version: RULEBOOK_VERSION,
  hash,
  sources: [],
  parties: [],
  organs: [],
  holders: [],
  views: [],
  places: [],
  instruments: [],
  provisions: [],
  facts: [],
  terms: [],
  acts: [],
  qualifiers: [],
  norms: [],
  amounts: [],
  constraints: [],
  precedents: [],
  statements: [],
  claims: [],
  facilities: [],
  events: [],
  commitments: [],
  stances: [],
  glossary: [],
});
