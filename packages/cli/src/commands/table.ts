/** `anpo table`: the decision table of a norm. */
import { factFlagWrong } from '@anpo/answers';
import { decisionTables, type TableGiven } from '@anpo/columns/table';
import { complain } from '@anpo/engine';
import { keptPlan } from '@anpo/node/plans';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import { renderTables, type TableFormat, tableFormats } from '../render/decision-table.ts';
import type { Command } from './command.ts';

export const table: Command = {
  options: {
    vary: { type: 'string' },
    fact: { type: 'string', multiple: true },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    view: { type: 'string' },
    format: { type: 'string' },
  },
  positionals: 1,
  async run(parsed, context) {
    const [norm] = parsed.positionals;
    if (norm === undefined) return complain(commandComplaint('argument-missing', { argument: 'NORM' }));
    const vary = textOf(parsed, 'vary')
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    if (!vary || vary.length === 0) return complain(commandComplaint('vary-missing', {}));
    const format = (textOf(parsed, 'format') ?? 'text') as TableFormat;
    if (!tableFormats.includes(format))
      return complain(commandComplaint('flag-one-of', { flag: 'format', values: tableFormats }));
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    const tables = decisionTables(rulebook, {
      norm,
      vary,
      given: (parsed.lists.fact ?? []).map(givenOf),
      on: textOf(parsed, 'on') ?? context.environment.today(),
      knownOn: textOf(parsed, 'known-on'),
      view: textOf(parsed, 'view'),
      compile: (laws, asked) => keptPlan(laws, asked, context.environment),
    });
    context.environment.out.write(renderTables(norm, tables, format, context));
    return 0;
  },
};

/** Reads `KEY` and `KEY=VALUE`, where a key is a fact, perhaps for one organ: `fact@organ`. */
function givenOf(text: string): TableGiven {
  const [, key = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (key.trim() === '' || value?.trim() === '') return complain(factFlagWrong(text));
  return { key: key.trim(), value: value?.trim() ?? 'yes', where: { input: `--fact ${text}` } };
}
