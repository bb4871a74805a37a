/** Libraries and files on disk: texts, revisions, what is kept between runs. Needs Node.js. */
export { readTextFile, textOf } from './files/read-text.ts';
export { artefactNames, buildArtefacts } from './library/artefacts.ts';
export { libraryDirectory } from './library/directory.ts';
export {
  type CompiledLibrary,
  compileLibrary,
  loadLibrary,
  loadQuery,
  loadRevision,
  openPackaged,
} from './library/load.ts';
export { writeEntry } from './library/store.ts';
export type { PackagedLibrary, Surroundings } from './library/surroundings.ts';
export { readTexts } from './library/texts.ts';
export type { FileKind, NodeCodes } from './words/codes.ts';
export { nodeWords } from './words/words.ts';
