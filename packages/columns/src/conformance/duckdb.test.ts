import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { dialects } from '../sql/dialect.ts';
import { generateView } from '../sql/view.ts';
import { ROW_COLUMN, tableStatements } from './sql-rows.ts';
import { conform } from './suite.ts';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
const dialect = dialects.duckdb;

conform({
  name: 'DuckDB',
  runs: 25,
  open: async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
  },
  close: async () => {
    connection.closeSync();
    instance.closeSync();
  },
  evaluate: async (rulebook, plan, batch) => {
    await connection.run('DROP TABLE IF EXISTS situations CASCADE');
    for (const statement of tableStatements(rulebook, plan, batch, dialect, 'situations'))
      await connection.run(statement);
    await connection.run(
      generateView(rulebook, plan, { dialect, source: 'situations', view: 'findings', keep: [ROW_COLUMN] }),
    );
    const reader = await connection.runAndReadAll(`SELECT * FROM findings ORDER BY ${ROW_COLUMN}`);
    const columns = reader.getColumns();
    return plan.outputs.map((_, output) =>
      Uint8Array.from(columns[output + 1] ?? [], (value) => (value === null ? 2 : value === true ? 1 : 0)),
    );
  },
});
