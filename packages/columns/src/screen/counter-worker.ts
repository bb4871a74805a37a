/** The thread of a {@link Counter}. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from '../data/column.ts';
import { WasmEvaluator } from '../evaluators/wasm/evaluator.ts';
import type { CounterAnswer, CounterTask } from './counter.ts';
import { Summary } from './summary.ts';

const { plan, party, options } = workerData as CounterTask;
const evaluator = new WasmEvaluator(plan, options);
const summary = new Summary(plan, party);
const answer = (message: CounterAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: Batch | 'finish') => {
  try {
    if (message === 'finish') answer({ state: summary.state });
    else {
      summary.add(evaluator, message, () => {});
      answer('done');
    }
  } catch (error) {
    answer({ error: (error as Error).message });
  }
});
