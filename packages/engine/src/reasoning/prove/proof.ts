/** A proof: what it comes to, and the situations that show it. */

import type { Allowance } from '../../diagram/manager.ts';
import type { Agreement } from '../../findings/finding.ts';
import type { Decision } from '../fallback.ts';
import type { RuleName } from '../rules-used.ts';
import type { ExampleSituation } from '../world.ts';

export type ProofOutcome =
  | 'holds'
  | 'fails'
  /** It would hold only because its premises cannot. */
  | 'vacuous'
  /** Whether it holds depends on which reading is adopted. */
  | 'contested'
  | 'not-decided';

/** Who stands where on a contested query. */
export interface ProofAgreement {
  readonly kind: Agreement['kind'];
  readonly contestedBy: readonly string[];
  readonly positions: readonly {
    readonly holder: string;
    readonly party: boolean;
    readonly outcome: ProofOutcome;
    /** The choices that it does not read, though what it comes to hangs on them. */
    readonly unread: readonly string[];
  }[];
}

/** What a query comes to for one bearer, over every situation and day that it asks about. */
export interface Proof {
  readonly outcome: ProofOutcome;
  readonly bearer?: string | undefined;
  readonly decidedBy: Decision;
  /** A situation in which the premises hold, and the query with them; for `possible`, the case that shows it. */
  readonly witness?: ExampleSituation | undefined;
  readonly counterexample?: ExampleSituation | undefined;
  /** For what fails or is contested: whether it holds at least in some situations that meet the premises. */
  readonly inPart: boolean;
  readonly rules: readonly RuleName[];
  /** Assumptions that were kept, because the query does not name them: of the frame, and deeds not yet done. */
  readonly assumed: readonly string[];
  /** Of these, some without which it would come to something else; with them kept, the others may be anything. */
  readonly restsOn: readonly string[];
  /** How many days had to be looked at, and how many different laws they have. */
  readonly days: number;
  readonly laws: number;
  /** For what is contested. */
  readonly agreement?: ProofAgreement | undefined;
}

export interface ProofOptions {
  /** An ordered list of holders; empty: every reading held on the day may be adopted. */
  readonly view?: readonly string[] | undefined;
  readonly known?: string | undefined;
  /** Whether assumptions that the query does not name stay at their defaults. True unless said. */
  readonly assume?: boolean;
  /** What a diagram may cost before the solver is asked instead. */
  readonly allowance?: Allowance;
  /** Steps that the solver may take over all days of the query. */
  readonly solverSteps?: number;
}
