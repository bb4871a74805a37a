/** The words for a claim whose stated verdict is not what its proof finds. */
import {
  type CheckedVerdict,
  type ComplaintCatalogue,
  type ComplaintWords,
  complaintsOf,
} from '@anpo/engine';
import type { Messages } from './english.ts';
import { messagesIn } from './index.ts';

export type ClaimCodes = {
  'verdict-differs': {
    claim: string;
    view: string | undefined;
    stated: CheckedVerdict['stated'];
    found: CheckedVerdict['found'];
  };
};

export const claimComplaint = complaintsOf<ClaimCodes>();

/** A verdict of a proof in words; `not-decided` has none among the verdicts a claim may state. */
export function foundWords(found: CheckedVerdict['found'], messages: Messages): string {
  if (found === undefined) return messages.reasoning.byEvidence;
  return messages.verdicts[found] ?? messages.reasoning.notDecided;
}

const wordsIn = (messages: Messages): ComplaintWords<ClaimCodes> => ({
  'verdict-differs': ({ claim, view, stated, found }) => ({
    message: messages.reasoning.claimWrong(
      claim,
      view === undefined ? '' : messages.inBrackets(messages.inView(view)),
      messages.verdicts[stated] ?? stated,
      foundWords(found, messages),
    ),
    mend: messages.reasoning.claimWrongMend(claim),
  }),
});

export const claimWords: ComplaintCatalogue<ClaimCodes> = {
  en: wordsIn(messagesIn('en')),
  ja: wordsIn(messagesIn('ja')),
};
