/** The claims of the library by verdict, or one of them with its proofs. */
import { type CheckedVerdict, type Claim, complain, nearest } from '@anpo/engine';
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
  rulebook,
  { claim: id },
  { language, full = false, progress },
) => {
  const asked = id === undefined ? rulebook.claims : rulebook.claims.filter((claim) => claim.id === id);
  if (id !== undefined && asked.length === 0) {
    const ids = rulebook.claims.map((claim) => claim.id);
    return complain(answersComplaint('unknown-claim', { claim: id }, { nearest: nearest(id, ids, 4) }));
  }
  const checked = verifyClaims({ ...rulebook, claims: asked }, progress);
  const speaker = speakerFor(rulebook, language);
  const [only] = asked;
  return {
    data: asked.map((claim) => ({ ...claim, checked: checked.get(claim.id)?.verdicts })),
    answer:
      id !== undefined && only
        ? sayClaim(only, checked.get(only.id), full, speaker)
        : sayClaims(asked, checked, speaker),
  };
};
