/** Evaluates and counts batches in another thread, while this one reads the next. */
import { Worker } from 'node:worker_threads';
import type { Batch } from '../data/column.ts';
import type { WasmOptions } from '../evaluators/wasm/evaluator.ts';
import type { Plan } from '../plan/plan.ts';
import type { SummaryState } from './summary.ts';

export interface CounterTask {
  readonly plan: Plan;
  readonly party: string | undefined;
  readonly options: WasmOptions;
}

export type CounterAnswer = { readonly state: SummaryState } | { readonly error: string } | 'done';

/** Batches that wait at most: reading must not run ahead of evaluating without end. */
const MOST_WAITING = 2;

export class Counter {
  readonly #worker: Worker;
  #waiting = 0;
  #failure: Error | undefined;
  #state: SummaryState | undefined;
  #wake: (() => void) | undefined;

  constructor(task: CounterTask) {
    this.#worker = new Worker(new URL('./counter-worker.ts', import.meta.url), { workerData: task });
    this.#worker.on('message', (answer: CounterAnswer) => {
      if (answer === 'done') this.#waiting--;
      else if ('error' in answer) this.#failure = new Error(answer.error);
      else this.#state = answer.state;
      this.#wake?.();
    });
    this.#worker.on('error', (error) => {
      this.#failure = error as Error;
      this.#wake?.();
    });
  }

  /** Hands a batch over; resolves when there is room for another. */
  async add(batch: Batch): Promise<void> {
    this.#waiting++;
    this.#worker.postMessage(batch);
    await this.#until(() => this.#waiting < MOST_WAITING);
  }

  /** What all batches came to. */
  async finish(): Promise<SummaryState> {
    this.#worker.postMessage('finish');
    await this.#until(() => this.#state !== undefined);
    return this.#state as SummaryState;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
