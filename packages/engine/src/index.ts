/**
 * The engine: Rulebook in, findings with reasons, proofs and differences out. Pure functions; runs in a browser.
 * {@link openLibrary} is the front door. The house's own packages that word answers, compile text or make code take
 * the parts behind it by name: `@anpo/engine/rulebook`, `/situation`, `/findings`, `/circuit`, `/diagram`,
 * `/reasoning`, `/wording`, `/complaint`, `/calendar`.
 */
export type { Assessment, Receipt } from './assess/assessment.ts';
export { circuitFromText, circuitToText } from './circuit/plain.ts';
export { type Complaint, ComplaintError, sayComplaint } from './complaint/complaint.ts';
export { engineWords } from './complaint/words.ts';
export type { Finding } from './findings/finding.ts';
export type { LibraryOptions } from './library/parts.ts';
export {
  type AskedNorm,
  type AskedSituation,
  Library,
  openLibrary,
  type Side,
} from './library.ts';
/** Questions put to a whole library: `overAll.prove(library, query)`, `differ`, `compare`, `audit`, `backtest` … */
export * as overAll from './over-all.ts';
export type { BacktestReport } from './precedents/report.ts';
export type { Audit } from './reasoning/audit/audit.ts';
export type { CheckedClaim } from './reasoning/claims.ts';
export type { ComparedAct, Parting } from './reasoning/compare.ts';
export type { Difference } from './reasoning/difference.ts';
export type { NextQuestion } from './reasoning/next-question.ts';
export type { AllianceProfile } from './reasoning/profile.ts';
export type { Proof } from './reasoning/prove/proof.ts';
export type { WhatIf } from './reasoning/what-if.ts';
export type { Why } from './reasoning/why.ts';
export { emptyRulebook } from './rulebook/empty.ts';
export type { Query, Rulebook, Text } from './rulebook/schema.ts';
export type { GivenFact, Situation } from './situation/situation.ts';
export { ENGINE_VERSION } from './version.ts';
export type { Language } from './wording/contract.ts';
