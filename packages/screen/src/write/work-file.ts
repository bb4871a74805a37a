/** A file that a run adds to: there only once something was written, and continued where a checkpoint left it. */
import {
  appendFileSync,
  createReadStream,
  existsSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';

export class WorkFile {
  readonly path: string;
  readonly #head: string;
  /** Bytes that were written; 0 where the file is not this run's, whatever stands there. */
  bytes = 0;

  /** `head` is what a file begins with. `before`: the length to continue at. */
  constructor(path: string, head: string, before = 0) {
    this.path = path;
    this.#head = head;
    if (before === 0 || !existsSync(path)) return;
    this.bytes = Math.min(before, statSync(path).size);
    truncateSync(path, this.bytes);
  }

  append(text: string): void {
    if (text === '') return;
    if (this.bytes === 0) writeFileSync(this.path, this.#head + text);
    else appendFileSync(this.path, text);
    this.bytes = statSync(this.path).size;
  }

  async *lines(): AsyncGenerator<string> {
    if (this.bytes > 0) yield* createInterface({ input: createReadStream(this.path) });
  }

  remove(): void {
    if (this.bytes > 0) rmSync(this.path, { force: true });
    this.bytes = 0;
  }
}
