/** Looks items of a Rulebook up by name. Built once for a Rulebook; throws for a name that it does not hold. */
import type {
  Act,
  Amount,
  Fact,
  Holder,
  Instrument,
  Norm,
  Organ,
  Party,
  Place,
  Provision,
  Qualifier,
  Rulebook,
  Source,
  Term,
  View,
} from './schema.ts';

export interface RulebookIndex {
  readonly rulebook: Rulebook;
  source(id: string): Source;
  party(id: string): Party;
  organ(id: string): Organ;
  holder(id: string): Holder;
  view(id: string): View;
  place(id: string): Place;
  instrument(id: string): Instrument;
  provision(id: string): Provision;
  fact(id: string): Fact;
  term(id: string): Term;
  act(id: string): Act;
  qualifier(id: string): Qualifier;
  norm(id: string): Norm;
  amount(id: string): Amount;
  /** The party or organ of that name, or undefined. */
  actor(id: string): Party | Organ | undefined;
  /** The party an organ belongs to; a party is its own. */
  partyOf(actor: string): string;
}

const indexes = new WeakMap<Rulebook, RulebookIndex>();

export function indexRulebook(rulebook: Rulebook): RulebookIndex {
  let index = indexes.get(rulebook);
  if (!index) {
    index = {
      rulebook,
      source: lookup('source', rulebook.sources),
      party: lookup('party', rulebook.parties),
      organ: lookup('organ', rulebook.organs),
      holder: lookup('holder', rulebook.holders),
      view: lookup('view', rulebook.views),
      place: lookup('place', rulebook.places),
      instrument: lookup('instrument', rulebook.instruments),
      provision: lookup('provision', rulebook.provisions),
      fact: lookup('fact', rulebook.facts),
      term: lookup('term', rulebook.terms),
      act: lookup('act', rulebook.acts),
      qualifier: lookup('qualifier', rulebook.qualifiers),
      norm: lookup('norm', rulebook.norms),
      amount: lookup('amount', rulebook.amounts),
      ...actors(rulebook),
    };
    indexes.set(rulebook, index);
  }
  return index;
}

function lookup<T extends { id: string }>(kind: string, items: readonly T[]): (id: string) => T {
  const map = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = map.get(id);
    if (!item) throw new RangeError(`the Rulebook holds no ${kind} "${id}"`);
    return item;
  };
}

function actors(rulebook: Rulebook): Pick<RulebookIndex, 'actor' | 'partyOf'> {
  const organs = new Map(rulebook.organs.map((organ) => [organ.id, organ]));
  const parties = new Map(rulebook.parties.map((party) => [party.id, party]));
  return {
    actor: (id) => parties.get(id) ?? organs.get(id),
    partyOf: (actor) => organs.get(actor)?.party ?? actor,
  };
}
