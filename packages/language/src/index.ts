/** The language: from literate text to a checked Rulebook. */
export { buildRulebook } from './build.ts';
export { maskProse } from './literate.ts';
export type { Problem } from './problem.ts';
export { type ParsedQuery, parseQuery } from './query.ts';
export type { LibraryText } from './read.ts';
export { createServices } from './services.ts';
export { type BuildResult, type LibraryTexts, openTexts } from './texts.ts';
