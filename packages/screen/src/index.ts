/** Screening of files: for Node.js, since it reads and writes them. */

export type { SummaryRow } from './count/summary.ts';
export { ScreenError, type Words } from './error.ts';
export { checkMap, readMap, type ScreenMap } from './map.ts';
export { type Progress, type ScreenOptions, type ScreenResult, screen } from './screen.ts';
