/** Screening of files: for Node.js, since it reads and writes them. */

export type { SummaryRow } from './count/summary.ts';
export type { MapPlaces, ScreenMap } from './map/map.ts';
export { readMap, type WrittenMap } from './map/read.ts';
export { type Progress, type ScreenOptions, type ScreenResult, screen } from './screen.ts';
export { type ScreenCodes, screenWords } from './words/index.ts';
