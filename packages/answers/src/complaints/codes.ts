/** What answers may complain of: each code with the data that its words need. */
import { complaintsOf } from '@anpo/engine/complaint';

type Nothing = Readonly<Record<never, never>>;

// A type and not an interface: only a type fits an index signature.
export type AnswersCodes = {
  /** A `--fact` or its like that names no fact. */
  'fact-flag-wrong': { text: string };
  'yaml-wrong': { detail: string };
  /** The usual slip of YAML: text that holds a colon. */
  'yaml-colon': { detail: string };
  'situation-no-mapping': Nothing;
  'key-no-text': Nothing;
  'unknown-key': { key: string; keys: readonly string[] };
  'key-twice': { key: string };
  /** Inputs over a wire: an operation that there is not, and JSON of another form than its schema. */
  'unknown-operation': { operation: string; operations: readonly string[] };
  'key-not-taken': { key: string };
  'input-one-of': { values: readonly string[] };
  'input-type': { expected: string };
  'input-form': Nothing;
  'anchors-refused': Nothing;
  'must-be-mapping': { what: string };
  'must-be-text': { what: string };
  'value-missing': { what: string };
  'asserted-wrong': { text: string };
  'unknown-claim': { claim: string };
  /** A claim whose stated verdict is not what the proof finds; `found` is absent where nothing was proved. */
  'claim-wrong': {
    claim: string;
    view: string | undefined;
    stated: string;
    found: string | undefined;
  };
  'unknown-item': { item: string };
  'several-items': { item: string; items: readonly string[] };
  /** `--about` that is neither a norm nor an instrument. */
  'about-unknown': { about: string };
  /** An instrument to compare that the library lacks. */
  'unknown-alliance': { instrument: string; alliances: readonly string[] };
  /** A side of a difference that is nothing that can be compared. */
  'side-unknown': { side: string };
  'sides-differ': Nothing;
  'dates-clash': Nothing;
  'views-clash': Nothing;
};

export const answersComplaint = complaintsOf<AnswersCodes>();
