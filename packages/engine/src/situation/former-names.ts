/**
 * What things were called before. Names of the library last: old files and links mean a thing by the name that
 * it had when they were written, and whoever reads one asks here first, so that all that follows sees the name
 * of today only.
 */
import { elsewhereIn } from '../circuit/places.ts';
import { madeOnce } from '../rulebook/index.ts';
import { referenceKeys } from '../rulebook/reference-data.ts';
import type { Given, Rulebook } from '../rulebook/schema.ts';
import type { Situation } from './situation.ts';

/** A name that stands for nothing, now or before, is given back as it is: to refuse it is the checker's part. */
export interface PresentNames {
  /** Of a fact, norm, instrument, place, party, view … ; of a provision with its instrument before it. */
  item(name: string): string;
  /** Of an element of any kind, a claim or a facility among them. */
  entry(name: string): string;
  /** Of `norm@bearer` and `term@holder`. */
  reference(text: string): string;
  /** Of a value of a fact; the fact by its present name. */
  value(fact: string, value: string): string;
  /** Fact, organ and value; whatever else there is stays. */
  given<T extends Pick<Given, 'fact' | 'value'> & { readonly organ?: string | undefined }>(given: T): T;
  situation(situation: Situation): Situation;
  /** Of every name in a text of the language, such as a query; a value is that of the fact named last before it. */
  text(text: string): string;
}

/** Built once for a Rulebook. */
export const presentNames = madeOnce(namesOf);

function namesOf(rulebook: Rulebook): PresentNames {
  const items = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of Object.keys(rulebook) as (keyof Rulebook)[]) {
    if (unread.has(key)) continue;
    const collection = rulebook[key];
    if (!Array.isArray(collection)) continue;
    enter(items, collection);
    for (const { id } of collection) taken.add(id);
  }
  enter(
    items,
    rulebook.places.map(({ id, formerly }) => ({
      id: elsewhereIn(id),
      formerly: formerly?.map(elsewhereIn),
    })),
  );
  const facts = new Map(
    rulebook.facts.map(({ id, type, choices }) => {
      const values = new Map<string, string>();
      enter(values, choices);
      return [id, { named: type === 'place' || type === 'party', values }];
    }),
  );

  const item = (name: string): string => {
    const present = items.get(name);
    if (present !== undefined) return present;
    // A provision keeps its name while its instrument is given another.
    const slash = name.indexOf('/');
    const instrument = slash < 0 ? undefined : items.get(name.slice(0, slash));
    if (instrument === undefined) return name;
    const provision = `${instrument}${name.slice(slash)}`;
    return items.get(provision) ?? provision;
  };
  const entry = (name: string): string => {
    const present = item(name);
    if (present !== name || taken.has(name)) return present;
    const further = new Map<string, string>();
    for (const key of referenceKeys) enter(further, rulebook[key]);
    return further.get(name) ?? name;
  };
  const reference = (text: string): string => text.split('@').map(item).join('@');
  const value = (fact: string, name: string): string => {
    const entry = facts.get(fact);
    if (!entry) return name;
    return entry.named ? item(name) : (entry.values.get(name) ?? name);
  };
  const given: PresentNames['given'] = (each) => {
    const fact = item(each.fact);
    return {
      ...each,
      fact,
      ...(each.organ === undefined ? {} : { organ: item(each.organ) }),
      value: value(fact, each.value),
    };
  };
  const nothingRenamed = items.size === 0 && [...facts.values()].every(({ values }) => values.size === 0);
  const situation = (each: Situation): Situation =>
    nothingRenamed ? each : { ...each, given: each.given.map(given) };
  const text = (words: string): string => {
    let fact = '';
    return words.replace(NAME, (name) => {
      const present = item(name);
      if (facts.has(present)) fact = present;
      return present === name && !taken.has(name) ? value(fact, name) : present;
    });
  };
  return { item, entry, reference, value, given, situation, text };
}

/** Not read for the names of the law. */
const unread: ReadonlySet<string> = new Set(referenceKeys);

/** As the grammar of the language has it. */
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:[-/.][A-Za-z0-9_]+)*/g;

function enter(
  names: Map<string, string>,
  items: readonly { readonly id: string; readonly formerly?: readonly string[] | undefined }[],
): void {
  for (const { id, formerly = [] } of items) for (const name of formerly) names.set(name, id);
}
