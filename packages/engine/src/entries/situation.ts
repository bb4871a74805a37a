/** `@anpo/engine/situation`: situations, the values of facts, and the names of before. */
export { RECEIPT_FORMAT, SITUATION_FORMAT } from '../format.ts';
export { type PresentNames, presentNames } from '../situation/former-names.ts';
export { type KnownFact, ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
export type { GivenFact, Situation } from '../situation/situation.ts';
export {
  compareDecimal,
  factOf,
  geographyOf,
  parseValue,
  plainValue,
  type Value,
} from '../situation/value.ts';
