/** The closed lists of the Rulebook that need a word in every language. */
import type { Holder } from '@anpo/engine/rulebook';

export type { Fact, Instrument, Outcome, Provision, Relation } from '@anpo/engine/rulebook';
export type Authority = Holder['authority'];
