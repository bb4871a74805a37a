/** The database that reads and writes: its settings are Anpo's own, never the machine's. */
import { literal } from '@anpo/columns/sql';
import { ZONE } from '@anpo/engine/calendar';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Three connections to one database: a statement on a connection ends the stream that is open on it. */
export interface Connections {
  readonly rows: DuckDBConnection;
  /** Where expressions are evaluated for cells that were not met before. */
  readonly cells: DuckDBConnection;
  /** Where findings are written while rows are read. */
  readonly findings: DuckDBConnection;
}

export interface Database {
  readonly connections: Connections;
  close(): void;
}

export async function openDatabase(threads = 1): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const settings = await instance.connect();
  // A moment becomes a day in this zone; DuckDB would take the machine's.
  await settings.run(`SET GLOBAL TimeZone = ${literal(ZONE)}`);
  settings.closeSync();
  const connections = {
    rows: await instance.connect(),
    cells: await instance.connect(),
    findings: await instance.connect(),
  };
  return { connections, close: () => instance.closeSync() };
}
