/** Columns of situations, and how they are bound to what a plan asks for. */
export { bindColumns } from './bind.ts';
export * from './column.ts';
export { firstDouble, firstUnit } from './decimal.ts';
