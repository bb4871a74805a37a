/** One thread of a pool. */
import { parentPort, workerData } from 'node:worker_threads';
import { evaluatorFor } from '../compile.ts';
import type { Batch } from '../data/column.ts';
import type { Plan } from '../plan/plan.ts';

const plan = workerData as Plan;
const evaluator = evaluatorFor(plan);

parentPort?.on('message', ({ batch, outputs }: { batch: Batch; outputs: readonly number[] }) => {
  try {
    const findings = evaluator.evaluate(batch);
    const wanted = outputs.length > 0 ? outputs : plan.outputs.keys();
    const outcomes = Array.from(wanted, (output) => Uint8Array.from(findings.bytes(output)));
    parentPort?.postMessage(
      { outcomes },
      outcomes.map((bytes) => bytes.buffer),
    );
  } catch (error) {
    parentPort?.postMessage({ error: (error as Error).message });
  }
});
