/** The one call for programs: a Rulebook, a day (or days of the rows' own), a view; an evaluator comes back. */
import type { Rulebook } from '@anpo/engine';
import type { Evaluator } from './evaluators/evaluator.ts';
import { JavaScriptEvaluator } from './evaluators/javascript/evaluator.ts';
import { hasSimd, WasmEvaluator, type WasmOptions } from './evaluators/wasm/evaluator.ts';
import { compilePlan } from './plan/compile.ts';
import type { PlanOptions } from './plan/options.ts';
import type { Plan } from './plan/plan.ts';

export function compileColumns(rulebook: Rulebook, options: PlanOptions & WasmOptions = {}): Evaluator {
  return evaluatorFor(compilePlan(rulebook, options), options);
}

/** An evaluator for a plan that was compiled, and perhaps kept, before. */
export function evaluatorFor(plan: Plan, options: WasmOptions = {}): Evaluator {
  return hasSimd() ? new WasmEvaluator(plan, options) : new JavaScriptEvaluator(plan);
}
