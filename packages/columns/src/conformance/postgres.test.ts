import { dialects } from '../sql/dialect.ts';
import { generateView } from '../sql/view.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { ROW_COLUMN, tableStatements } from './sql-rows.ts';
import { conform } from './suite.ts';

let server: PostgresServer;
const dialect = dialects.postgres;

conform({
  name: 'PostgreSQL',
  runs: 12,
  open: async () => {
    server = await startPostgres();
  },
  close: async () => server?.close(),
  evaluate: async (rulebook, plan, batch) => {
    const { client } = server;
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
