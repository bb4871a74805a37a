import type { Evaluator } from '../evaluators/evaluator.ts';
import { JavaScriptEvaluator } from '../evaluators/javascript/evaluator.ts';
import { SingleEvaluator } from '../evaluators/single/evaluator.ts';
import { WasmEvaluator } from '../evaluators/wasm/evaluator.ts';
import type { Plan } from '../plan/plan.ts';
import { conform, type Subject } from './suite.ts';

const subject = (name: string, make: (plan: Plan) => Evaluator): Subject => ({
  name,
  runs: 60,
  evaluate: async (_, plan, batch) => {
    // A plan is plain JSON: what was kept and read back must do as well.
    const findings = make(JSON.parse(JSON.stringify(plan))).evaluate(batch);
    return plan.outputs.map((__, output) => findings.bytes(output));
  },
});

conform(subject('generated JavaScript', (plan) => new JavaScriptEvaluator(plan)));
conform(subject('one-situation JavaScript', (plan) => new SingleEvaluator(plan)));
conform(subject('WebAssembly', (plan) => new WasmEvaluator(plan, { rows: 1024 })));
conform(subject('WebAssembly in small pieces', (plan) => new WasmEvaluator(plan, { rows: 128 })));
