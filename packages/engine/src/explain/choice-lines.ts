/** The lines of a reason for a choice of readings: the one adopted, or each holder's where it is open. */

import type { ChoiceOption, NodeId } from '../circuit/circuit.ts';
import { FALSE, TRUE } from '../evaluate/kleene.ts';
import type { Reason } from '../findings/reason.ts';
import { bilingual } from '../wording/languages.ts';
import { cite } from './citations.ts';
import type { ExplainContext } from './context.ts';
import { readingRecord } from './readings.ts';
import { reasonValue } from './truth.ts';

/** `explainMeaning` gives the lines below a reading. */
export function choiceReasons(
  context: ExplainContext,
  index: number,
  explainMeaning: (node: NodeId) => readonly Reason[],
): readonly Reason[] {
  const { rulebook, circuit, values, assignment } = context;
  const choice = circuit.choices[index];
  if (!choice) return [];
  const valid = choice.options.filter((option) => values[option.valid] === TRUE);
  // A view that is asked for adopts none of the readings held where none is its own.
  const foreign = valid.every((option) => assignment[option.selected] === FALSE);
  if (foreign) {
    const text = bilingual((wording) =>
      valid.length === 0 ? wording.noReading() : wording.noReadingInView(),
    );
    return [{ text, value: 'unknown', basis: 'missing', citations: [], children: [] }];
  }
  const adopted = valid.find((option) => assignment[option.selected] === TRUE);
  const line = (option: ChoiceOption): Reason => {
    const record = readingRecord(rulebook, choice, option);
    const label = context.index.holder(option.holder).label;
    return {
      text: bilingual((wording, say) => {
        const note = record.note === undefined ? undefined : say(record.note);
        return option === adopted
          ? wording.adopted(say(label), record.since, note)
          : wording.reading(say(label), record.since, note);
      }),
      value: reasonValue(values[option.meaning]),
      item: option.holder,
      basis: 'law',
      citations: cite(rulebook, record.citations),
      children: explainMeaning(option.meaning),
    };
  };
  return (adopted ? [adopted] : valid).map(line);
}
