/** Finds what stands behind the key of a choice: the item read, its readings and its silences. */
import type { Choice, ChoiceOption } from '../circuit/circuit.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Citation, Definition, Rulebook, Silence, Text } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';

/** One holder's reading, whatever it is a reading of. */
export interface ReadingRecord {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly known?: string | undefined;
  readonly note?: Text | undefined;
  readonly citations: readonly Citation[];
}

export function readingRecord(rulebook: Rulebook, choice: Choice, option: ChoiceOption): ReadingRecord {
  if (option.place !== undefined) {
    const entry = indexRulebook(rulebook).place(option.place).relations[option.reading];
    return { since: entry?.period.from, until: entry?.period.until, citations: entry?.citations ?? [] };
  }
  const reading = definitionOf(rulebook, choice.key)?.readings[option.reading];
  return {
    since: reading?.period.from,
    until: reading?.period.until,
    known: reading?.known,
    note: reading?.note,
    citations: reading?.citations ?? [],
  };
}

export function silencesOf(rulebook: Rulebook, key: string): readonly Silence[] {
  return definitionOf(rulebook, key)?.silences ?? [];
}

/** What the choice is about, in words. */
export function choiceText(rulebook: Rulebook, key: string): Text {
  const index = indexRulebook(rulebook);
  const { kind, id } = split(key);
  switch (kind) {
    case 'term':
      return index.term(id).label;
    case 'instrument':
      return index.instrument(id).short ?? index.instrument(id).title;
    case 'norm':
      return index.act(index.norm(id).act).label;
    default:
      return bilingual((wording, say) => {
        const slash = id.lastIndexOf('/');
        const relation = id.slice(slash + 1);
        const places = id.slice(0, slash);
        const names = places.split('+').map((place) => say(index.place(place).label));
        return wording.relationOf(wording.both(names), wording.relations[relation as 'administered']);
      });
  }
}

function definitionOf(rulebook: Rulebook, key: string): Definition | undefined {
  const index = indexRulebook(rulebook);
  const { kind, id } = split(key);
  switch (kind) {
    case 'term':
      return index.term(id).definition;
    case 'instrument':
      return index.instrument(id).standing;
    case 'norm':
      return index.norm(id).standing;
    default:
      return undefined;
  }
}

function split(key: string): { kind: string; id: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon), id: key.slice(colon + 1) };
}
