/** Screens data: reads files as batches, evaluates each row under the law of its own date, counts and writes. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Rulebook } from '@anpo/engine';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { WasmEvaluator } from '../evaluators/wasm/evaluator.ts';
import { compilePlan, type PlanOptions } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import { literal } from '../sql/values.ts';
import { readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { Counter } from './counter.ts';
import { complain, ScreenError } from './error.ts';
import { checkMap, incidentsIn, type ScreenMap } from './map.ts';
import { PartWriter } from './parts.ts';
import { type ScreenQuery, screenQuery } from './query.ts';
import { readBatches } from './reader.ts';
import { Rejects } from './rejects.ts';
import { Settler } from './settle.ts';
import { openSource, type SourceFile } from './source.ts';
import { Summary, type SummaryRow } from './summary.ts';

export interface ScreenOptions {
  /** A file, a glob, or `-` for standard input. */
  readonly data: string;
  readonly map: ScreenMap;
  readonly view?: string | undefined;
  /** One day for all rows, instead of the map's. */
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly norms?: readonly string[] | undefined;
  /** Where findings go, row by row: `.parquet` or `.csv`. */
  readonly out?: string | undefined;
  readonly rejects: string;
  readonly settle?: boolean | undefined;
  readonly threads?: number | undefined;
  /** Keeps where the run stands, so that it can be interrupted. */
  readonly checkpoint?: string | undefined;
  /** Compiles a plan, or gives one that was kept; absent: {@link compilePlan}. */
  readonly compile?: ((rulebook: Rulebook, options: PlanOptions) => Plan) | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
  /** Asks between batches whether to stop; what is done is kept. */
  readonly stopped?: (() => boolean) | undefined;
}

export interface Progress {
  readonly rows: number;
  readonly rejected: number;
  readonly seconds: number;
  /** Share of the input that is read, from 0 to 1; absent where it is not known. */
  readonly share?: number | undefined;
}

export interface ScreenResult {
  readonly plan: Plan;
  readonly rows: number;
  readonly rejected: number;
  readonly files: number;
  readonly logic: 'kleene' | 'exact';
  readonly finished: boolean;
  readonly resumed: boolean;
  readonly summary: readonly SummaryRow[];
  /** Assumptions that the map does not give, at their default in every row. */
  readonly assumed: readonly { readonly fact: string; readonly value: string }[];
}

const ROWS_IN_BATCH = 262_144;
/** Combinations of date class, year and party for which a batch has room; with more it is cut. */
const SEGMENTS = 4000;
const MEMORY = { rows: ROWS_IN_BATCH, segments: SEGMENTS };

export async function screen(rulebook: Rulebook, options: ScreenOptions): Promise<ScreenResult> {
  const { map } = options;
  checkMap(map, rulebook);
  const plan = (options.compile ?? compilePlan)(rulebook, {
    view: options.view,
    on: options.on,
    knownOn: options.knownOn,
    norms: options.norms,
    incidents: incidentsIn(map),
    facts: Object.keys(map.facts),
  });
  const instance = await DuckDBInstance.create(':memory:', { threads: String(options.threads ?? 1) });
  const connection = await instance.connect();
  try {
    return await new Screening(rulebook, plan, connection, options).run();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

class Screening {
  readonly #rulebook: Rulebook;
  readonly #plan: Plan;
  readonly #connection: DuckDBConnection;
  readonly #options: ScreenOptions;
  readonly #evaluator: WasmEvaluator;
  readonly #settler: Settler | undefined;
  readonly #started = performance.now();

  constructor(rulebook: Rulebook, plan: Plan, connection: DuckDBConnection, options: ScreenOptions) {
    this.#rulebook = rulebook;
    this.#plan = plan;
    this.#connection = connection;
    this.#options = options;
    this.#evaluator = new WasmEvaluator(plan, MEMORY);
    this.#settler = options.settle ? new Settler(rulebook, plan) : undefined;
  }

  async run(): Promise<ScreenResult> {
    const { data, map, out } = this.#options;
    const source = await openSource(this.#connection, data);
    // Where only counts are asked, a second thread counts while this one reads.
    const alone = out !== undefined || this.#settler || this.#options.checkpoint !== undefined;
    const counter =
      alone || (this.#options.threads ?? 1) < 2
        ? undefined
        : new Counter({ plan: this.#plan, party: map.party, options: MEMORY });
    try {
      const key = this.#key(source.files);
      const path = this.#options.checkpoint;
      const before = path === undefined ? undefined : readCheckpoint(path, key);
      const rejects = new Rejects(this.#options.rejects, before?.rejectBytes ?? 0, before?.rejected ?? 0);
      let summary = new Summary(this.#plan, map.party, before?.summary ?? {});
      const totalBytes = source.files.reduce((sum, file) => sum + file.bytes, 0);
      let [rows, parts] = [before?.rows ?? 0, before?.parts ?? 0];
      let writer: PartWriter | undefined;
      let finished = true;
      let doneBytes = 0;
      for (let index = 0; index < source.files.length && finished; index++) {
        const file = source.files[index] as SourceFile;
        if (index < (before?.file ?? 0)) {
          doneBytes += file.bytes;
          continue;
        }
        const query = await screenQuery(
          this.#connection,
          this.#rulebook,
          map,
          file,
          this.#options.on,
          out !== undefined,
        );
        const total = await this.#rowsOf(file);
        const skip = index === before?.file ? before.read : 0;
        const hasDay = this.#options.on === undefined;
        if (out !== undefined)
          writer ??= new PartWriter(this.#connection, out, this.#plan, query.ids, hasDay);
        for await (const read of this.#batches(query, file, hasDay, skip)) {
          let findings: Uint8Array[] | undefined;
          if (counter) await counter.add(read.batch);
          else
            summary.add(this.#evaluator, read.batch, (piece) => {
              if (writer || this.#settler)
                findings = this.#plan.outputs.map((_, output) => piece.bytes(output));
            });
          this.#settler?.settle(read.batch, findings ?? [], (output, row, outcome) => {
            summary.settle(output, read.batch, row, outcome);
          });
          if (writer && findings && read.batch.rows > 0)
            await writer.write(parts++, file.name, read, findings);
          rejects.rows(file, read.rejects);
          rows += read.batch.rows;
          const share =
            total === undefined
              ? undefined
              : (doneBytes + (file.bytes * read.read) / Math.max(1, total)) / totalBytes;
          this.#options.progress?.({
            rows,
            rejected: rejects.count,
            seconds: (performance.now() - this.#started) / 1000,
            share,
          });
          if (path !== undefined) {
            writeCheckpoint(path, {
              key,
              parts,
              rejected: rejects.count,
              rejectBytes: rejects.bytes,
              rows,
              summary: summary.state,
              file: index,
              read: read.read,
            });
          }
          if (this.#options.stopped?.()) {
            finished = false;
            break;
          }
        }
        if (finished && file.format === 'csv') await rejects.lines(this.#connection, file);
        doneBytes += file.bytes;
      }
      if (counter) summary = new Summary(this.#plan, map.party, await counter.finish());
      if (finished) {
        rejects.finish();
        if (out !== undefined) await writer?.finish(out, parts);
        if (path !== undefined) removeCheckpoint(path);
      }
      return {
        plan: this.#plan,
        rows,
        rejected: rejects.count,
        files: source.files.length,
        logic: this.#settler ? 'exact' : 'kleene',
        finished,
        resumed: before !== undefined,
        summary: summary.rows(),
        assumed: this.#assumed(),
      };
    } finally {
      await counter?.close();
      await source.dispose();
    }
  }

  async *#batches(
    query: ScreenQuery,
    file: SourceFile,
    hasDay: boolean,
    skip: number,
  ): ReturnType<typeof readBatches> {
    try {
      yield* readBatches(this.#connection, query, hasDay, ROWS_IN_BATCH, skip);
    } catch (error) {
      if (error instanceof ScreenError) throw error;
      const detail = (error as Error).message.split('\n')[0];
      complain(
        `${file.name}: ${detail} (where a cell may be wrong, write TRY_CAST(cell AS type) in the map: the cell is then unknown)`,
        `${file.name}：${detail}（誤った値があり得る列には、対応表で TRY_CAST(列 AS 型) と書くと、その値は不明として扱われます）`,
      );
    }
  }

  /** Known for Parquet from its footer, and for nothing else without reading it all. */
  async #rowsOf(file: SourceFile): Promise<number | undefined> {
    if (file.format !== 'parquet') return undefined;
    const result = await this.#connection.runAndReadAll(
      `SELECT num_rows FROM parquet_file_metadata(${literal(file.path)})`,
    );
    return Number(result.getRows()[0]?.[0]);
  }

  #assumed(): ScreenResult['assumed'] {
    const given = Object.keys(this.#options.map.facts);
    return this.#rulebook.facts.flatMap((fact) =>
      fact.default === undefined || given.some((key) => key === fact.id || key.endsWith(`.${fact.id}`))
        ? []
        : [{ fact: fact.id, value: fact.default }],
    );
  }

  /** What makes two runs the same question on the same data. */
  #key(files: readonly SourceFile[]): string {
    const { map, view, on, knownOn, norms, out, settle } = this.#options;
    const data = files.map(({ name, path, bytes }) => [
      name,
      bytes,
      name === '-' ? 0 : statSync(path).mtimeMs,
    ]);
    return createHash('sha256')
      .update(JSON.stringify([this.#rulebook.hash, map, view, on, knownOn, norms, out, settle, data]))
      .digest('hex');
  }
}
