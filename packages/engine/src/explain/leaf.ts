/** The line of a reason for one atom: a fact and how it is known, or a date that the law names. */

import { formatDay } from '../calendar/date.ts';
import type { Atom, AtomId } from '../circuit/circuit.ts';
import type { Reason } from '../findings/reason.ts';
import type { Text } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';
import { cite } from './citations.ts';
import { type ExplainContext, inIncident } from './context.ts';
import { actorLabel, placeLabel, plain, valueLabel } from './labels.ts';
import { reasonValue } from './truth.ts';

export function leafReason(context: ExplainContext, id: AtomId, positive: boolean): Reason {
  const atom = context.circuit.atoms[id] as Atom;
  const value = reasonValue(context.assignment[id], positive);
  const law = (text: Text): Reason => ({ text, value, basis: 'law', citations: [], children: [] });
  switch (atom.kind) {
    case 'date':
      return law(bilingual((wording) => wording.dateFrom(formatDay(atom.at), !positive)));
    case 'known':
      return law(bilingual((wording) => wording.knownFrom(formatDay(atom.at), !positive)));
    case 'reading':
    case 'held':
    case 'unread':
      return law(bilingual((wording) => wording.noReading()));
    default:
      return factReason(context, atom, value, positive);
  }
}

type FactAtom = Extract<Atom, { fact: string }>;

function factReason(
  context: ExplainContext,
  atom: FactAtom,
  value: Reason['value'],
  positive: boolean,
): Reason {
  const { rulebook, index, resolved } = context;
  const fact = index.fact(atom.fact);
  const organ = atom.kind === 'fact' ? atom.organ : undefined;
  const { basis, value: given } = resolved.fact(atom.fact, atom.incident, organ);
  let text = factText(context, atom, positive);
  // A yes/no fact says all by its truth value; of others the reader wants to see what was given.
  if (fact.type !== 'yes-no' && given !== undefined && !(positive && value === 'true' && oneValue(atom))) {
    const label = valueLabel(rulebook, fact, given);
    text = bilingual((wording, say) => wording.given(say(text), say(label)));
  }
  return {
    text: inIncident(context, atom.incident, text),
    value,
    item: fact.id,
    basis,
    ...(organ === undefined ? {} : { organ }),
    citations: cite(rulebook, fact.citations),
    children: [],
  };
}

const oneValue = (atom: FactAtom): boolean => atom.kind === 'value' && atom.values.length === 1;

function factText(context: ExplainContext, atom: FactAtom, positive: boolean): Text {
  const { rulebook, index } = context;
  const fact = index.fact(atom.fact);
  const { label } = fact;
  switch (atom.kind) {
    case 'fact': {
      const { organ } = atom;
      return bilingual((wording, say) => {
        const text =
          organ === undefined ? say(label) : wording.foundBy(say(label), say(actorLabel(rulebook, organ)));
        return positive ? text : wording.not(text);
      });
    }
    case 'value':
      return bilingual((wording, say) =>
        fact.type === 'place'
          ? wording.liesIn(
              say(label),
              atom.values.map((place) => say(placeLabel(rulebook, place))),
              !positive,
            )
          : wording.valueIs(
              say(label),
              atom.values.map((each) => say(valueLabel(rulebook, fact, each))),
              !positive,
            ),
      );
    case 'threshold': {
      if (fact.type === 'date') {
        const date = formatDay(Number(atom.at));
        return bilingual((wording, say) => wording.labelFrom(say(label), date, !positive));
      }
      const at = fact.unit === undefined ? plain(atom.at) : plain(`${atom.at} ${fact.unit}`);
      return bilingual((wording, say) => wording.atLeast(say(label), say(at), !positive));
    }
    case 'elapsed':
      return bilingual((wording, say) => wording.elapsed(atom.duration, say(label), !positive));
  }
}
