/** What an assessment of a situation says: all findings, and a receipt to make it again. */
import type { AmountFinding, Finding, TermFinding } from '../findings/finding.ts';
import type { Text } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';

/** Everything needed to make the same assessment again. */
export interface Receipt {
  /** The version of this form: {@link RECEIPT_FORMAT}. */
  readonly format: number;
  /** The version of the engine, as its package has it. */
  readonly engine: string;
  /** A hash of the sources that the engine was made from, where whoever opened the library knows it. */
  readonly engineHash?: string | undefined;
  readonly library: string;
  readonly on: string;
  readonly known?: string | undefined;
  readonly view: string;
  readonly logic: 'kleene' | 'exact';
  readonly given: Situation['given'];
  readonly incidents: readonly string[];
}

/** Everything that is found of a situation: a finding for each norm and bearer (and incident), amounts, terms, clashes. */
export interface Assessment {
  readonly receipt: Receipt;
  readonly situation: Situation;
  readonly findings: readonly Finding[];
  /** Constraints that the given facts break together: the situation cannot occur. */
  readonly impossible?: readonly string[] | undefined;
  readonly amounts: readonly AmountFinding[];
  readonly terms: readonly TermFinding[];
  /** Facts that were assumed because nothing was given. */
  readonly assumed: readonly { readonly fact: string; readonly label: Text; readonly value: string }[];
  /** Pairs of findings of different legal orders that cannot both be followed. */
  readonly clashes: readonly {
    readonly left: string;
    readonly right: string;
    readonly bearer: string;
    readonly text: Text;
  }[];
}
