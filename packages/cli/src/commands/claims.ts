/** `anpo claims [ID]`: the claims of the library by verdict, or one of them with its proofs. */
import { nearest } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import { fail } from '../failure.ts';
import { verifyClaims } from '../library/claims.ts';
import { renderClaim, renderClaims } from '../render/claims.ts';
import type { Command } from './command.ts';

export const claims: Command = {
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const { messages, environment } = context;
    const rulebook = await environment.loadRulebook(textOf(parsed, 'library'), context);
    const [id] = parsed.positionals;
    const asked = id === undefined ? rulebook.claims : rulebook.claims.filter((claim) => claim.id === id);
    if (id !== undefined && asked.length === 0) {
      const ids = rulebook.claims.map((claim) => claim.id);
      return fail({
        message: messages.reasoning.unknownClaim(id),
        nearest: nearest(id, ids, 4),
        mend: messages.reasoning.claimsMend,
      });
    }
    const checked = verifyClaims({ ...rulebook, claims: asked }, context);
    const full = parsed.values.all === true;
    const [only] = asked;
    environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(
            asked.map((claim) => ({ ...claim, checked: checked.get(claim.id)?.verdicts })),
            undefined,
            2,
          )}\n`
        : id !== undefined && only
          ? renderClaim(only, checked.get(only.id), rulebook, full, context)
          : renderClaims(asked, checked, context),
    );
    return 0;
  },
};
