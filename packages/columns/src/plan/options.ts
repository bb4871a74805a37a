/** What a plan is made for. */
import type { Circuit } from '@anpo/engine/circuit';

export interface PlanOptions {
  /** The day of all rows. Absent: every row has its own, and is evaluated under the law of that day. */
  readonly on?: string | undefined;
  /** For rows with days of their own: days that all of them lie within, `[from, until)`. */
  readonly between?: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined;
  /** Use only what was public on this day. */
  readonly knownOn?: string | undefined;
  /** `all` (the default), a view, a holder, or holders in order. */
  readonly view?: string | readonly string[] | undefined;
  readonly incidents?: number | undefined;
  /** Keys of the columns that will be given. Facts without one are unknown, assumptions at their default. */
  readonly facts?: readonly string[] | undefined;
  /** Only the findings of these norms; `norm@bearer` is one bearer's. */
  readonly norms?: readonly string[] | undefined;
  /** Also the guards of the amounts' pieces. */
  readonly amounts?: boolean | undefined;
  /** A Circuit of this Rulebook that is at hand already. */
  readonly circuit?: Circuit | undefined;
}
