/** Decision tables of norms. */
export type { TableRow } from './reduce.ts';
export { type DecisionTable, decisionTables, type TableGiven, type TableOptions } from './table.ts';
export { DATE_VARIABLE } from './variables.ts';
