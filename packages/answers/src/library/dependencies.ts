/**
 * What depends on what in a Rulebook, found by walking its JSON: which key refers to which kind of item stands
 * in one table, so that a new place for a reference needs one line here and no change elsewhere.
 */
import type { Rulebook } from '@anpo/engine';
import type { Amount, Instrument, Norm, Term } from '@anpo/engine/rulebook';
import { indexRulebook, madeOnce } from '@anpo/engine/rulebook';

export type Collection = Exclude<keyof Rulebook, 'version' | 'hash'>;

export const collections = [
  'instruments',
  'provisions',
  'norms',
  'terms',
  'facts',
  'acts',
  'qualifiers',
  'amounts',
  'constraints',
  'places',
  'parties',
  'organs',
  'holders',
  'views',
  'precedents',
  'statements',
  'claims',
  'facilities',
  'events',
  'commitments',
  'stances',
  'glossary',
  'sources',
] as const satisfies readonly Collection[];

/** The kinds of item that a text under this key may name. */
const referenceKeys: Readonly<Record<string, readonly Collection[]>> = {
  source: ['sources'],
  party: ['parties'],
  organ: ['organs'],
  organs: ['organs'],
  holder: ['holders'],
  holders: ['holders'],
  view: ['views', 'holders'],
  place: ['places'],
  places: ['places'],
  instrument: ['instruments'],
  under: ['instruments'],
  provision: ['provisions'],
  fact: ['facts'],
  term: ['terms'],
  norm: ['norms'],
  act: ['acts'],
  amount: ['amounts'],
  after: ['facts'],
  accordance: ['qualifiers'],
  subject: ['qualifiers'],
  notwithstanding: ['norms'],
  prevails: ['norms'],
  continues: ['norms'],
  replaces: ['norms'],
  values: ['places', 'parties'],
  value: ['places', 'parties'],
  bearers: ['parties', 'organs'],
  default: ['places', 'parties'],
  evidence: collections,
  concerns: collections,
  see: collections,
  plan: collections,
  question: ['glossary'],
};

export interface Reference {
  readonly collection: Collection;
  readonly id: string;
}

/** Everything in the Rulebook that names the item, itself apart. */
export function dependentsOf(rulebook: Rulebook, collection: Collection, id: string): readonly Reference[] {
  return collections.flatMap((from) =>
    (rulebook[from] as readonly { id: string }[])
      .filter((item) => from !== collection || item.id !== id)
      .filter((item) =>
        referencesIn(item).some(
          (reference) => reference.id === id && reference.collections.includes(collection),
        ),
      )
      .map((item) => ({ collection: from, id: item.id })),
  );
}

/**
 * The facts that have a part in an item, by way of terms and norms too. Not by way of the instrument that a norm
 * stands in: a notice that ends a treaty would have a part in every rule of it.
 */
export function dependencyFacts(rulebook: Rulebook, item: Reference): ReadonlySet<string> {
  const dependencies = dependenciesOf(rulebook);
  const key = `${item.collection} ${item.id}`;
  let facts = dependencies.facts.get(key);
  if (!facts) {
    facts = collectFacts(dependencies, item);
    dependencies.facts.set(key, facts);
  }
  return facts;
}

/** The terms that the end of an instrument hangs on, as it names them. */
export function endingTerms(rulebook: Rulebook, instrument: string): readonly string[] {
  const { ends } = indexRulebook(rulebook).find('instrument', instrument) ?? {};
  return referencesIn(ends)
    .filter(({ collections: kinds }) => kinds.includes('terms'))
    .map(({ id }) => id);
}

/** The items of one collection that the values name, or reach by way of terms, norms and amounts. */
export function reachedBy(
  rulebook: Rulebook,
  values: readonly unknown[],
  wanted: Collection,
): ReadonlySet<string> {
  const { items } = dependenciesOf(rulebook);
  const reached = new Set<string>();
  const seen = new Set<string>();
  const queue: unknown[] = [...values];
  while (queue.length > 0) {
    for (const { collections: targets, id } of referencesIn(queue.pop())) {
      for (const target of targets) {
        const key = `${target} ${id}`;
        const found = items.get(key);
        if (seen.has(key) || !found) continue;
        seen.add(key);
        if (target === wanted) reached.add(id);
        queue.push(evaluatedWith(target, found.item));
      }
    }
  }
  return reached;
}

/** What an evaluation of the item looks at: of a norm also its exceptions and what overrides it. */
function evaluatedWith(collection: Collection, item: unknown): unknown {
  if (collection !== 'norms') return aboutOf(collection, item);
  const { territory, condition, exceptions, notwithstanding, prevails } = item as Norm;
  return { territory, condition, exceptions, notwithstanding, prevails };
}

const followed: ReadonlySet<Collection> = new Set(['facts', 'terms', 'norms', 'amounts', 'instruments']);
/** What the items of one Rulebook are about, each looked at once. */
interface Dependencies {
  readonly items: ReadonlyMap<string, { readonly collection: Collection; readonly item: object }>;
  readonly direct: Map<string, readonly string[]>;
  readonly facts: Map<string, ReadonlySet<string>>;
}

const dependenciesOf = madeOnce((rulebook): Dependencies => {
  const items = [...followed].flatMap((collection) =>
    (rulebook[collection] as readonly { id: string }[]).map(
      (item) => [`${collection} ${item.id}`, { collection, item }] as const,
    ),
  );
  return { items: new Map(items), direct: new Map(), facts: new Map() };
});

function collectFacts({ items, direct }: Dependencies, start: Reference): ReadonlySet<string> {
  const facts = new Set<string>();
  const seen = new Set<string>();
  const queue = [`${start.collection} ${start.id}`];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const found = items.get(key);
    if (!found) continue;
    if (found.collection === 'facts') {
      facts.add(key.slice('facts '.length));
      continue;
    }
    let next = direct.get(key);
    if (!next) {
      next = referencesIn(aboutOf(found.collection, found.item)).flatMap((reference) =>
        reference.collections
          .filter((target) => followed.has(target))
          .map((target) => `${target} ${reference.id}`),
      );
      direct.set(key, next);
    }
    // An amount is not about the ends of the instruments that its conditions name.
    queue.push(
      ...(start.collection === 'amounts' ? next.filter((to) => !to.startsWith('instruments ')) : next),
    );
  }
  return facts;
}

/**
 * What an item is about. A norm: its condition alone; its exceptions may be about anything, and what it
 * continues, replaces or prevails over explains its history and rank. An instrument, where a condition asks
 * whether it is in force: what ends it. An amount is not about the instrument that fixes it.
 */
function aboutOf(collection: Collection, item: unknown): unknown {
  switch (collection) {
    case 'norms':
      return [(item as Norm | undefined)?.condition];
    case 'instruments':
      return [(item as Instrument | undefined)?.ends];
    case 'amounts':
      return (item as Amount | undefined)?.pieces;
    case 'terms':
      return (item as Term | undefined)?.definition;
    default:
      return item;
  }
}

interface Mention {
  readonly collections: readonly Collection[];
  readonly id: string;
}

function referencesIn(value: unknown, key = ''): readonly Mention[] {
  if (typeof value === 'string') {
    const targets = Object.hasOwn(referenceKeys, key) ? referenceKeys[key] : undefined;
    return targets ? [{ collections: targets, id: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  const mentions = Object.entries(fields).flatMap(([name, field]) => referencesIn(field, name));
  // An actor is `{ kind: 'party' | 'organ', id }`.
  if ((fields.kind === 'party' || fields.kind === 'organ') && typeof fields.id === 'string') {
    mentions.push({ collections: fields.kind === 'party' ? ['parties'] : ['organs'], id: fields.id });
  }
  return mentions;
}
