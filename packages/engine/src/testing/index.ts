/** Helpers for tests of packages that read Rulebooks. */
export * from './make.ts';
export * from './oracle.ts';
export * from './print.ts';
export * from './random-rulebook.ts';
export * from './small-rulebook.ts';
