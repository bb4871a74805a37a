/** `@anpo/engine/findings`: what is found of a situation and of the precedents, in all its parts. */
export type { Assessment, Receipt } from '../assess/assessment.ts';
export type * from '../findings/finding.ts';
export type * from '../findings/reason.ts';
export type { BacktestReport, BacktestRow, BacktestStatus } from '../precedents/report.ts';
