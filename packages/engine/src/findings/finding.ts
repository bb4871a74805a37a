/** What is found of one norm, amount or term: its outcome, who agrees, and what would settle it. */
import type { Deadline, Mark, Norm, Outcome, Text } from '../rulebook/schema.ts';
import type { CitedSource, Reason, ReasonValue } from './reason.ts';

/** What would settle an undetermined finding. */
export type Pending =
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly incident?: number | undefined;
      readonly question: Text;
    }
  | {
      readonly kind: 'determination';
      readonly fact: string;
      readonly incident?: number | undefined;
      readonly organ: string;
      readonly organLabel: Text;
      readonly question: Text;
    }
  | {
      readonly kind: 'reading';
      readonly choice: string;
      readonly holders: readonly string[];
      readonly text: Text;
    };

/** What one holder reads, and what that comes to on these facts: two things. */
export interface HolderPosition {
  readonly holder: string;
  readonly label: Text;
  /** Speaks for a party of the instrument; for a home party where the instrument names none. */
  readonly party: boolean;
  readonly outcome: Outcome;
  /** What it has no reading of, where it is that which keeps its outcome open. */
  readonly unread: readonly Text[];
  readonly readings: readonly {
    readonly choice: string;
    /** What is read: the term, norm, instrument or relation. */
    readonly subject: Text;
    readonly since?: string | undefined;
    /** Since when the rule has been read so, where the rule is younger than the reading. */
    readonly sinceRule?: string | undefined;
    readonly until?: string | undefined;
    readonly known?: string | undefined;
    readonly note?: Text | undefined;
    readonly citations: readonly CitedSource[];
  }[];
}

/**
 * Who agrees. Never "settled": where no reading is recorded, that is what is said. Two holders agree where they come
 * to the same whatever is not given, each by its own readings and, where it has none, by the other's.
 */
export type Agreement =
  | { readonly kind: 'no-reading-recorded' }
  | {
      readonly kind:
        | 'agreed'
        /** Others come to something else: `contestedBy`. */
        | 'agreed-between-parties'
        | 'contested-between-parties'
        /** Others have readings. */
        | 'no-party-reads';
      readonly positions: readonly HolderPosition[];
      /** Those that are no party, and come to something else than a party does. */
      readonly contestedBy: readonly string[];
    };

/** One norm for one bearer, of one incident where it speaks of one: its outcome, why, who agrees, what is open. */
export interface Finding {
  readonly norm: string;
  readonly kind: Norm['kind'];
  readonly bearer: string;
  readonly bearerLabel: Text;
  /** Index into the incidents of the situation, where the norm speaks of one. */
  readonly incident?: number | undefined;
  readonly outcome: Outcome;
  /** In exact logic: what settled a finding that strong Kleene logic leaves open, or that it was not decided. */
  readonly decidedBy?: 'diagram' | 'solver' | 'sampling' | 'not-decided' | undefined;
  /** The rule in one sentence; what the text leaves open comes first. */
  readonly sentence: Text;
  readonly order: Norm['order'];
  readonly force: Norm['force'];
  readonly act: string;
  readonly instrument: string;
  readonly instrumentTitle: Text;
  readonly provision: string;
  readonly provisionName: string;
  /** How lawyers cite the provision. */
  readonly provisionLabel: Text;
  readonly gist: Text;
  readonly citations: readonly CitedSource[];
  /** The best confirmation that the provision's wording has. */
  readonly mark: Mark;
  readonly reason: Reason;
  readonly agreement: Agreement;
  /** Holders that are silent or decline to state on a reading that matters here. */
  readonly silences: readonly {
    readonly holder: string;
    readonly label: Text;
    readonly manner: 'silent' | 'declines';
    /** What it is silent on. */
    readonly on: Text;
  }[];
  readonly pending: readonly Pending[];
  readonly deadline?: Deadline | undefined;
  readonly review: readonly string[];
  readonly note?: Text | undefined;
}

export interface AmountFinding {
  readonly amount: string;
  readonly label: Text;
  readonly unit: string;
  readonly incident?: number | undefined;
  /** Exact value as text (integer, fraction or date); absent where undetermined or no piece holds. */
  readonly value?: string | undefined;
  readonly outcome: 'known' | 'undetermined' | 'none';
  readonly citations: readonly CitedSource[];
}

/** What a legal concept comes to, where it can be asked without a bearer. */
export interface TermFinding {
  readonly term: string;
  readonly label: Text;
  readonly incident?: number | undefined;
  readonly value: ReasonValue;
  readonly reason: Reason;
}
