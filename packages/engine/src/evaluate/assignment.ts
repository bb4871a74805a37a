/**
 * Turns a situation and a view into values for the atoms of a Circuit. Readings are chosen as the view orders
 * its holders: the first that has a reading on the date; where none has, the choice stays open.
 */
import { addDuration, toDay } from '../calendar/date.ts';
import type { Atom, Circuit } from '../circuit/circuit.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { compareDecimal, parseValue, type Value } from '../situation/value.ts';
import { evaluateNodes, FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.ts';

/** The value of each atom of a Circuit. */
export type Assignment = Uint8Array;

/** Atom values for a situation, readings left open. */
export function assignFacts(rulebook: Rulebook, circuit: Circuit, situation: Situation): Assignment {
  const index = indexRulebook(rulebook);
  const date = toDay(situation.on);
  const known = situation.known === undefined ? undefined : toDay(situation.known);
  const values = new Map<string, Value>();
  const put = (fact: string, incident: number | undefined, organ: string | undefined, value: Value): void => {
    values.set(`${fact} ${incident ?? ''} ${organ ?? ''}`, value);
  };
  for (const fact of rulebook.facts) {
    if (fact.default === undefined) continue;
    const value = parseValue(rulebook, fact, fact.default, date);
    for (const incident of incidentsOf(fact.scope, undefined, circuit.incidents))
      put(fact.id, incident, undefined, value);
  }
  // Facts given for the whole situation come first, so that an incident's own value overrides them.
  const ordered = [...situation.given].sort((a, b) => (a.incident ?? -1) - (b.incident ?? -1));
  for (const given of ordered) {
    const fact = index.fact(given.fact);
    const organs =
      fact.kind === 'determination' ? (given.organ === undefined ? fact.organs : [given.organ]) : [undefined];
    for (const incident of incidentsOf(fact.scope, given.incident, circuit.incidents)) {
      for (const organ of organs) {
        if (given.value === 'unknown') values.delete(`${fact.id} ${incident ?? ''} ${organ ?? ''}`);
        else put(fact.id, incident, organ, parseValue(rulebook, fact, given.value, date));
      }
    }
  }
  return Uint8Array.from(circuit.atoms, (atom) => atomValue(atom, values, date, known));
}

/** Sets the reading atoms of an assignment as a view (an ordered list of holders) would. Returns a new one. */
export function assignView(circuit: Circuit, facts: Assignment, holders: readonly string[]): Assignment {
  const assignment = Uint8Array.from(facts);
  if (holders.length === 0) return assignment;
  const values = evaluateNodes(circuit, facts);
  // One choice may stand several times, for incidents, bearers or stretches of time: they choose as one.
  const adopted = new Map<string, string | undefined>();
  for (const choice of circuit.choices) {
    const valid = new Set(
      choice.options.filter((option) => values[option.valid] === TRUE).map((option) => option.holder),
    );
    adopted.set(choice.key, adopted.get(choice.key) ?? holders.find((holder) => valid.has(holder)));
  }
  circuit.atoms.forEach((atom, id) => {
    if (atom.kind !== 'reading' && atom.kind !== 'held') return;
    const holder = adopted.get(atom.choice);
    assignment[id] = truth(atom.kind === 'held' ? holder !== undefined : holder === atom.holder);
  });
  return assignment;
}

function incidentsOf(
  scope: 'situation' | 'incident',
  incident: number | undefined,
  count: number,
): readonly (number | undefined)[] {
  if (scope === 'situation') return [undefined];
  return incident === undefined ? Array.from({ length: count }, (_, index) => index) : [incident];
}

function atomValue(
  atom: Atom,
  values: ReadonlyMap<string, Value>,
  date: number,
  known: number | undefined,
): Kleene {
  switch (atom.kind) {
    case 'date':
      return truth(date >= atom.at);
    case 'known':
      return truth(known === undefined || known >= atom.at);
    case 'held':
      return TRUE;
    case 'reading':
    case 'unread':
      return UNKNOWN;
    case 'fact': {
      const value = values.get(`${atom.fact} ${atom.incident ?? ''} ${atom.organ ?? ''}`);
      return value?.kind === 'yes-no' ? truth(value.value) : UNKNOWN;
    }
    case 'value': {
      const value = values.get(`${atom.fact} ${atom.incident ?? ''} `);
      if (value?.kind !== 'among') return UNKNOWN;
      const inside = value.values.filter((candidate) => atom.values.includes(candidate)).length;
      if (inside === value.values.length) return TRUE;
      return inside === 0 ? FALSE : UNKNOWN;
    }
    case 'threshold': {
      const value = values.get(`${atom.fact} ${atom.incident ?? ''} `);
      if (value?.kind === 'date') return truth(value.value >= Number(atom.at));
      if (value?.kind === 'number') return truth(compareDecimal(value.value, atom.at) >= 0);
      return UNKNOWN;
    }
    case 'elapsed': {
      const value = values.get(`${atom.fact} ${atom.incident ?? ''} `);
      return value?.kind === 'date' ? truth(date >= addDuration(value.value, atom.duration)) : UNKNOWN;
    }
  }
}

const truth = (value: boolean): Kleene => (value ? TRUE : FALSE);
