/**
 * From atoms to variables: every fact (of an incident, of an organ) becomes one variable whose classes are
 * the answers that some rule tells apart. One value at a time, thresholds in order, and one reading adopted at
 * a time therefore hold by construction.
 */

import { atomKey } from '../circuit/builder.ts';
import type { Atom } from '../circuit/circuit.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Fact, Rulebook } from '../rulebook/schema.ts';
import { compareDecimal, geographyOf } from '../situation/value.ts';

/** One class of answers that every rule treats alike. */
export type ValueClass =
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'among'; readonly values: readonly string[] }
  /** From `from` (included) to `until` (not included); dates as day numbers. */
  | { readonly kind: 'range'; readonly from?: string | undefined; readonly until?: string | undefined }
  /** The holder whose reading is adopted; absent where a view is asked for that has none. */
  | { readonly kind: 'reading'; readonly holder?: string | undefined };

/** What a variable asks. */
export type Question =
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly incident?: number | undefined;
      readonly organ?: string | undefined;
    }
  /** Whose reading of the choice is adopted. */
  | { readonly kind: 'reading'; readonly choice: string }
  /** How a choice comes out that nobody has a reading of. */
  | { readonly kind: 'unread'; readonly choice: string };

export interface Variable {
  readonly key: string;
  readonly question: Question;
  readonly classes: readonly ValueClass[];
  /**
   * What each class weighs when parts of all situations are stated: one for each yes and no, for each value,
   * for each stretch between two thresholds, for each holder.
   */
  readonly weights: readonly number[];
}

type Classes = Pick<Variable, 'classes' | 'weights'>;

export function variableKey(question: Question): string {
  switch (question.kind) {
    case 'fact':
      return `fact ${question.fact} ${question.incident ?? ''} ${question.organ ?? ''}`;
    case 'reading':
      return `reading ${question.choice}`;
    case 'unread':
      return `unread ${question.choice}`;
  }
}

/** What an atom asks; dates are settled before and never come here. */
export function questionOf(atom: Atom): Question {
  switch (atom.kind) {
    case 'fact':
      return { kind: 'fact', fact: atom.fact, incident: atom.incident, organ: atom.organ };
    case 'value':
    case 'threshold':
      return { kind: 'fact', fact: atom.fact, incident: atom.incident };
    case 'reading':
    case 'held':
      return { kind: 'reading', choice: atom.choice };
    case 'unread':
      return { kind: 'unread', choice: atom.choice };
    default:
      throw new RangeError(`the atom "${atomKey(atom)}" depends on the date, which was to be settled before`);
  }
}

/** The variables that the atoms need, in the order in which the atoms first ask for them. */
export function variablesOf(
  atoms: readonly Atom[],
  rulebooks: readonly Rulebook[],
  holdersOf: (choice: string) => readonly string[],
): Variable[] {
  const groups = new Map<string, { question: Question; atoms: Atom[] }>();
  for (const atom of atoms) {
    const question = questionOf(atom);
    const key = variableKey(question);
    const group = groups.get(key);
    if (group) group.atoms.push(atom);
    else groups.set(key, { question, atoms: [atom] });
  }
  return [...groups].map(([key, group]) => ({ key, question: group.question, ...classesOf(group) }));

  function classesOf(group: { question: Question; atoms: readonly Atom[] }): Classes {
    const first = group.atoms[0] as Atom;
    switch (first.kind) {
      case 'value': {
        const classes = partition(domainOf(first.fact, rulebooks), group.atoms);
        return { classes, weights: classes.map((valueClass) => valueClass.values.length) };
      }
      case 'threshold': {
        const classes = ranges(factIn(first.fact, rulebooks), group.atoms);
        return { classes, weights: classes.map(() => 1) };
      }
      case 'reading':
      case 'held': {
        const holders = [...holdersOf(first.choice), undefined];
        return {
          classes: holders.map((holder) => ({ kind: 'reading', holder })),
          weights: holders.map(() => 1),
        };
      }
      default:
        return {
          classes: [
            { kind: 'yes-no', value: false },
            { kind: 'yes-no', value: true },
          ],
          weights: [1, 1],
        };
    }
  }
}

/** Whether an answer of the class makes the atom true. */
export function classSatisfies(valueClass: ValueClass, atom: Atom): boolean {
  switch (atom.kind) {
    case 'value':
      return valueClass.kind === 'among' && atom.values.includes(valueClass.values[0] as string);
    case 'threshold':
      return (
        valueClass.kind === 'range' &&
        valueClass.from !== undefined &&
        compareDecimal(valueClass.from, atom.at) >= 0
      );
    case 'reading':
      return valueClass.kind === 'reading' && valueClass.holder === atom.holder;
    case 'held':
      return valueClass.kind === 'reading' && valueClass.holder !== undefined;
    default:
      return valueClass.kind === 'yes-no' && valueClass.value;
  }
}

/** Values that are in the same sets fall together. */
function partition(domain: readonly string[], atoms: readonly Atom[]): { kind: 'among'; values: string[] }[] {
  const sets = atoms.flatMap((atom) => (atom.kind === 'value' ? [new Set(atom.values)] : []));
  const classes = new Map<string, { kind: 'among'; values: string[] }>();
  for (const value of domain) {
    const signature = sets.map((set) => (set.has(value) ? '1' : '0')).join('');
    const same = classes.get(signature);
    if (same) same.values.push(value);
    else classes.set(signature, { kind: 'among', values: [value] });
  }
  return [...classes.values()];
}

function ranges(fact: Fact, atoms: readonly Atom[]): ValueClass[] {
  const dates = fact.type === 'date';
  const cuts = atoms
    .flatMap((atom) => (atom.kind === 'threshold' ? [atom.at] : []))
    .filter((cut) => dates || fact.minimum === undefined || compareDecimal(cut, fact.minimum) > 0)
    .filter((cut) => dates || fact.maximum === undefined || compareDecimal(cut, fact.maximum) <= 0)
    .sort(compareDecimal)
    .filter((cut, at, all) => at === 0 || compareDecimal(cut, all[at - 1] as string) !== 0);
  const lowest = dates ? undefined : fact.minimum;
  return [lowest, ...cuts].map((from, at) => ({ kind: 'range', from, until: cuts[at] }));
}

function domainOf(id: string, rulebooks: readonly Rulebook[]): readonly string[] {
  const values = new Set<string>();
  for (const rulebook of rulebooks) {
    const fact = indexRulebook(rulebook).find('fact', id);
    if (fact?.type === 'choice') for (const choice of fact.choices) values.add(choice.id);
    if (fact?.type === 'party') for (const party of rulebook.parties) values.add(party.id);
    if (fact?.type === 'place') for (const leaf of geographyOf(rulebook).leaves) values.add(leaf);
  }
  return [...values];
}

function factIn(id: string, rulebooks: readonly Rulebook[]): Fact {
  for (const rulebook of rulebooks) {
    const fact = indexRulebook(rulebook).find('fact', id);
    if (fact) return fact;
  }
  throw new RangeError(`the Rulebook holds no fact "${id}"`);
}
