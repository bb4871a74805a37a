/** `@anpo/answers/questions`: situations as somebody writes them, before a library is there to hold them against. */
export { type Draft, emptyDraft, type PlacedText } from './draft.ts';
export { factFlagWrong, readFactFlag } from './fact-flag.ts';
export { mergeDrafts, toQuestion } from './situation.ts';
