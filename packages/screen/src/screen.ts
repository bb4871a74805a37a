/** Screens data: reads files as batches, evaluates each row under the law of its own date, counts and writes. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { WasmEvaluator } from '@anpo/columns';
import { compilePlan, dependentOutputs, type Plan } from '@anpo/columns/plan';
import type { Rulebook } from '@anpo/engine';
import { ZONE } from '@anpo/engine/calendar';
import { complain, refuse } from '@anpo/engine/complaint';
import type { ScreenOptions, ScreenResult } from './contract.ts';
import { Settler } from './count/settle.ts';
import { Summary } from './count/summary.ts';
import { presentMap } from './map/check.ts';
import { incidentsIn, nowhere } from './map/map.ts';
import { expressionsOf } from './rows/expressions.ts';
import { factsOf } from './rows/facts.ts';
import { type Connections, openDatabase } from './source/database.ts';
import { asData, openSource, type SourceFile } from './source/source.ts';
import { readPart } from './threads/read-part.ts';
import { type Part, Threads } from './threads/threads.ts';
import { screenComplaint } from './words/codes.ts';
import { type Checkpoint, readCheckpoint, removeCheckpoint, writeCheckpoint } from './write/checkpoint.ts';
import { PartWriter } from './write/parts.ts';
import { Rejects } from './write/rejects.ts';
import { summaryCsv } from './write/summary.ts';
import { checkWritable } from './write/writable.ts';

const ROWS_IN_BATCH = 131_072;
/** Combinations of date class, year and party for which a batch has room; with more it is cut. */
const SEGMENTS = 1000;
/** A thread takes about as long to start as a core takes for so much of Parquet. */
const BYTES_IN_THREAD = 64 * 1024 * 1024;
const PARTS_IN_THREAD = 3;
/** After a crash no more than this is done again. */
const MILLISECONDS_BETWEEN_CHECKPOINTS = 2000;
const MEMORY = { rows: ROWS_IN_BATCH, segments: SEGMENTS };

/** Throws a ComplaintError for a map, names, dates and data that cannot be, and for files that cannot be written. */
export async function screen(rulebook: Rulebook, asked: ScreenOptions): Promise<ScreenResult> {
  const { places = nowhere } = asked;
  const map = presentMap(rulebook, asked.map, places);
  refuse([asked.out, asked.rejects, asked.summary, asked.checkpoint].flatMap(checkWritable));
  const options = { ...asked, map, places };
  const plan = (options.compile ?? compilePlan)(rulebook, {
    view: options.view,
    on: options.on,
    knownOn: options.knownOn,
    norms: options.norms,
    incidents: incidentsIn(map),
    facts: Object.keys(map.facts),
  });
  const database = await openDatabase(options.threads);
  try {
    const { connections } = database;
    const source = await openSource(connections.rows, options.data, options.standardInput, map);
    try {
      return await new Screening(rulebook, plan, connections, options, source.files).run();
    } finally {
      await source.dispose();
    }
  } catch (error) {
    // A disk that is full or a folder that cannot be written to is no fault of the program.
    const { code, path } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string' || path === undefined) throw error;
    return complain(screenComplaint('file-unwritable', { file: path, reason: code }));
  } finally {
    database.close();
  }
}

class Screening {
  readonly #rulebook: Rulebook;
  readonly #plan: Plan;
  readonly #connections: Connections;
  readonly #options: ScreenOptions;
  readonly #settler: Settler | undefined;
  readonly #key: string;
  readonly #before: Checkpoint | undefined;
  readonly #summary: Summary;
  readonly #rejects: Rejects;
  readonly #started = performance.now();
  readonly #files: readonly SourceFile[];
  #threads: Threads | undefined;
  #writer: PartWriter | undefined;
  /** Parts of the output that were written. */
  #parts: number;
  #rows: number;
  /** Bytes of the files that are done with. */
  #bytes = 0;
  #kept = performance.now();
  #wroteCheckpoint = false;
  /** True where moments became days. */
  #zoned = false;

  constructor(
    rulebook: Rulebook,
    plan: Plan,
    connections: Connections,
    options: ScreenOptions,
    files: readonly SourceFile[],
  ) {
    this.#rulebook = rulebook;
    this.#plan = plan;
    this.#connections = connections;
    this.#options = options;
    this.#files = files;
    this.#settler = options.settle ? new Settler(rulebook, plan) : undefined;
    this.#key = keyOf(rulebook, options, files);
    const { checkpoint } = options;
    this.#before = checkpoint === undefined ? undefined : readCheckpoint(checkpoint, this.#key);
    this.#rejects = new Rejects(options.rejects, options.language ?? 'en', this.#before);
    const evaluator = new WasmEvaluator(plan, MEMORY);
    this.#summary = new Summary(evaluator, options.map.party, this.#settler, this.#before?.summary);
    this.#rows = this.#before?.rows ?? 0;
    this.#parts = this.#before?.parts ?? 0;
  }

  async run(): Promise<ScreenResult> {
    const { checkpoint } = this.#options;
    let finished = true;
    try {
      for (const [index, file] of this.#files.entries()) {
        if (index >= (this.#before?.file ?? 0)) finished = await this.#file(file, index);
        if (!finished) break;
      }
      for (const state of (await this.#threads?.finish()) ?? []) this.#summary.merge(state);
      if (finished || checkpoint === undefined) {
        await this.#writer?.finish(this.#parts);
        this.#rejects.finish();
        if (checkpoint !== undefined) removeCheckpoint(checkpoint);
      }
    } catch (error) {
      this.#abandon();
      throw error;
    } finally {
      await this.#threads?.close();
    }
    const result: ScreenResult = {
      library: this.#plan.library,
      view: this.#plan.view,
      rows: this.#rows,
      rejected: this.#rejects.count,
      rejects: this.#options.rejects,
      files: this.#files.length,
      logic: this.#settler ? 'exact' : 'kleene',
      finished,
      resumed: this.#before !== undefined,
      summary: this.#summary.rows(),
      dependent: [...dependentOutputs(this.#plan)],
      days: this.#summary.days,
      ...(this.#zoned ? { zone: ZONE } : {}),
      notUtf8: this.#files.flatMap(({ name, aside }) =>
        aside ? [{ file: name, records: aside.count, seems: aside.seems }] : [],
      ),
      assumed: this.#assumed(),
    };
    const { summary } = this.#options;
    if (summary !== undefined) writeFileSync(summary, summaryCsv(result));
    return result;
  }

  /** Leaves nothing of a run that failed: what it wrote, and what it went on from. */
  #abandon(): void {
    this.#rejects.abandon();
    this.#writer?.abandon();
    const { checkpoint } = this.#options;
    if (checkpoint !== undefined && (this.#before || this.#wroteCheckpoint)) removeCheckpoint(checkpoint);
  }

  /** Screens a file, or hands its parts to the threads. False where the user stopped it. */
  async #file(file: SourceFile, index: number): Promise<boolean> {
    const { rows: connection } = this.#connections;
    const { out } = this.#options;
    const expressions = await asData(file.name, () =>
      expressionsOf(connection, this.#rulebook, this.#options, file, out !== undefined),
    );
    this.#zoned ||= expressions.zoned;
    const facts = await asData(file.name, () => factsOf(connection, file, expressions));
    const from = index === this.#before?.file ? this.#before.read : 0;
    const part: Part = { file, expressions, options: { rowsInBatch: ROWS_IN_BATCH, from, facts } };
    if (expressions.local && facts.cuts && this.#worthThreads) {
      await this.#inThreads(part, facts.cuts);
      return true;
    }
    if (out !== undefined)
      this.#writer = new PartWriter(this.#connections.findings, out, this.#plan, expressions);
    let rowsOfFile: number | undefined = from;
    for await (const read of readPart(this.#connections, part)) {
      rowsOfFile = read.exact ? read.read : undefined;
      const findings = this.#summary.add(read.batch, out !== undefined, read.until);
      if (findings && read.batch.rows > 0)
        await this.#writer?.write(this.#parts++, file.name, read, findings);
      this.#rejects.rows(file, read.rejects);
      this.#rows += read.batch.rows;
      this.#report(
        facts.rows === undefined ? undefined : this.#bytes + (file.bytes * read.read) / facts.rows,
      );
      const stopped = this.#options.stopped?.() ?? false;
      this.#keep(index, read.read, stopped);
      if (stopped) return false;
    }
    await this.#rejects.endOf(file, rowsOfFile, expressions.columns.length, connection);
    this.#bytes += file.bytes;
    return true;
  }

  /** Threads only count: what is written, settled or kept for resuming has one order. And each costs time to start. */
  get #worthThreads(): boolean {
    const { threads = 1, bytesInThread = BYTES_IN_THREAD, out, checkpoint } = this.#options;
    const mayThread = threads > 1 && out === undefined && checkpoint === undefined && !this.#settler;
    return mayThread && this.#bytesInAll >= threads * bytesInThread;
  }

  get #bytesInAll(): number {
    return this.#files.reduce((sum, file) => sum + file.bytes, 0);
  }

  async #inThreads(part: Part, cuts: readonly number[]): Promise<void> {
    const { map, threads = 1 } = this.#options;
    const rows = cuts.at(-1) as number;
    this.#threads ??= new Threads({ plan: this.#plan, party: map.party, memory: MEMORY }, threads, {
      counted: (counted, file, share) => {
        this.#rows += counted;
        this.#bytes += file.bytes * share;
        this.#report(this.#bytes);
      },
      rejected: (file, rejects) => {
        this.#rejects.rows(file, rejects);
      },
    });
    // Some parts more than threads, so that none is idle for long; not too many, since each learns the cells anew.
    const each = Math.ceil((cuts.length - 1) / (threads * PARTS_IN_THREAD));
    for (let index = 0; index < cuts.length - 1; index += each) {
      const [from, until] = [cuts[index] as number, cuts[Math.min(index + each, cuts.length - 1)] as number];
      await this.#threads.start(
        { ...part, options: { ...part.options, from, until } },
        (until - from) / rows,
      );
    }
  }

  #report(bytes: number | undefined): void {
    this.#options.progress?.({
      rows: this.#rows,
      rejected: this.#rejects.count,
      seconds: (performance.now() - this.#started) / 1000,
      share: bytes === undefined ? undefined : bytes / this.#bytesInAll,
    });
  }

  /** Keeps where the run stands, now and then and when it is stopped. */
  #keep(file: number, read: number, stopped: boolean): void {
    const path = this.#options.checkpoint;
    if (path === undefined) return;
    if (!stopped && performance.now() - this.#kept < MILLISECONDS_BETWEEN_CHECKPOINTS) return;
    this.#kept = performance.now();
    this.#wroteCheckpoint = true;
    writeCheckpoint(path, {
      key: this.#key,
      parts: this.#parts,
      ...this.#rejects.state,
      rows: this.#rows,
      summary: this.#summary.state,
      file,
      read,
    });
  }

  #assumed(): ScreenResult['assumed'] {
    const { assumed } = this.#plan;
    return this.#rulebook.facts.flatMap((fact) =>
      fact.default === undefined || !assumed.includes(fact.id)
        ? []
        : [{ fact: fact.id, value: fact.default }],
    );
  }
}

/** What makes two runs the same question on the same data. */
function keyOf(rulebook: Rulebook, options: ScreenOptions, files: readonly SourceFile[]): string {
  const { map, view, on, knownOn, norms, out, settle } = options;
  const data = files.map(({ name, bytes, stamp }) => [name, bytes, stamp]);
  return createHash('sha256')
    .update(JSON.stringify([rulebook.hash, map, view, on, knownOn, norms, out, settle, data]))
    .digest('hex');
}
