/** `@anpo/engine/complaint`: the one form of complaint, and the one checker of what a user names. */
export { holdersOfView } from '../assess/views.ts';
export * from '../check/check.ts';
export * from '../complaint/complaint.ts';
export { engineWords } from '../complaint/words.ts';
export { nearest } from '../names/nearest.ts';
