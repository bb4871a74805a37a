import { dialects, generateView } from '@anpo/columns/sql';
import { tableStatements } from '@anpo/columns/testing';
import { DuckDBInstance } from '@duckdb/node-api';
import { HOLDER, syntheticRulebook } from '../synthetic.ts';
import type { MakePeer } from './peer.ts';

const ROWS = 20_000;

export const duckdb: MakePeer = async (plan) => {
  const rulebook = syntheticRulebook(1);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  let loaded: object | undefined;
  return {
    name: 'DuckDB SQL, one thread',
    semantics: `three-valued by NULL, as here (view of ${HOLDER})`,
    twoValued: false,
    rows: ROWS,
    async evaluate(batch) {
      if (loaded !== batch) {
        // Loading is not measured: the table is DuckDB's own form of the typed columns.
        for (let from = 0; from < batch.rows; from += 20_000) {
          const rows = Math.min(20_000, batch.rows - from);
          const part = {
            rows,
            columns: Object.fromEntries(
              Object.entries(batch.columns).map(([key, column]) => [
                key,
                { ...column, values: column.values.subarray(from, from + rows) },
              ]),
            ),
          } as typeof batch;
          const statements = tableStatements(rulebook, plan, part, dialects.duckdb, 'situations');
          for (const statement of from === 0 ? statements : statements.slice(1))
            await connection.run(statement);
        }
        await connection.run(
          generateView(rulebook, plan, { dialect: dialects.duckdb, source: 'situations', view: 'findings' }),
        );
        loaded = batch;
      }
      const start = performance.now();
      await connection.run('CREATE OR REPLACE TEMP TABLE result AS SELECT * FROM findings');
      const seconds = (performance.now() - start) / 1000;
      return {
        seconds,
        async outcomes() {
          const columns = (await connection.runAndReadAll('SELECT * FROM result')).getColumns();
          return columns.map((column) =>
            Uint8Array.from(column, (value) => (value === null ? 2 : value === true ? 1 : 0)),
          );
        },
      };
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
