/** What is said, in which order, in one language: one operation a question, each answered as plain data. */
export type * from './answer/answer.ts';
export { ANSWER_FORMAT } from './answer/answer.ts';
export { answersWords } from './complaints/words.ts';
export {
  type AskData,
  type AskInput,
  ask,
  type OpenInterview,
  openInterview,
  sayAsked,
} from './operations/ask.ts';
export { type AssessInput, assess, type SituationInput } from './operations/assess.ts';
export { type AuditInput, audit } from './operations/audit.ts';
export { backtest } from './operations/backtest.ts';
export { type ClaimsInput, claims } from './operations/claims.ts';
export { type CompareInput, compare } from './operations/compare.ts';
export { coverage } from './operations/coverage.ts';
export { type DiffInput, diff } from './operations/diff.ts';
export { type FactsInput, facts } from './operations/facts.ts';
export type { Answered, Operation, Reader } from './operations/operation.ts';
export { type ProveInput, prove } from './operations/prove.ts';
export { type ShowInput, show } from './operations/show.ts';
export { whatIf } from './operations/what-if.ts';
export { type NormInput, why } from './operations/why.ts';
export { verifyClaims } from './questions/claims.ts';
export { type Draft, emptyDraft, type PlacedText } from './questions/draft.ts';
export { factFlagWrong, readFactFlag } from './questions/fact-flag.ts';
export type { Asked } from './questions/interview.ts';
export { checkSides, type SideKind, type WrittenSide } from './questions/sides.ts';
export { mergeDrafts } from './questions/situation.ts';
export { claimComplaints } from './said/claims.ts';
export { sayDecisionTables } from './said/decision-table.ts';
export { InterviewWords } from './said/interview.ts';
export { type Screening, type ScreeningCount, sayScreening } from './said/screening.ts';
export { type Speaker, speakerFor } from './speaker.ts';
export { type Words, wordsIn } from './words/index.ts';
