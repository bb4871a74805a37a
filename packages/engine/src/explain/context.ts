/** What the parts of an explanation share: the question, and the values that were found. */
import type { Day } from '../calendar/date.ts';
import type { Circuit } from '../circuit/circuit.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type { Rulebook, Text } from '../rulebook/schema.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { bilingual } from '../wording/languages.ts';

export interface ExplainContext {
  readonly rulebook: Rulebook;
  readonly index: RulebookIndex;
  readonly circuit: Circuit;
  readonly values: Uint8Array;
  readonly assignment: Uint8Array;
  readonly resolved: ResolvedSituation;
  readonly day: Day;
}

export function explainContext(
  circuit: Circuit,
  values: Uint8Array,
  assignment: Uint8Array,
  resolved: ResolvedSituation,
): ExplainContext {
  const { rulebook, day } = resolved;
  return { rulebook, index: indexRulebook(rulebook), circuit, values, assignment, resolved, day };
}

/** Names the incident that a line speaks of, where the situation has several. */
export function inIncident(context: ExplainContext, incident: number | undefined, text: Text): Text {
  const { incidents } = context.resolved.situation;
  const name = incident === undefined ? undefined : incidents[incident];
  if (name === undefined || incidents.length < 2) return text;
  return bilingual((wording, say) => wording.inIncident(say(text), name));
}
