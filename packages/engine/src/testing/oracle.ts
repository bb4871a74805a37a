/**
 * A naive interpreter of Rulebook expressions on one situation and view, written straight from the meaning of
 * each construct: no Circuit, no sharing, no geography tables. Evaluators are tested against it.
 */
import { addDuration, parseDay, toDay } from '../calendar/date.ts';
import type {
  ActorReference,
  Definition,
  Expression,
  Fact,
  Norm,
  Period,
  Place,
  Relation,
  Rulebook,
} from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';

export type Truth = boolean | undefined;

/** For whom and in which incident an expression is asked. */
export interface Frame {
  readonly incident: number;
  readonly bearer?: string | undefined;
}

const all = (values: readonly Truth[]): Truth =>
  values.includes(false) ? false : values.includes(undefined) ? undefined : true;
const some = (values: readonly Truth[]): Truth =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false;
const negation = (value: Truth): Truth => (value === undefined ? undefined : !value);

export class Oracle {
  readonly #rulebook: Rulebook;
  readonly #situation: Situation;
  readonly #holders: readonly string[];
  readonly #incidents: number;

  /** No holders: readings stay open. */
  constructor(rulebook: Rulebook, situation: Situation, holders: readonly string[] = []) {
    this.#rulebook = rulebook;
    this.#situation = situation;
    this.#holders = holders;
    this.#incidents = Math.max(1, situation.incidents.length);
  }

  norm(id: string, bearer: string, incident: number): Truth {
    const norm = this.#norm(id);
    const frame = { incident, bearer };
    const own = norm.bearers.find((each) => each.id === bearer);
    const prevailing = this.#rulebook.norms.filter(
      (other) =>
        other.prevails.includes(id) &&
        other.order === norm.order &&
        other.act === norm.act &&
        incompatible(other.kind, norm.kind) &&
        other.bearers.some((each) => each.id === bearer),
    );
    return all([
      this.inForce(norm.instrument),
      this.#holds(norm.period),
      own === undefined ? false : this.#holds(own.period),
      norm.standing === undefined ? true : this.#definition(norm.standing, frame),
      norm.territory === undefined ? true : this.expression(norm.territory, frame),
      norm.condition === undefined ? true : this.expression(norm.condition, frame),
      ...norm.exceptions.map(({ when }) => negation(this.expression(when, frame))),
      ...prevailing.map((other) => negation(this.norm(other.id, bearer, incident))),
    ]);
  }

  inForce(id: string): Truth {
    const instrument = this.#rulebook.instruments.find((each) => each.id === id);
    if (!instrument) throw new Error(id);
    return all([
      this.#holds(instrument.period),
      this.#knows(instrument.known),
      instrument.ends === undefined ? true : negation(this.expression(instrument.ends, { incident: 0 })),
      instrument.standing === undefined ? true : this.#definition(instrument.standing, { incident: 0 }),
    ]);
  }

  expression(expression: Expression, frame: Frame): Truth {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'not':
        return negation(this.expression(expression.of, frame));
      case 'and':
        return all(expression.of.map((part) => this.expression(part, frame)));
      case 'or':
        return some(expression.of.map((part) => this.expression(part, frame)));
      case 'term': {
        const term = this.#rulebook.terms.find((each) => each.id === expression.term);
        if (!term) throw new Error(expression.term);
        return this.#definition(term.definition, frame);
      }
      case 'in-force':
        return this.inForce(expression.instrument);
      case 'date':
        return this.#situation.on >= expression.at;
      case 'bearer':
        return expression.values.includes(this.#partyOf(frame.bearer as string));
      case 'fact': {
        const organ = this.#organFor(this.#fact(expression.fact), expression.organ, frame);
        if (organ === false) return false;
        const value = this.#value(expression.fact, frame.incident, organ);
        return value === undefined ? undefined : value === 'yes' || value === 'true';
      }
      case 'value': {
        const value = this.#value(expression.fact, frame.incident);
        const wanted = expression.bearer ? [this.#partyOf(frame.bearer as string)] : expression.values;
        // Nothing is none of no values, even where it is unknown.
        if (wanted.length === 0) return false;
        return value === undefined ? undefined : wanted.includes(value);
      }
      case 'place': {
        const place = this.#value(expression.fact, frame.incident);
        const wanted = expression.places.flatMap((each) => this.#spots(each));
        if (place === undefined) return wanted.length === 0 ? false : undefined;
        return uniform(this.#spots(place).map((spot) => wanted.includes(spot)));
      }
      case 'relation':
        return this.#relation(expression.fact, expression.relation, expression.party, frame);
      case 'member': {
        const instrument = this.#rulebook.instruments.find((each) => each.id === expression.instrument);
        const parties = (instrument?.parties ?? []).filter(({ period }) => this.#holds(period));
        const value =
          expression.fact === undefined
            ? this.#partyOf(frame.bearer as string)
            : this.#value(expression.fact, frame.incident);
        if (value === undefined) return parties.length === 0 ? false : undefined;
        return parties.some(({ party }) => party === value);
      }
      case 'threshold': {
        const value = this.#value(expression.fact, frame.incident);
        if (value === undefined) return undefined;
        return parseDay(value) === undefined
          ? Number(value) >= Number(expression.at)
          : value >= expression.at;
      }
      case 'elapsed': {
        const value = this.#value(expression.fact, frame.incident);
        if (value === undefined) return undefined;
        return toDay(this.#situation.on) >= addDuration(toDay(value), expression.duration);
      }
      case 'applies': {
        const { bearer } = expression;
        const norm = this.#norm(expression.norm);
        const meant = norm.bearers.filter(
          ({ id }) =>
            bearer === undefined ||
            (bearer.kind === 'bearer'
              ? this.#partyOf(id) === this.#partyOf(frame.bearer as string)
              : id === bearer.id),
        );
        return some(meant.map(({ id }) => this.norm(norm.id, id, frame.incident)));
      }
      case 'some-incident':
        return some(
          Array.from({ length: this.#incidents }, (_, incident) =>
            this.expression(expression.of, { ...frame, incident }),
          ),
        );
    }
  }

  #definition(definition: Definition, frame: Frame): Truth {
    if (definition.meaning) return this.expression(definition.meaning, frame);
    return this.#chosen(
      definition.readings
        .filter((reading) => this.#holds(reading.period) && this.#knows(reading.known))
        .map((reading) => ({
          holder: reading.holder,
          value: () => this.expression(reading.meaning, frame),
        })),
    );
  }

  /** The view's first reading; without a view what all readings come to, if it is one thing. */
  #chosen(readings: readonly { holder: string; value: () => Truth }[]): Truth {
    if (this.#holders.length > 0) {
      const holder = this.#holders.find((each) => readings.some((reading) => reading.holder === each));
      const own = readings.filter((reading) => reading.holder === holder);
      return own.length === 0 ? undefined : some(own.map((reading) => reading.value()));
    }
    return uniform(readings.map((reading) => reading.value()));
  }

  #relation(fact: string, relation: Relation, actor: ActorReference, frame: Frame): Truth {
    const party = actor.kind === 'bearer' ? this.#partyOf(frame.bearer as string) : (actor.id as string);
    const place = this.#value(fact, frame.incident);
    const at = (spot: string): Truth => this.#relationAt(spot, relation, this.#partyOf(party));
    if (place !== undefined) {
      const spots = this.#spots(place);
      // Of a region with a spot over which holders part, a relation is never known to hold throughout.
      const contested = spots.length > 1 && spots.some((spot) => this.#isContested(spot, relation));
      const value = uniform(spots.map(at));
      return contested && value === true ? undefined : value;
    }
    // Of an unknown place a relation is false only where no spot could have it.
    const values = this.#allSpots().map(at);
    return values.every((value) => value === false) ? false : undefined;
  }

  #relationAt(spot: string, relation: Relation, party: string): Truth {
    const entries = this.#entries(spot, relation);
    const shared = entries.filter((entry) => entry.holder === undefined);
    const holders = [...new Set(entries.flatMap((entry) => entry.holder ?? []))];
    const among = (list: typeof entries): boolean => list.some((entry) => entry.party === party);
    if (holders.length === 0) return among(shared);
    return this.#chosen(
      holders.map((holder) => ({
        holder,
        value: () => among([...shared, ...entries.filter((entry) => entry.holder === holder)]),
      })),
    );
  }

  #isContested(spot: string, relation: Relation): boolean {
    return this.#entries(spot, relation).some((entry) => entry.holder !== undefined);
  }

  /** The entries of a spot, or of the nearest regions around it that have any. */
  #entries(spot: string, relation: Relation): Place['relations'] {
    let level = [spot.replace(/^rest of /, '')];
    while (level.length > 0) {
      const entries = level
        .flatMap((name) => this.#place(name)?.relations ?? [])
        .filter((entry) => entry.relation === relation && this.#holds(entry.period));
      if (entries.length > 0) return entries;
      level = level.flatMap((name) =>
        (this.#place(name)?.partOf ?? [])
          .filter((link) => this.#holds(link.period))
          .map((link) => link.place),
      );
    }
    return [];
  }

  /** The smallest spots of a place: places that no place is ever part of, and the rest of those that have parts. */
  #spots(name: string): readonly string[] {
    const parts = this.#rulebook.places.flatMap((place) =>
      place.partOf.filter((link) => link.place === name).map((link) => ({ place, link })),
    );
    if (parts.length === 0) return [name];
    return [
      `rest of ${name}`,
      ...parts.filter(({ link }) => this.#holds(link.period)).flatMap(({ place }) => this.#spots(place.id)),
    ];
  }

  #allSpots(): readonly string[] {
    return [...this.#rulebook.places.flatMap((place) => this.#spots(place.id)), 'elsewhere'];
  }

  #value(id: string, incident: number, organ?: string): string | undefined {
    const fact = this.#fact(id);
    const meant = this.#situation.given.filter(
      (given) => given.fact === id && (given.organ === undefined || given.organ === organ),
    );
    const own = fact.scope === 'incident' ? meant.filter((given) => given.incident === incident) : [];
    const given = own.at(-1) ?? meant.filter((each) => each.incident === undefined).at(-1);
    const value = given === undefined ? fact.default : given.value;
    return value === 'unknown' ? undefined : value;
  }

  #organFor(fact: Fact, organ: ActorReference | undefined, frame: Frame): string | undefined | false {
    if (fact.kind !== 'determination') return undefined;
    if (organ === undefined) return fact.organs[0];
    if (organ.kind === 'organ') return organ.id;
    const party = organ.kind === 'party' ? organ.id : this.#partyOf(frame.bearer as string);
    return fact.organs.find((each) => this.#partyOf(each) === party) ?? false;
  }

  #partyOf(actor: string): string {
    return this.#rulebook.organs.find((organ) => organ.id === actor)?.party ?? actor;
  }

  #holds(period: Period): boolean {
    const { on } = this.#situation;
    return (
      (period.from === undefined || on >= period.from) && (period.until === undefined || on < period.until)
    );
  }

  #knows(since: string | undefined): boolean {
    return since === undefined || this.#situation.known === undefined || this.#situation.known >= since;
  }

  #fact(id: string): Fact {
    return this.#rulebook.facts.find((fact) => fact.id === id) as Fact;
  }

  #norm(id: string): Norm {
    return this.#rulebook.norms.find((norm) => norm.id === id) as Norm;
  }

  #place(id: string): Place | undefined {
    return this.#rulebook.places.find((place) => place.id === id);
  }
}

/** One value if all are that value; unknown where they differ, where one is unknown, or where there is none. */
function uniform(values: readonly Truth[]): Truth {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function incompatible(a: Norm['kind'], b: Norm['kind']): boolean {
  const pairs = ['prohibition duty', 'prohibition permission', 'prohibition power', 'immunity duty'];
  return pairs.includes(`${a} ${b}`) || pairs.includes(`${b} ${a}`);
}
