/** Screening of files: for Node.js, since it reads and writes them. */
export { ScreenError, type Words } from './error.ts';
export { checkMap, readMap, type ScreenMap } from './map.ts';
export { type Progress, type ScreenOptions, type ScreenResult, screen } from './screen.ts';
export type { SummaryRow } from './summary.ts';
