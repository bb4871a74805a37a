/**
 * What a treaty obliges each of its members to, read off the encoded rules: defence, offence, neutrality,
 * non-aggression, consultation, bases, exit; in which area, on which facts, and where members differ. Every
 * entry is asked of the exact logic over all situations of one day.
 */
import { formatDay, periodHolds, toDay } from '../calendar/date.ts';
import type { Circuit, FindingRoot } from '../circuit/circuit.ts';
import type { Geography } from '../circuit/places.ts';
import type { Law } from '../diagram/law.ts';
import type { Scene } from '../diagram/scene.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Instrument, Norm, Obligation, Outcome, Rulebook } from '../rulebook/schema.ts';
import { geographyOf } from '../situation/value.ts';
import { type Givens, givensOf, withUsualOpen } from './given.ts';
import { settleNode } from './settle.ts';

/** In the order in which a profile lists them. */
export const obligations = [
  'defence',
  'offence',
  'neutrality',
  'nonAggression',
  'consultation',
  'bases',
  'exit',
] as const satisfies readonly Obligation[];

export interface MemberObligation {
  readonly norm: string;
  readonly kind: Norm['kind'];
  /** Whether it applies in every situation of the day, in some, or in none. */
  readonly scope: 'always' | 'sometimes' | 'never';
  /** Places at which alone it can apply; absent where the place does not matter. */
  readonly area?: readonly string[] | undefined;
  /** Every such place is administered by the member itself. */
  readonly onlyOwnTerritory: boolean;
  /** Yes/no facts without which it never applies. */
  readonly needs: readonly string[];
  /** For defence: it can be owed where another member is attacked. */
  readonly forOthers: boolean;
}

export interface MemberProfile {
  readonly members: readonly string[];
  readonly obligations: Readonly<Record<Obligation, readonly MemberObligation[]>>;
}

/** What a treaty obliges each of its members to on a day, members with the same obligations together. */
export interface AllianceProfile {
  readonly instrument: string;
  readonly on: string;
  /** Members with the same profile stand together. */
  readonly groups: readonly MemberProfile[];
  /** Obligations that some members have and others have not. */
  readonly asymmetric: readonly Obligation[];
  readonly until?: string | undefined;
  readonly endsOnFacts: boolean;
}

/** Instruments between states that oblige to defence; what was agreed under another belongs to that one. */
export function alliancesOf(rulebook: Rulebook): readonly Instrument[] {
  const acts = new Set(
    rulebook.acts.filter(({ obligation }) => obligation === 'defence').map(({ id }) => id),
  );
  const instruments = new Set(
    rulebook.norms.filter(({ act }) => acts.has(act)).map(({ instrument }) => instrument),
  );
  return rulebook.instruments.filter(
    ({ id, order, under }) => order === 'international' && under === undefined && instruments.has(id),
  );
}

/** The day asked about where the instrument can be in force then, else the first on which it is. */
export function profileDay(law: Law, { id, period }: Instrument): string {
  const { rulebook, circuit, day } = law.scenes[0] as Scene;
  const on = formatDay(day);
  const node = circuit.instruments.get(id);
  const givens = givensOf(law, withUsualOpen(rulebook, { on, incidents: [], given: [] }), []);
  const stands = node !== undefined && settleNode(law, node, givens).outcome !== 'does-not-apply';
  return stands ? on : (period.from ?? on);
}

/** On the day of the law, which is asked about one incident. */
export function profileOf(law: Law, instrument: Instrument): AllianceProfile {
  return new Profiler(law, instrument).run();
}

class Profiler {
  readonly #rulebook: Rulebook;
  readonly #instrument: Instrument;
  readonly #on: string;
  readonly #circuit: Circuit;
  readonly #law: Law;
  readonly #geography: Geography;
  readonly #norms: ReadonlyMap<string, Norm>;
  /** The facts that the questions of a profile vary, where the library has them. */
  readonly #place: string | undefined;
  readonly #victim: string | undefined;
  readonly #givens = new Map<string, Givens>();

  constructor(law: Law, instrument: Instrument) {
    const { rulebook, circuit, day } = law.scenes[0] as Scene;
    this.#rulebook = rulebook;
    this.#instrument = instrument;
    this.#on = formatDay(day);
    this.#circuit = circuit;
    this.#law = law;
    this.#geography = geographyOf(rulebook);
    this.#place = rulebook.facts.find(({ role }) => role === 'place')?.id;
    this.#victim = rulebook.facts.find(({ role }) => role === 'attacked')?.id;
    // What was agreed under a treaty is part of what its members owe.
    const own = new Set([
      instrument.id,
      ...rulebook.instruments.filter(({ under }) => under === instrument.id).map(({ id }) => id),
    ]);
    this.#norms = new Map(
      rulebook.norms.filter((norm) => own.has(norm.instrument)).map((norm) => [norm.id, norm]),
    );
  }

  run(): AllianceProfile {
    const { parties, period, ends, id } = this.#instrument;
    const members = parties
      .filter((party) => periodHolds(party.period, toDay(this.#on)))
      .map(({ party }) => party);
    const profiles = members.map((member) => ({ member, profile: this.#memberProfile(member, members) }));
    const groups = [...Map.groupBy(profiles, ({ profile }) => JSON.stringify(profile)).values()].map(
      (same): MemberProfile => ({
        members: same.map(({ member }) => member),
        obligations: (same[0] as (typeof profiles)[number]).profile,
      }),
    );
    const asymmetric = obligations.filter((each) => {
      const has = new Set(
        groups.map((group) => group.obligations[each].some(({ scope }) => scope !== 'never')),
      );
      return has.size > 1;
    });
    return {
      instrument: id,
      on: this.#on,
      groups,
      asymmetric,
      until: period.until,
      endsOnFacts: ends !== undefined,
    };
  }

  #memberProfile(member: string, members: readonly string[]): MemberProfile['obligations'] {
    const own = this.#circuit.findings.filter(
      ({ norm, bearer }) => bearer === member && this.#norms.has(norm),
    );
    const entries = obligations.map((obligation): [Obligation, readonly MemberObligation[]] => [
      obligation,
      own.flatMap((root) => {
        const norm = this.#norms.get(root.norm) as Norm;
        if (this.#obligationOf(norm) !== obligation) return [];
        const found = this.#obligation(root, norm, members);
        return found.scope === 'never' ? [] : [found];
      }),
    ]);
    return Object.fromEntries(entries) as unknown as MemberProfile['obligations'];
  }

  #obligationOf(norm: Norm): Obligation | undefined {
    return indexRulebook(this.#rulebook).act(norm.act).obligation;
  }

  #obligation(root: FindingRoot, norm: Norm, members: readonly string[]): MemberObligation {
    const outcome = this.#outcome(root, []);
    const can = (given: readonly (readonly [string, string])[]): boolean =>
      this.#outcome(root, given) !== 'does-not-apply';
    const scope =
      outcome === 'applies' ? 'always' : outcome === 'does-not-apply' ? 'never' : ('sometimes' as const);
    const asked = this.#factsBelow(root);
    const [place, victim] = [this.#place, this.#victim];
    const leaves =
      scope === 'sometimes' && place !== undefined && asked.has(place)
        ? this.#geography.leaves.filter((leaf) => can([[place, leaf]]))
        : this.#geography.leaves;
    const bounded = leaves.length < this.#geography.leaves.length;
    const isDefence = this.#obligationOf(norm) === 'defence';
    const anyVictim = victim === undefined || !asked.has(victim);
    return {
      norm: norm.id,
      kind: norm.kind,
      scope,
      ...(bounded ? { area: leaves } : {}),
      onlyOwnTerritory: bounded && leaves.every((leaf) => this.#isOwn(leaf, root.bearer)),
      needs:
        scope === 'sometimes' ? [...asked].filter((fact) => this.#isYesNo(fact) && !can([[fact, 'no']])) : [],
      forOthers:
        isDefence &&
        scope !== 'never' &&
        members.some((other) => other !== root.bearer && (anyVictim || can([[victim, other]]))),
    };
  }

  #outcome(root: FindingRoot, given: readonly (readonly [fact: string, value: string])[]): Outcome {
    const key = given.join();
    let givens = this.#givens.get(key);
    if (!givens) {
      const situation = {
        on: this.#on,
        incidents: [],
        given: given.map(([fact, value]) => ({ fact, value, asserted: 'stipulated' as const })),
      };
      givens = givensOf(this.#law, withUsualOpen(this.#rulebook, situation), []);
      this.#givens.set(key, givens);
    }
    return settleNode(this.#law, root.node, givens).outcome;
  }

  #factsBelow({ node }: FindingRoot): ReadonlySet<string> {
    const { variables } = this.#law;
    const levels = [...this.#law.levelsBelow(this.#law.restricted(node))];
    return new Set(
      levels.flatMap((level) => {
        const question = variables[level]?.question;
        return question?.kind === 'fact' && question.organ === undefined ? [question.fact] : [];
      }),
    );
  }

  #isYesNo(id: string): boolean {
    return indexRulebook(this.#rulebook).find('fact', id)?.type === 'yes-no';
  }

  #isOwn(leaf: string, member: string): boolean {
    const entries = this.#geography.relationAt(leaf, 'administered', toDay(this.#on));
    return entries.length > 0 && entries.every(({ party }) => party === member);
  }
}
