/** Looks items of a Rulebook up by name. Built once for a Rulebook, each kind when it is first asked for. */
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

interface Items {
  source: Source;
  party: Party;
  organ: Organ;
  holder: Holder;
  view: View;
  place: Place;
  instrument: Instrument;
  provision: Provision;
  fact: Fact;
  term: Term;
  act: Act;
  qualifier: Qualifier;
  norm: Norm;
  amount: Amount;
}

export type ItemKind = keyof Items;

const collections = {
  source: 'sources',
  party: 'parties',
  organ: 'organs',
  holder: 'holders',
  view: 'views',
  place: 'places',
  instrument: 'instruments',
  provision: 'provisions',
  fact: 'facts',
  term: 'terms',
  act: 'acts',
  qualifier: 'qualifiers',
  norm: 'norms',
  amount: 'amounts',
} as const satisfies Record<ItemKind, keyof Rulebook>;

/** The item of a kind by its name; throws a RangeError for a name that the Rulebook does not hold. */
type Lookups = { readonly [K in ItemKind]: (id: string) => Items[K] };

export class RulebookIndex implements Lookups {
  readonly rulebook: Rulebook;
  readonly #maps = new Map<ItemKind, ReadonlyMap<string, Items[ItemKind]>>();
  readonly #made = new Map<unknown, unknown>();

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook;
  }

  /** The item of that name, or undefined. */
  find<K extends ItemKind>(kind: K, id: string | undefined): Items[K] | undefined {
    if (id === undefined) return undefined;
    let map = this.#maps.get(kind);
    if (!map) {
      const items: readonly Items[ItemKind][] = this.rulebook[collections[kind]];
      map = new Map(items.map((item) => [item.id, item]));
      this.#maps.set(kind, map);
    }
    return map.get(id) as Items[K] | undefined;
  }

  /** What a function makes of the Rulebook and of nothing else: made once. The function has to be one and the same. */
  once<T>(make: (rulebook: Rulebook) => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make(this.rulebook));
    return this.#made.get(make) as T;
  }

  #item<K extends ItemKind>(kind: K, id: string): Items[K] {
    const item = this.find(kind, id);
    if (!item) throw new RangeError(`the Rulebook holds no ${kind} "${id}"`);
    return item;
  }

  source(id: string): Source {
    return this.#item('source', id);
  }
  party(id: string): Party {
    return this.#item('party', id);
  }
  organ(id: string): Organ {
    return this.#item('organ', id);
  }
  holder(id: string): Holder {
    return this.#item('holder', id);
  }
  view(id: string): View {
    return this.#item('view', id);
  }
  place(id: string): Place {
    return this.#item('place', id);
  }
  instrument(id: string): Instrument {
    return this.#item('instrument', id);
  }
  provision(id: string): Provision {
    return this.#item('provision', id);
  }
  fact(id: string): Fact {
    return this.#item('fact', id);
  }
  term(id: string): Term {
    return this.#item('term', id);
  }
  act(id: string): Act {
    return this.#item('act', id);
  }
  qualifier(id: string): Qualifier {
    return this.#item('qualifier', id);
  }
  norm(id: string): Norm {
    return this.#item('norm', id);
  }
  amount(id: string): Amount {
    return this.#item('amount', id);
  }

  /** The party or organ of that name, or undefined. */
  actor(id: string): Party | Organ | undefined {
    return this.find('party', id) ?? this.find('organ', id);
  }

  /** The party an organ belongs to; a party is its own. */
  partyOf(actor: string): string {
    return this.find('organ', actor)?.party ?? actor;
  }
}

const indexes = new WeakMap<Rulebook, RulebookIndex>();

export function indexRulebook(rulebook: Rulebook): RulebookIndex {
  let index = indexes.get(rulebook);
  if (!index) {
    index = new RulebookIndex(rulebook);
    indexes.set(rulebook, index);
  }
  return index;
}

/** What is made of a Rulebook by a function of nothing else: made once and given again. */
export const madeOnce =
  <T>(make: (rulebook: Rulebook) => T): ((rulebook: Rulebook) => T) =>
  (rulebook) =>
    indexRulebook(rulebook).once(make);
