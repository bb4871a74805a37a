/** `anpo sql`: the rules as one view, for where the data lives. */
import {
  DAY_COLUMN,
  type DialectName,
  dialectNames,
  dialects,
  generateView,
  sourceColumns,
} from '@anpo/columns/sql';
import { complain } from '@anpo/engine/complaint';
import { keptPlan } from '@anpo/node/plans';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import type { Command } from './command.ts';

export const sql: Command = {
  options: {
    dialect: { type: 'string' },
    source: { type: 'string' },
    name: { type: 'string' },
    keep: { type: 'string', multiple: true },
    norm: { type: 'string', multiple: true },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    view: { type: 'string' },
  },
  positionals: 0,
  async run(parsed, context) {
    const words = context.words.columns;
    const name = (textOf(parsed, 'dialect') ?? 'duckdb') as DialectName;
    if (!dialectNames.includes(name))
      return complain(commandComplaint('flag-one-of', { flag: 'dialect', values: dialectNames }));
    const dialect = dialects[name];
    const { rulebook } = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    const on = textOf(parsed, 'on');
    const plan = keptPlan(
      rulebook,
      {
        on,
        knownOn: textOf(parsed, 'known-on'),
        view: textOf(parsed, 'view'),
        norms: parsed.lists.norm,
        amounts: parsed.lists.norm === undefined,
      },
      context.environment,
    );
    const source = textOf(parsed, 'source') ?? 'situations';
    const columns = sourceColumns(rulebook, plan, dialect).map(
      (column) =>
        `--   ${dialect.quote(column.name)} ${column.type}${column.name === DAY_COLUMN ? ' NOT NULL' : ''}`,
    );
    context.environment.out.write(
      [
        `-- ${words.sqlLibrary(rulebook.hash)}`,
        `-- ${words.sqlSource(source)}`,
        ...columns,
        `${generateView(rulebook, plan, { dialect, source, view: textOf(parsed, 'name') ?? 'findings', keep: parsed.lists.keep })};`,
        '',
      ].join('\n'),
    );
    return 0;
  },
};
