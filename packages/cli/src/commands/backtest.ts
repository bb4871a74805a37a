/** `anpo backtest`: the precedents against their recorded answers. */
import { backtest as run } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import { renderBacktest } from '../render/backtest.ts';
import type { Command } from './command.ts';

export const backtest: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const { out, loadRulebook } = context.environment;
    const rulebook = await loadRulebook(textOf(parsed, 'library'), context);
    const report = run(rulebook);
    out.write(
      parsed.values.json === true
        ? `${JSON.stringify({ ...report, statements: rulebook.statements }, undefined, 2)}\n`
        : renderBacktest(report, rulebook, context),
    );
    return report.totals.failed > 0 ? 1 : 0;
  },
};
