/** What the tests and benchmarks of this and other packages need, and programs do not. */
export { batchOf } from '../conformance/batch-of.ts';
export { tableStatements } from '../conformance/sql-rows.ts';
export { testRows } from '../data/test-rows.ts';
export { generateKernel, generateStreaming } from '../evaluators/wasm/kernel.ts';
