/** Screening of files: for Node.js, since it reads and writes them. */

export type { Progress, ScreenOptions, ScreenResult } from './contract.ts';
export type { SummaryRow } from './count/summary.ts';
export type { MapPlaces, ScreenMap } from './map/map.ts';
export { readMap, type WrittenMap } from './map/read.ts';
export { screen } from './screen.ts';
export { type ScreenCodes, screenWords } from './words/index.ts';
