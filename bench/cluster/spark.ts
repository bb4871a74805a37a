/** A Spark cluster on loopback: a coordinator and two workers, each a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

const VERSION = '3.5.8';

/** Where Spark is: ANPO_SPARK, or PyPI's pyspark (which carries the server) in a cache of the repository's own. */
export function sparkHome(root: string): { home: string; python: string } {
  const given = process.env.ANPO_SPARK;
  const venv = given ?? join(root, 'node_modules', '.cache', 'anpo', 'spark');
  const python = join(venv, 'bin', 'python');
  if (!existsSync(python)) {
    mkdirSync(venv, { recursive: true });
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' });
    execFileSync(join(venv, 'bin', 'pip'), ['install', '-q', `pyspark==${VERSION}`], { stdio: 'inherit' });
  }
  const lib = join(venv, 'lib');
  const home = join(lib, readdirSync(lib)[0] as string, 'site-packages', 'pyspark');
  return { home, python };
}

export class SparkCluster {
  readonly #home: string;
  readonly #processes: ChildProcess[] = [];
  readonly #work: string;
  readonly port: number;

  constructor(home: string, work: string, port: number) {
    this.#home = home;
    this.#work = work;
    this.port = port;
  }

  get url(): string {
    return `spark://127.0.0.1:${this.port}`;
  }

  async start(workers: number): Promise<void> {
    this.#java('org.apache.spark.deploy.master.Master', [
      '--host',
      '127.0.0.1',
      '--port',
      String(this.port),
      '--webui-port',
      '0',
    ]);
    await this.#reachable();
    for (let worker = 0; worker < workers; worker++) {
      this.#java('org.apache.spark.deploy.worker.Worker', [
        '--host',
        '127.0.0.1',
        '--webui-port',
        '0',
        '--cores',
        '1',
        '--memory',
        '2g',
        '--work-dir',
        join(this.#work, `worker-${worker}`),
        this.url,
      ]);
    }
  }

  stop(): void {
    for (const process of this.#processes.reverse()) process.kill();
  }

  #java(main: string, parameters: readonly string[]): void {
    const child = spawn('java', ['-cp', join(this.#home, 'jars', '*'), '-Xmx512m', main, ...parameters], {
      stdio: process.env.ANPO_DEBUG ? 'inherit' : 'ignore',
      // Without the Scala version Spark looks for the directories of a build of its own.
      env: {
        ...process.env,
        SPARK_HOME: this.#home,
        SPARK_LOCAL_IP: '127.0.0.1',
        SPARK_SCALA_VERSION: '2.12',
      },
    });
    this.#processes.push(child);
  }

  async #reachable(): Promise<void> {
    for (let attempt = 0; attempt < 120; attempt++) {
      const open = await new Promise<boolean>((resolve) => {
        const socket = connect(this.port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
      if (open) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('the coordinator did not come up; ANPO_DEBUG=1 shows why');
  }
}
