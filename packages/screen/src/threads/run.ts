/** What one of the {@link Threads} does: screens the parts of files that it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { WasmEvaluator } from '@anpo/columns';
import { ComplaintError } from '@anpo/engine';
import { Summary } from '../count/summary.ts';
import { openDatabase } from '../source/database.ts';
import { readPart } from './read-part.ts';
import type { Part, ThreadAnswer, ThreadTask } from './threads.ts';

const { plan, party, memory } = workerData as ThreadTask;
const summary = new Summary(new WasmEvaluator(plan, memory), party);
const database = await openDatabase();
const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', async (message: Part | 'finish') => {
  try {
    if (message === 'finish') {
      answer({ kind: 'counted', state: summary.state });
      database.close();
      return;
    }
    for await (const { batch, until, rejects } of readPart(database.connections, message)) {
      summary.add(batch, false, until);
      answer({ kind: 'read', rows: batch.rows, rejects });
    }
    answer({ kind: 'done' });
  } catch (error) {
    const complaints = error instanceof ComplaintError ? error.complaints : undefined;
    answer({ kind: 'failed', complaints, message: (error as Error).message });
  }
});
