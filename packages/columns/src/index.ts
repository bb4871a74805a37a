/** From a Circuit to machine code for many situations. Runs in browsers and worker threads. */
export * from './compile.ts';
export * from './data/column.ts';
export * from './evaluators/evaluator.ts';
export { JavaScriptEvaluator } from './evaluators/javascript/evaluator.ts';
export { SingleEvaluator } from './evaluators/single/evaluator.ts';
export {
  hasSimd,
  type Piece,
  WasmEvaluator,
  type WasmOptions,
} from './evaluators/wasm/evaluator.ts';
export { compilePlan } from './plan/compile.ts';
export type { PlanOptions } from './plan/options.ts';
export * from './plan/plan.ts';
export { type ColumnsCodes, columnsWords } from './words/index.ts';
