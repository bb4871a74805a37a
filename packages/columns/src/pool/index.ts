/**
 * Worker threads of Node.js that evaluate batches side by side. A plan goes to each of them as JSON; columns are
 * sent as they are, and without a copy where their memory is shared.
 */
import { Worker } from 'node:worker_threads';
import type { Batch } from '../data/column.ts';
import type { Plan } from '../plan/plan.ts';

interface Task {
  readonly batch: Batch;
  readonly outputs: readonly number[];
  readonly resolve: (outcomes: readonly Uint8Array[]) => void;
  readonly reject: (error: Error) => void;
}

export class EvaluatorPool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Task[] = [];
  readonly #running = new Map<Worker, Task>();

  constructor(plan: Plan, threads: number) {
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: plan });
      worker.on('message', (answer: { outcomes: Uint8Array[] } | { error: string }) =>
        this.#answered(worker, answer),
      );
      worker.on('error', (error) => this.#running.get(worker)?.reject(error as Error));
      return worker;
    });
    this.#idle = [...this.#workers];
  }

  /** Outcomes (0, 1, 2 a row) of some outputs; all unless said. */
  evaluate(batch: Batch, outputs: readonly number[] = []): Promise<readonly Uint8Array[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, outputs, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop() as Worker;
      const task = this.#waiting.shift() as Task;
      this.#running.set(worker, task);
      worker.postMessage({ batch: task.batch, outputs: task.outputs });
    }
  }

  #answered(worker: Worker, answer: { outcomes: Uint8Array[] } | { error: string }): void {
    const task = this.#running.get(worker);
    this.#running.delete(worker);
    this.#idle.push(worker);
    if ('error' in answer) task?.reject(new Error(answer.error));
    else task?.resolve(answer.outcomes);
    this.#assign();
  }
}
