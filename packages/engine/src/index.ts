/** The engine: Rulebook in, Circuit, findings with reasons out. Pure functions; runs in a browser. */
export * from './assess/assess.ts';
export * from './assess/assessment.ts';
export { assessExactly } from './assess/exact.ts';
export * from './assess/views.ts';
export * from './calendar/date.ts';
export * from './check/check.ts';
export { CircuitBuilder } from './circuit/builder.ts';
export type * from './circuit/circuit.ts';
export { type CompileOptions, compileCircuit } from './circuit/compile.ts';
export { childrenOf, coneOf } from './circuit/cone.ts';
export { ELSEWHERE, elsewhereIn, Geography } from './circuit/places.ts';
export { circuitFromText, circuitToText } from './circuit/plain.ts';
export { defeats, opposed } from './circuit/precedence.ts';
export * from './complaint/complaint.ts';
export { engineWords } from './complaint/words.ts';
export { Law, type LawOptions, type SceneRoots } from './diagram/law.ts';
export type { Scene } from './diagram/scene.ts';
export type { Question, ValueClass, Variable } from './diagram/variables.ts';
export * from './evaluate/amounts.ts';
export * from './evaluate/assignment.ts';
export * from './evaluate/kleene.ts';
export { bestMark, cite } from './explain/citations.ts';
export { actorLabel, instrumentLabel, placeLabel, valueLabel } from './explain/labels.ts';
export { pendingKey, pendingOf } from './explain/pending.ts';
export { choiceText } from './explain/readings.ts';
export { explain, explainer } from './explain/reason.ts';
export { ruleClause, ruleSentence } from './explain/rule-words.ts';
export { outcomeOf, reasonValue } from './explain/truth.ts';
export type * from './findings/finding.ts';
export type * from './findings/reason.ts';
export { RECEIPT_FORMAT, SITUATION_FORMAT } from './format.ts';
export { circuitFor, type LibraryOptions, lawFor } from './library/parts.ts';
export {
  type AskedLaw,
  type AskedNorm,
  type AskedSituation,
  Library,
  openLibrary,
  type Side,
} from './library.ts';
export { nearest } from './names/nearest.ts';
export * from './precedents/backtest.ts';
export * from './precedents/report.ts';
export { type Audit, audit } from './reasoning/audit/audit.ts';
export type { AuditOptions } from './reasoning/audit/context.ts';
export type { Cause } from './reasoning/causes.ts';
export {
  type CheckedClaim,
  type CheckedVerdict,
  type ClaimVerdict,
  checkClaim,
  checkClaims,
  verdictOf,
} from './reasoning/claims.ts';
export { codingsOf } from './reasoning/codings.ts';
export {
  type ComparedAct,
  type ComparedFinding,
  compareFindings,
  type Parting,
  partingsOf,
} from './reasoning/compare.ts';
export { type Condition, type Description, describe } from './reasoning/describe.ts';
export {
  type Difference,
  type DifferentSituations,
  differenceOf,
  type NormDifference,
} from './reasoning/difference.ts';
export type { DifferenceSide } from './reasoning/difference-side.ts';
export type { Decision } from './reasoning/fallback.ts';
export { type Basis, type Givens, givensOf } from './reasoning/given.ts';
export { type NextQuestion, nextQuestion, type RankedQuestion } from './reasoning/next-question.ts';
export {
  type AllianceProfile,
  alliancesOf,
  type MemberObligation,
  type MemberProfile,
  obligations,
  profileDay,
  profileOf,
} from './reasoning/profile.ts';
export { type Proof, type ProofOptions, type ProofOutcome, prove } from './reasoning/prove.ts';
export { type CompiledQueries, type CompiledQuery, compileQueries } from './reasoning/query.ts';
export type { RuleName } from './reasoning/rules-used.ts';
export {
  brokenConstraints,
  type SettledOutcome,
  settleFindings,
  settleNode,
} from './reasoning/settle.ts';
export { type OutcomeStretch, timelineOf } from './reasoning/timeline.ts';
export { type Change, type Flip, smallestFlip, type WhatIf, whatIf } from './reasoning/what-if.ts';
export { type Why, whyNode } from './reasoning/why.ts';
export type { ExampleSituation } from './reasoning/world.ts';
export * from './receipt/replay.ts';
export { emptyRulebook } from './rulebook/empty.ts';
export { homeParties } from './rulebook/home.ts';
export * from './rulebook/index.ts';
export type * from './rulebook/schema.ts';
export { RULEBOOK_VERSION } from './rulebook/version.ts';
export { type PresentNames, presentNames } from './situation/former-names.ts';
export { type KnownFact, ResolvedSituation, resolveSituation } from './situation/resolved.ts';
export type * from './situation/situation.ts';
export * from './situation/value.ts';
export { ENGINE_VERSION } from './version.ts';
export type * from './wording/contract.ts';
export * from './wording/languages.ts';
