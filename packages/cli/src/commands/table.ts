/** `anpo table`: the decision table of a norm. */
import { factFlagWrong, sayDecisionTables, speakerFor } from '@anpo/answers';
import { decisionTables, type TableGiven } from '@anpo/columns/table';
import { complain } from '@anpo/engine/complaint';
import { keptPlan } from '@anpo/node/plans';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import { tablesAsCsv, tablesAsHtml, tablesAsMarkdown } from '../formats/tables.ts';
import type { Command } from './command.ts';
import { print } from './print.ts';

const tableFormats = ['text', 'markdown', 'csv', 'html'] as const;
type TableFormat = (typeof tableFormats)[number];

export const table: Command = {
  options: {
    vary: { type: 'string' },
    fact: { type: 'string', multiple: true },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    view: { type: 'string' },
    format: { type: 'string' },
    json: { type: 'boolean' },
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
    const { rulebook } = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    const tables = decisionTables(rulebook, {
      norm,
      vary,
      given: (parsed.lists.fact ?? []).map(givenOf),
      on: textOf(parsed, 'on') ?? context.environment.today(),
      knownOn: textOf(parsed, 'known-on'),
      view: textOf(parsed, 'view'),
      compile: (laws, asked) => keptPlan(laws, asked, context.environment),
    });
    // What programs read is whole.
    const full = format === 'csv' || parsed.values.json === true;
    const answer = sayDecisionTables(tables, full, speakerFor(rulebook, context.language));
    const { out } = context.environment;
    if (format === 'text' || parsed.values.json === true) print({ data: tables, answer }, parsed, context);
    else if (format === 'markdown') out.write(tablesAsMarkdown(answer));
    else if (format === 'html') out.write(tablesAsHtml(answer));
    else {
      const before = tables.map((each) => ({ norm: each.norm, bearers: each.bearers.join(' ') }));
      out.write(tablesAsCsv(answer, before));
    }
    return 0;
  },
};

/** Reads `KEY` and `KEY=VALUE`, where a key is a fact, perhaps for one organ: `fact@organ`. */
function givenOf(text: string): TableGiven {
  const [, key = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (key.trim() === '' || value?.trim() === '') return complain(factFlagWrong(text));
  return { key: key.trim(), value: value?.trim() ?? 'yes', where: { input: `--fact ${text}` } };
}
