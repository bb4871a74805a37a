/**
 * Screens parts of files side by side: each thread has a database and an evaluator of its own, and gives its counts
 * at the end. What was rejected is handed over in the order of the parts, however they finish.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WasmOptions } from '@anpo/columns';
import type { Plan } from '@anpo/columns/plan';
import { type Complaint, ComplaintError } from '@anpo/engine';
import type { SummaryState } from '../count/summary.ts';
import type { Expressions } from '../rows/expressions.ts';
import type { ReadOptions, RejectedRow } from '../rows/reader.ts';
import type { SourceFile } from '../source/source.ts';

/** Where a thread begins: beside this file, as TypeScript in the tree and as JavaScript in a package. */
const threadUrl = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);

export interface ThreadTask {
  readonly plan: Plan;
  readonly party: string | undefined;
  readonly memory: WasmOptions;
}

/** A part of a file. */
export interface Part {
  readonly file: SourceFile;
  readonly expressions: Expressions;
  readonly options: ReadOptions;
}

export type ThreadAnswer =
  | { readonly kind: 'read'; readonly rows: number; readonly rejects: readonly RejectedRow[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'counted'; readonly state: SummaryState }
  /** An error does not keep its class on its way between threads; complaints are plain data. */
  | {
      readonly kind: 'failed';
      readonly complaints?: readonly Complaint[] | undefined;
      readonly message: string;
    };

export interface PartsReader {
  /** Called in no order for rows that were counted, with the share of their file that is done besides. */
  readonly counted: (rows: number, file: SourceFile, share: number) => void;
  /** Called with what was rejected, part after part. */
  readonly rejected: (file: SourceFile, rejects: readonly RejectedRow[]) => void;
}

interface Running {
  readonly part: Part;
  /** Of the rows of the file. */
  readonly share: number;
  readonly rejects: RejectedRow[];
  done: boolean;
}

export class Threads {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #running = new Map<Worker, Running>();
  /** Parts whose rejects were not yet handed over, in order. */
  readonly #parts: Running[] = [];
  readonly #states: SummaryState[] = [];
  readonly #reader: PartsReader;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(task: ThreadTask, count: number, reader: PartsReader) {
    this.#reader = reader;
    this.#workers = Array.from({ length: count }, () => {
      const worker = new Worker(threadUrl, { workerData: task });
      worker.on('message', (answer: ThreadAnswer) => this.#answered(worker, answer));
      worker.on('error', (error) =>
        this.#answered(worker, { kind: 'failed', message: (error as Error).message }),
      );
      return worker;
    });
    this.#idle = [...this.#workers];
  }

  /** Resolves when a thread has taken the part. */
  async start(part: Part, share: number): Promise<void> {
    await this.#until(() => this.#idle.length > 0);
    const worker = this.#idle.shift() as Worker;
    const running: Running = { part, share, rejects: [], done: false };
    this.#running.set(worker, running);
    this.#parts.push(running);
    worker.postMessage(part);
  }

  /** The counts of all threads, once all parts are done. */
  async finish(): Promise<readonly SummaryState[]> {
    await this.#until(() => this.#idle.length === this.#workers.length);
    for (const worker of this.#workers) worker.postMessage('finish');
    await this.#until(() => this.#states.length === this.#workers.length);
    return this.#states;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #answered(worker: Worker, answer: ThreadAnswer): void {
    const running = this.#running.get(worker);
    switch (answer.kind) {
      case 'read':
        for (const reject of answer.rejects) running?.rejects.push(reject);
        if (running) this.#reader.counted(answer.rows, running.part.file, 0);
        break;
      case 'done':
        if (running) {
          running.done = true;
          this.#reader.counted(0, running.part.file, running.share);
        }
        this.#running.delete(worker);
        this.#idle.push(worker);
        break;
      case 'counted':
        this.#states.push(answer.state);
        break;
      case 'failed':
        this.#failure ??= answer.complaints
          ? new ComplaintError(answer.complaints)
          : new Error(answer.message);
    }
    for (let first = this.#parts[0]; first; first = this.#parts[0]) {
      this.#reader.rejected(first.part.file, first.rejects.splice(0));
      if (!first.done) break;
      this.#parts.shift();
    }
    this.#wake?.();
  }

  async #until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure) throw this.#failure;
  }
}
