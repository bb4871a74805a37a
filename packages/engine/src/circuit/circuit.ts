/**
 * The Circuit: a Rulebook as a hash-consed graph of AND / OR / NOT over atoms, with dates and readings as
 * atoms among the facts. Every back end (evaluation, explanation, proof, machine code, SQL) reads this and
 * nothing else. A Circuit is immutable data; children always stand before their parents in `nodes`.
 */
import type { Day } from '../calendar/date.ts';
import type { ActorReference, Duration, Relation } from '../rulebook/schema.ts';

export type NodeId = number;
export type AtomId = number;

/** The question an atom asks. Facts of an incident carry its index; facts of the situation do not. */
export type Atom =
  /** A yes/no fact; `organ` says whose determination. */
  | { kind: 'fact'; fact: string; incident?: number | undefined; organ?: string | undefined }
  /** A choice, party or place fact has one of `values` (places: leaves of the place register). Sorted. */
  | { kind: 'value'; fact: string; incident?: number | undefined; values: readonly string[] }
  /** A number, amount or date fact is at least `at` (decimal text; for dates the day number). */
  | { kind: 'threshold'; fact: string; incident?: number | undefined; at: string }
  /** The date of the situation is on or after the day. */
  | { kind: 'date'; at: Day }
  /** What was public on or after the day may be used. */
  | { kind: 'known'; at: Day }
  /** The date of the situation is on or after the date fact plus the duration. */
  | { kind: 'elapsed'; fact: string; incident?: number | undefined; duration: Duration }
  /** The holder's reading is the one adopted for the choice. */
  | { kind: 'reading'; choice: string; holder: string }
  /** The view asked for holds a reading of the choice (true where no view is imposed): no view inherits another's. */
  | { kind: 'held'; choice: string }
  /** Nothing ever determines this: it is the value of a choice that nobody, or nobody in the view, reads. */
  | { kind: 'unread'; choice: string };

/** What a node stands for in the Rulebook. Named nodes are transparent: their value is their child's. */
export type Origin =
  | { kind: 'term'; term: string }
  | { kind: 'norm'; norm: string; bearer: string }
  | { kind: 'condition'; norm: string }
  | { kind: 'exception'; norm: string; index: number }
  | { kind: 'precedence'; norm: string; by: string }
  | { kind: 'period'; norm: string }
  | { kind: 'standing'; norm: string }
  | { kind: 'in-force'; instrument: string }
  | { kind: 'membership'; norm: string; bearer: string }
  | { kind: 'member'; instrument: string }
  | { kind: 'relation'; fact: string; incident?: number | undefined; relation: Relation; party: string }
  | { kind: 'place'; fact: string; incident?: number | undefined; places: readonly string[] }
  | { kind: 'choice'; choice: string; index: number }
  | { kind: 'some-incident' };

export type CircuitNode =
  | { kind: 'false' }
  | { kind: 'true' }
  | { kind: 'atom'; atom: AtomId }
  | { kind: 'not'; of: NodeId }
  | { kind: 'and' | 'or'; of: readonly NodeId[] }
  | { kind: 'named'; of: NodeId; origin: Origin };

/** One reading within a choice: when it is held and known, and what it makes of the facts. */
export interface ChoiceOption {
  readonly holder: string;
  readonly reading: number;
  /** For readings of a register relation: the place that has the entry; `reading` is the entry's index there. */
  readonly place?: string | undefined;
  readonly valid: NodeId;
  readonly meaning: NodeId;
  readonly selected: AtomId;
}

/** A place where readings part. `index` of an origin points into the list of these. */
export interface Choice {
  readonly key: string;
  /** Where what is read is asked of an incident. */
  readonly incident?: number | undefined;
  readonly options: readonly ChoiceOption[];
}

/** One norm for one bearer (and one incident, where its condition speaks of one). */
export interface FindingRoot {
  readonly norm: string;
  readonly bearer: string;
  readonly incident?: number | undefined;
  readonly node: NodeId;
}

export interface AmountRoot {
  readonly amount: string;
  readonly incident?: number | undefined;
  readonly guards: readonly NodeId[];
}

export interface Circuit {
  readonly nodes: readonly CircuitNode[];
  readonly atoms: readonly Atom[];
  readonly choices: readonly Choice[];
  readonly findings: readonly FindingRoot[];
  readonly terms: ReadonlyMap<string, readonly NodeId[]>;
  readonly instruments: ReadonlyMap<string, NodeId>;
  readonly amounts: readonly AmountRoot[];
  readonly constraints: ReadonlyMap<string, readonly NodeId[]>;
  /** The terms and constraints that are asked of each incident, as `term NAME` and `constraint NAME`. */
  readonly perIncident: readonly string[];
  /** Expressions compiled on request, in the order they were given. */
  readonly extra: readonly NodeId[];
  readonly incidents: number;
}

export type { ActorReference };
