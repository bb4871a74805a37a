/**
 * Turns a situation and a view into values for the atoms of a Circuit. Readings are chosen as the view orders
 * its holders: the first that has a reading on the date; where none has, the choice stays open.
 */
import { addDuration } from '../calendar/date.ts';
import type { Atom, AtomId, Circuit } from '../circuit/circuit.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { compareDecimal } from '../situation/value.ts';
import { evaluateNodes, FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.ts';

/** The value of each atom of a Circuit. */
export type Assignment = Uint8Array;

/** Atom values for a situation, readings left open. */
export function assignFacts(rulebook: Rulebook, circuit: Circuit, situation: Situation): Assignment {
  return assignResolved(circuit, resolveSituation(rulebook, situation));
}

/** The same for a situation that is resolved already. */
export function assignResolved(circuit: Circuit, resolved: ResolvedSituation): Assignment {
  const { byFact, others } = atomsByFact(circuit);
  const values = new Uint8Array(circuit.atoms.length).fill(UNKNOWN);
  const assign = (id: AtomId): void => {
    values[id] = atomValue(circuit.atoms[id] as Atom, resolved);
  };
  others.forEach(assign);
  for (const [fact, atoms] of byFact) if (resolved.speaksOf(fact)) atoms.forEach(assign);
  return values;
}

interface AtomsByFact {
  readonly byFact: ReadonlyMap<string, readonly AtomId[]>;
  /** Those that ask no fact. */
  readonly others: readonly AtomId[];
}

const kept = new WeakMap<Circuit, AtomsByFact>();

/** Few of many facts are given: the atoms of the others need no look. Made once a Circuit. */
function atomsByFact(circuit: Circuit): AtomsByFact {
  let atoms = kept.get(circuit);
  if (!atoms) {
    const byFact = new Map<string, AtomId[]>();
    const others: AtomId[] = [];
    circuit.atoms.forEach((atom, id) => {
      const fact = 'fact' in atom ? atom.fact : undefined;
      const same = fact === undefined ? others : byFact.get(fact);
      if (same) same.push(id);
      else byFact.set(fact as string, [id]);
    });
    atoms = { byFact, others };
    kept.set(circuit, atoms);
  }
  return atoms;
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

function atomValue(atom: Atom, resolved: ResolvedSituation): Kleene {
  const { day, known } = resolved;
  switch (atom.kind) {
    case 'date':
      return truth(day >= atom.at);
    case 'known':
      return truth(known === undefined || known >= atom.at);
    case 'held':
      return TRUE;
    case 'reading':
    case 'unread':
      return UNKNOWN;
    case 'fact': {
      const value = resolved.value(atom.fact, atom.incident, atom.organ);
      return value?.kind === 'yes-no' ? truth(value.value) : UNKNOWN;
    }
    case 'value': {
      const value = resolved.value(atom.fact, atom.incident);
      if (value?.kind !== 'among') return UNKNOWN;
      const inside = value.values.filter((candidate) => atom.values.includes(candidate)).length;
      if (inside === value.values.length) return TRUE;
      return inside === 0 ? FALSE : UNKNOWN;
    }
    case 'threshold': {
      const value = resolved.value(atom.fact, atom.incident);
      if (value?.kind === 'date') return truth(value.value >= Number(atom.at));
      if (value?.kind === 'number') return truth(compareDecimal(value.value, atom.at) >= 0);
      return UNKNOWN;
    }
    case 'elapsed': {
      const value = resolved.value(atom.fact, atom.incident);
      return value?.kind === 'date' ? truth(day >= addDuration(value.value, atom.duration)) : UNKNOWN;
    }
  }
}

const truth = (value: boolean): Kleene => (value ? TRUE : FALSE);
