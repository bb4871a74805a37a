/** The words for how those who read something stand to each other: the same for findings, proofs and claims. */
import type { Agreement } from '@anpo/engine/findings';
import { indexRulebook } from '@anpo/engine/rulebook';
import type { Speaker } from '../speaker.ts';

/** What the words need to know of an agreement: of a finding's, or of a proof's. */
export interface AgreementSaid {
  readonly kind: Agreement['kind'];
  readonly contestedBy: readonly string[];
  readonly positions: readonly {
    readonly holder: string;
    readonly party: boolean;
    readonly outcome: string;
    /** What it has no reading of, though its outcome hangs on it. */
    readonly unread: readonly unknown[];
  }[];
}

export function agreementText(agreement: AgreementSaid, { words, rulebook, say }: Speaker): string {
  const { kind, positions, contestedBy } = agreement;
  const names = (holders: readonly string[]): string =>
    words.list(holders.map((holder) => say(indexRulebook(rulebook).holder(holder).label)));
  // Whoever has read only a part has not agreed to the rest.
  const parties = positions.flatMap(({ holder, party, unread }) =>
    party && unread.length === 0 ? [holder] : [],
  );
  switch (kind) {
    case 'no-reading-recorded':
      return words.noReading;
    case 'agreed': {
      const open = positions.every(({ outcome }) => outcome === 'undetermined');
      if (positions.length === 1) return open ? words.oneReadingOpen : words.oneReading;
      if (positions.some(({ unread }) => unread.length > 0)) return words.noneDiffers;
      return open ? words.agreedOpen : words.agreed;
    }
    case 'agreed-between-parties':
      if (parties.length === 0) return words.contestedInPart(names(contestedBy));
      return parties.length === 1
        ? words.readByOneParty(names(parties), names(contestedBy))
        : words.agreedBetweenParties(names(contestedBy));
    case 'contested-between-parties':
      return words.contestedBetweenParties(names(contestedBy));
    case 'no-party-reads':
      return words.noPartyReads;
  }
}
