/**
 * A situation resolved once for everything that reads it: its days as numbers, and for each fact, incident and
 * organ the value that wins, how it is known, and what it comes to.
 *
 * Which value wins: of those given for the fact that speak of the organ asked about or of none, the last one
 * given for the incident itself; else the last one given for the whole situation; else the fact's default.
 */
import { type Day, toDay } from '../calendar/date.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type { Fact, Given, Rulebook } from '../rulebook/schema.ts';
import { presentNames } from './former-names.ts';
import type { GivenFact, Situation } from './situation.ts';
import { parseValue, type Value } from './value.ts';

/** How the value of a fact is known. */
export interface KnownFact {
  /** Who asserted what was given; `assumed`: the default; `missing`: nothing, or expressly the unknown. */
  readonly basis: Given['asserted'] | 'assumed' | 'missing';
  /** The text of the value; absent exactly where it is missing. */
  readonly value?: string | undefined;
  /** What was given, if anything: the unknown too. */
  readonly given?: GivenFact | undefined;
}

interface Resolved extends KnownFact {
  readonly fact: Fact;
  /** Worked out on use, for the situation's own day. */
  parsed?: Value | undefined;
}

const MISSING: KnownFact = { basis: 'missing' };

export class ResolvedSituation {
  readonly rulebook: Rulebook;
  /** In the names of today. */
  readonly situation: Situation;
  readonly day: Day;
  /** Only what was public on this day is used; undefined: everything. */
  readonly known: Day | undefined;
  readonly #index: RulebookIndex;
  readonly #given: ReadonlyMap<string, readonly GivenFact[]>;
  readonly #spoken = new Map<string, SpokenFact>();

  constructor(rulebook: Rulebook, situation: Situation) {
    this.rulebook = rulebook;
    this.situation = presentNames(rulebook).situation(situation);
    this.day = toDay(situation.on);
    this.known = situation.known === undefined ? undefined : toDay(situation.known);
    this.#index = indexRulebook(rulebook);
    this.#given = Map.groupBy(this.situation.given, ({ fact }) => fact);
  }

  /** False where nothing is given of a fact, of any incident or organ, nor assumed: it is missing everywhere. */
  speaksOf(id: string): boolean {
    return this.#spokenFact(id) !== undefined;
  }

  /** What is known of a fact, in an incident, as an organ found it. Throws for a fact that there is not. */
  fact(id: string, incident?: number, organ?: string): KnownFact {
    return this.#resolve(id, incident, organ) ?? MISSING;
  }

  /** The value, ready for evaluation; undefined where it is missing. Throws a ComplaintError for a wrong one. */
  value(id: string, incident?: number, organ?: string): Value | undefined {
    const resolved = this.#resolve(id, incident, organ);
    if (resolved?.value === undefined) return undefined;
    resolved.parsed ??= parseValue(this.rulebook, resolved.fact, resolved.value, this.day);
    return resolved.parsed;
  }

  /** The same read on another day: a region given has other parts then. */
  valueOn(day: Day, id: string, incident?: number, organ?: string): Value | undefined {
    const resolved = this.#resolve(id, incident, organ);
    if (resolved?.value === undefined) return undefined;
    return resolved.fact.type === 'place' && day !== this.day
      ? parseValue(this.rulebook, resolved.fact, resolved.value, day)
      : this.value(id, incident, organ);
  }

  #resolve(id: string, incident: number | undefined, organ: string | undefined): Resolved | undefined {
    return this.#spokenFact(id)?.of(incident, organ);
  }

  #spokenFact(id: string): SpokenFact | undefined {
    let spoken = this.#spoken.get(id);
    if (!spoken) {
      const fact = this.#index.fact(id);
      const given = this.#given.get(id);
      if (!given && fact.default === undefined) return undefined;
      spoken = new SpokenFact(fact, given ?? []);
      this.#spoken.set(id, spoken);
    }
    return spoken;
  }
}

/** A fact of which something is given or assumed. Incidents of which nothing is given themselves are alike. */
class SpokenFact {
  readonly #fact: Fact;
  readonly #given: readonly GivenFact[];
  readonly #incidents: ReadonlySet<number | undefined>;
  readonly #found = new Map<number | undefined, Map<string | undefined, Resolved>>();

  constructor(fact: Fact, given: readonly GivenFact[]) {
    this.#fact = fact;
    this.#given = given;
    this.#incidents = new Set(given.map(({ incident }) => incident));
  }

  of(incident: number | undefined, organ: string | undefined): Resolved {
    const own = this.#incidents.has(incident) ? incident : undefined;
    let byOrgan = this.#found.get(own);
    if (!byOrgan) {
      byOrgan = new Map();
      this.#found.set(own, byOrgan);
    }
    let found = byOrgan.get(organ);
    if (!found) {
      found = resolve(this.#fact, this.#given, own, organ);
      byOrgan.set(organ, found);
    }
    return found;
  }
}

/** Resolves a situation; one that is resolved for the Rulebook already stays as it is. */
export function resolveSituation(
  rulebook: Rulebook,
  situation: Situation | ResolvedSituation,
): ResolvedSituation {
  if (!(situation instanceof ResolvedSituation)) return new ResolvedSituation(rulebook, situation);
  return situation.rulebook === rulebook ? situation : new ResolvedSituation(rulebook, situation.situation);
}

function resolve(
  fact: Fact,
  all: readonly GivenFact[],
  incident: number | undefined,
  organ: string | undefined,
): Resolved {
  const meant = all.filter((given) => given.organ === undefined || given.organ === organ);
  const given =
    (incident === undefined ? undefined : meant.findLast((each) => each.incident === incident)) ??
    meant.findLast((each) => each.incident === undefined);
  if (given?.value === 'unknown') return { fact, basis: 'missing', given };
  if (given) return { fact, basis: given.asserted, value: given.value, given };
  // What an organ has to find is never assumed.
  if (fact.default === undefined || organ !== undefined) return { fact, basis: 'missing' };
  return { fact, basis: 'assumed', value: fact.default };
}
