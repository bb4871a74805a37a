/** What the command line itself complains of: each code with the data that its words need. */
import { complaintsOf } from '@anpo/engine/complaint';

type Nothing = Readonly<Record<never, never>>;

// A type and not an interface: only a type fits an index signature.
export type CommandCodes = {
  'unknown-command': { command: string; commands: readonly string[] };
  'unknown-flag': { flag: string; flags: readonly string[] };
  'flag-takes-no-value': { flag: string };
  'flag-needs-value': { flag: string };
  'flag-twice': { flag: string };
  /** A flag whose value is one of a list. */
  'flag-one-of': { flag: string; values: readonly string[] };
  /** A flag whose value is a whole number of at least 1. */
  'flag-whole-number': { flag: string };
  'unexpected-argument': { text: string };
  'unknown-language': { language: string };
  'argument-missing': { argument: string };
  'norm-missing': Nothing;
  'query-missing': Nothing;
  'item-missing': Nothing;
  'side-missing': { argument: string };
  'map-missing': Nothing;
  'vary-missing': Nothing;
};

export const commandComplaint = complaintsOf<CommandCodes>();
