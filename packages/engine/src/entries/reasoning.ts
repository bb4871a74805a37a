/** `@anpo/engine/reasoning`: what reasoning over every situation finds, in all its parts. */
export { type Audit, audit } from '../reasoning/audit/audit.ts';
export type { Cause } from '../reasoning/causes.ts';
export {
  type CheckedClaim,
  type CheckedVerdict,
  type ClaimVerdict,
  checkClaim,
  checkClaims,
  verdictOf,
} from '../reasoning/claims.ts';
export { codingsOf } from '../reasoning/codings.ts';
export {
  type ComparedAct,
  type ComparedFinding,
  compareFindings,
  type Parting,
  partingsOf,
} from '../reasoning/compare.ts';
export type { Condition, Description } from '../reasoning/describe.ts';
export {
  type Difference,
  type DifferentSituations,
  differenceOf,
  type NormDifference,
  type Shift,
  type TermDifference,
} from '../reasoning/difference.ts';
export type { DifferenceSide } from '../reasoning/difference-side.ts';
export type { Decision } from '../reasoning/fallback.ts';
export { type NextQuestion, nextQuestion, type RankedQuestion } from '../reasoning/next-question.ts';
export {
  type AllianceProfile,
  alliancesOf,
  type MemberObligation,
  type MemberProfile,
  obligations,
  profileDay,
  profileOf,
} from '../reasoning/profile.ts';
export type { Proof, ProofOptions, ProofOutcome } from '../reasoning/prove/proof.ts';
export { prove } from '../reasoning/prove/prove.ts';
export { type CompiledQueries, type CompiledQuery, compileQueries } from '../reasoning/query.ts';
export type { RuleName } from '../reasoning/rules-used.ts';
export { type SettledOutcome, settleFindings } from '../reasoning/settle.ts';
export type { OutcomeStretch } from '../reasoning/timeline.ts';
export { type Change, type Flip, type WhatIf, whatIf } from '../reasoning/what-if.ts';
export { type Why, whyNode } from '../reasoning/why.ts';
export type { AdoptedReading, ExampleSituation } from '../reasoning/world.ts';
