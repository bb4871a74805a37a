/** The names of things in both languages: actors, places, values. */
import { ELSEWHERE } from '../circuit/places.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Fact, Rulebook, Text } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';

const prefix = 'elsewhere-in:';

export const plain = (text: string): Text => ({ en: text, ja: text });

export function actorLabel(rulebook: Rulebook, id: string): Text {
  return indexRulebook(rulebook).actor(id)?.label ?? plain(id);
}

export function placeLabel(rulebook: Rulebook, id: string): Text {
  if (id === ELSEWHERE) return bilingual((wording) => wording.elsewhere());
  if (id.startsWith(prefix)) {
    const region = placeLabel(rulebook, id.slice(prefix.length));
    return bilingual((wording, say) => wording.elsewhere(say(region)));
  }
  return indexRulebook(rulebook).find('place', id)?.label ?? plain(id);
}

/** A value of a fact in words, with its unit where it has one. */
export function valueLabel(rulebook: Rulebook, fact: Fact, value: string): Text {
  switch (fact.type) {
    case 'yes-no':
      return bilingual((wording) => wording.truths[value === 'yes' || value === 'true' ? 'true' : 'false']);
    case 'choice':
      return fact.choices.find((choice) => choice.id === value)?.label ?? plain(value);
    case 'party':
      return actorLabel(rulebook, value);
    case 'place':
      return placeLabel(rulebook, value);
    case 'date':
      return bilingual((wording) => wording.date(value));
    case 'number':
    case 'amount':
      return plain(fact.unit === undefined ? value : `${value} ${fact.unit}`);
  }
}

/** The instrument's short title where it has one. */
export function instrumentLabel(rulebook: Rulebook, id: string): Text {
  const instrument = indexRulebook(rulebook).instrument(id);
  return instrument.short ?? instrument.title;
}
