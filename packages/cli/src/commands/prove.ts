/** `anpo prove QUERY`: whether a statement holds over every situation, day and reading it asks about. */
import { compileQueries, holdersOfView, prove as proveQuery, verdictOf } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import { fail } from '../failure.ts';
import { checkView } from '../input/situation.ts';
import { withProgress } from '../render/progress.ts';
import { renderProofs } from '../render/proof.ts';
import type { Command } from './command.ts';

export const prove: Command = {
  options: { view: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const { messages, environment } = context;
    const [text] = parsed.positionals;
    if (text === undefined)
      return fail({ message: messages.argumentMissing('QUERY'), mend: messages.reasoning.queryMend });
    const result = await withProgress(context, async () => {
      const { rulebook, query } = await environment.loadQuery(text, textOf(parsed, 'library'), context);
      const view = textOf(parsed, 'view') ?? 'all';
      checkView({ text: view, where: '--view' }, rulebook, messages);
      const compiled = compileQueries(rulebook, [query]);
      const proofs = proveQuery(compiled, 0, { view: holdersOfView(rulebook, view) });
      return { rulebook, query, view, proofs };
    });
    const { rulebook, query, view, proofs } = result;
    environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify({ library: rulebook.hash, query, view, verdict: verdictOf(proofs), proofs }, undefined, 2)}\n`
        : renderProofs(query, view, proofs, rulebook, parsed.values.all === true, context),
    );
    return 0;
  },
};
