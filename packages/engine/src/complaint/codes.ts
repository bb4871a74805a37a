/** What the engine may complain of: each code with the data that its words need. */
import { complaintsOf } from './complaint.ts';

/** What a fact takes for a value, as far as the words for a wrong one need it. */
export type Takes = 'yes-no' | 'date' | 'number' | 'names';

// A type and not an interface: only a type fits an index signature.
export type EngineCodes = {
  /** A text that is no date YYYY-MM-DD, or a day that the calendar lacks. */
  'not-a-date': { text: string };
  'unknown-view': { view: string; views: readonly string[] };
  'unknown-norm': { norm: string };
  /** The norm is there, and does not bind the bearer named. */
  'does-not-bind': { norm: string; bearer: string; bearers: readonly string[] };
  'unknown-instrument': { instrument: string };
  'unknown-fact': { fact: string };
  'unknown-incident': { incident: string; incidents: readonly string[] };
  'too-many-incidents': { incidents: number; most: number };
  'not-for-organ': { fact: string; organ: string };
  'wrong-organ': { fact: string; organ: string; organs: readonly string[] };
  /** A fact about the whole situation that was given for one incident. */
  'not-of-incident': { fact: string };
  'given-twice': { fact: string; one: string; other: string };
  'wrong-value': {
    fact: string;
    value: string;
    takes: Takes;
    /** For `names`: those that there are. */
    values: readonly string[];
    /** For `number`: its bounds. */
    minimum: string | undefined;
    maximum: string | undefined;
  };
  /** A form that this Anpo does not read: `format` as it stands there, `reads` the one that it does. */
  'unknown-format': { of: 'situation' | 'receipt' | 'checkpoint'; format: string; reads: number };
  /** A receipt of another library or engine than this one: both as they name themselves. */
  'receipt-of-other-library': { receipt: string; here: string };
  'receipt-of-other-engine': { receipt: string; here: string };
};

export const engineComplaint = complaintsOf<EngineCodes>();
