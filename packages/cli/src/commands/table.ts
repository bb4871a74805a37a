/** `anpo table`: the decision table of a norm. */
import { decisionTables } from '@anpo/columns/table';
import { keptPlan } from '@anpo/node/plans';
import { textOf } from '../arguments/parse.ts';
import { fail } from '../failure.ts';
import { asFailure } from '../input/columns.ts';
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
    const { messages } = context;
    const [norm] = parsed.positionals;
    if (norm === undefined) return fail({ message: messages.argumentMissing('NORM') });
    const vary = textOf(parsed, 'vary')
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    if (!vary || vary.length === 0) return fail({ message: messages.columns.varyMissing });
    const format = (textOf(parsed, 'format') ?? 'text') as TableFormat;
    if (!tableFormats.includes(format))
      return fail({ message: messages.columns.chooseOf('format', tableFormats) });
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    return asFailure(() => {
      const tables = decisionTables(rulebook, {
        norm,
        vary,
        given: Object.fromEntries((parsed.lists.fact ?? []).map(pair)),
        on: textOf(parsed, 'on') ?? context.environment.today(),
        knownOn: textOf(parsed, 'known-on'),
        view: textOf(parsed, 'view'),
        compile: (laws, asked) => keptPlan(laws, asked, context.environment),
      });
      context.environment.out.write(renderTables(norm, tables, format, context));
      return 0;
    });
  },
};

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return at < 0 ? [text, 'yes'] : [text.slice(0, at), text.slice(at + 1)];
};
