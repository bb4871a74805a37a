/** The claims of the library by verdict, or one of them with its proofs. */
import { complain, nearest } from '@anpo/engine/complaint';
import type { CheckedVerdict } from '@anpo/engine/reasoning';
import type { Claim } from '@anpo/engine/rulebook';
import { presentNames } from '@anpo/engine/situation';
import { answersComplaint } from '../complaints/codes.ts';
import { verifyClaims } from '../questions/claims.ts';
import { sayClaim, sayClaims } from '../said/claims.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface ClaimsInput {
  /** One claim; all of them where there is none. */
  readonly claim?: string | undefined;
}

export type ClaimsData = readonly (Claim & { readonly checked?: readonly CheckedVerdict[] | undefined })[];

export const claims: Operation<ClaimsInput, ClaimsData> = (
  library,
  { claim },
  { language, full = false, progress },
) => {
  const { rulebook } = library;
  const id = claim === undefined ? undefined : presentNames(rulebook).entry(claim);
  const asked = id === undefined ? rulebook.claims : rulebook.claims.filter((each) => each.id === id);
  if (id !== undefined && asked.length === 0) {
    const ids = rulebook.claims.map((each) => each.id);
    return complain(answersComplaint('unknown-claim', { claim: id }, { nearest: nearest(id, ids, 4) }));
  }
  const checked = verifyClaims(library, asked, progress);
  const speaker = speakerFor(rulebook, language);
  const [only] = asked;
  return {
    data: asked.map((each) => ({ ...each, checked: checked.get(each.id)?.verdicts })),
    answer:
      id !== undefined && only
        ? sayClaim(only, checked.get(only.id), full, speaker)
        : sayClaims(asked, checked, speaker),
  };
};
