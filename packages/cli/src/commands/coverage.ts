/** `anpo coverage`: how far the library has come, instrument by instrument and document by document. */
import { textOf } from '../arguments/parse.ts';
import { renderCoverage } from '../render/coverage.ts';
import { coverageOf } from '../rulebook/coverage.ts';
import type { Command } from './command.ts';

export const coverage: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const { out, loadRulebook } = context.environment;
    const rulebook = await loadRulebook(textOf(parsed, 'library'), context);
    const found = coverageOf(rulebook);
    out.write(
      parsed.values.json === true
        ? `${JSON.stringify(found, undefined, 2)}\n`
        : renderCoverage(found, rulebook, context),
    );
    return 0;
  },
};
