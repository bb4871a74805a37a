/** `@anpo/engine/rulebook`: what a Rulebook holds, and how its items are found. */
export { emptyRulebook } from '../rulebook/empty.ts';
export { homeParties } from '../rulebook/home.ts';
export { type ItemKind, indexRulebook, madeOnce, RulebookIndex } from '../rulebook/index.ts';
export { type Law, type ReferenceData, referenceKeys } from '../rulebook/reference-data.ts';
export type * from '../rulebook/schema.ts';
export { RULEBOOK_VERSION } from '../rulebook/version.ts';
