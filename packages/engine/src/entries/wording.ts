/** `@anpo/engine/wording`: what the engine says, and the names of things, in every language. */
export { bestMark, cite } from '../explain/citations.ts';
export { actorLabel, instrumentLabel, placeLabel, valueLabel } from '../explain/labels.ts';
export { provisionLabel } from '../explain/provision-label.ts';
export { choiceText } from '../explain/readings.ts';
export { ruleClause, ruleSentence } from '../explain/rule-words.ts';
export type * from '../wording/contract.ts';
export { bilingual, wordings } from '../wording/languages.ts';
