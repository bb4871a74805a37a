/** Changes grouped by what made them, and within a group by the situations that they are about. */
import type { Rulebook } from '@anpo/engine';
import type { Cause, DifferentSituations, NormDifference } from '@anpo/engine/reasoning';
import { homeParties, indexRulebook, type Norm } from '@anpo/engine/rulebook';
import type { NamedSide } from '../../questions/sides.ts';

/** Norms that changed alike, for bearers that are bound alike. */
export interface Block {
  readonly kind: NormDifference['kind'];
  readonly gained: DifferentSituations | undefined;
  readonly lost: DifferentSituations | undefined;
  readonly rules: readonly { readonly change: NormDifference; readonly bearers: readonly string[] }[];
}

export interface Group {
  /** What made the changes: `instrument ID`, `choice ID`, `places`, `rules` or `other`. */
  readonly key: string;
  readonly causes: readonly Cause[];
  readonly changes: readonly NormDifference[];
  /** The first day on which something of it turned. */
  readonly day: string;
  readonly rank: number;
}

export const kindOrder = ['new', 'wider', 'moved', 'narrower', 'gone', 'not-decided'] as const;

export class Grouping {
  readonly #sides: readonly [NamedSide, NamedSide];

  constructor(sides: readonly [NamedSide, NamedSide]) {
    this.#sides = sides;
  }

  norm(id: string, scene: 0 | 1): Norm | undefined {
    return indexRulebook(this.#sides[scene].side.rulebook).find('norm', id);
  }

  /** The norm as it stands on the side where it is. */
  normOf({ before, after }: NormDifference): { norm: Norm; rulebook: Rulebook } {
    const norm = (after === undefined ? undefined : this.norm(after, 1)) ?? this.norm(before ?? '', 0);
    const scene = after !== undefined && this.norm(after, 1) ? 1 : 0;
    return { norm: norm as Norm, rulebook: this.#sides[scene].side.rulebook };
  }

  /** Changes of the same kind in the same situations, norms in the order of the library. */
  blocks(changes: readonly NormDifference[]): readonly Block[] {
    const situations = (each: DifferentSituations | undefined): string =>
      each === undefined ? '' : each.description ? JSON.stringify(each.description.anyOf) : 'undescribed';
    const alike = Map.groupBy(
      changes,
      (change) =>
        `${change.kind} ${situations(change.gained)} ${situations(change.lost)} ${change.gained?.description?.except} ${change.lost?.description?.except}`,
    );
    return [...alike.values()]
      .map((members): Block => {
        const first = members[0] as NormDifference;
        const byNorm = Map.groupBy(members, ({ before, after }) => `${before} ${after}`);
        return {
          kind: first.kind,
          gained: first.gained,
          lost: first.lost,
          rules: [...byNorm.values()].map((same) => ({
            change: same[0] as NormDifference,
            bearers: [...new Set(same.map(({ bearer }) => bearer))],
          })),
        };
      })
      .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
  }

  groups(changes: readonly NormDifference[]): readonly Group[] {
    const byCause = Map.groupBy(changes, (change) => this.#groupKey(change));
    return [...byCause]
      .map(([key, members]): Group => {
        const causes = members
          .flatMap((change) => change.causes)
          .filter((cause) => this.#causeKey(cause, undefined) === key);
        return {
          key,
          causes,
          changes: members,
          rank: this.#isTreaty(key) ? 0 : 1,
          day: causes.flatMap(({ dates }) => dates).sort()[0] ?? '9999',
        };
      })
      .sort(
        (a, b) =>
          (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
          a.rank - b.rank ||
          b.changes.length - a.changes.length,
      );
  }

  /** Of other alliances only what the situation of the two countries does not need: in short. */
  isElsewhere(change: NormDifference): boolean {
    const { norm, rulebook } = this.normOf(change);
    const { parties = [] } = indexRulebook(rulebook).find('instrument', norm.instrument) ?? {};
    const names = parties.map(({ party }) => party);
    return (
      names.length > 0 && names.length !== 1 && !homeParties(rulebook).every((party) => names.includes(party))
    );
  }

  /** Of what changed on one day, treaties come before what was concluded under them. */
  #isTreaty(key: string): boolean {
    const id = key.replace(/^instrument /, '');
    const { instruments } = this.#sides[1].side.rulebook;
    return instruments.some((each) => each.id === id && each.kind === 'treaty');
  }

  /** The instrument that made the change: of several causes the most telling one. */
  #groupKey(change: NormDifference): string {
    const { norm } = this.normOf(change);
    const keys = change.causes
      .map((cause) => ({ cause, key: this.#causeKey(cause, norm) }))
      .sort((a, b) => rankOf(a.cause, norm) - rankOf(b.cause, norm));
    return keys[0]?.key ?? 'other';
  }

  #causeKey(cause: Cause, norm: Norm | undefined): string {
    if (cause.kind === 'reading' || cause.kind === 'view') return `choice ${cause.id}`;
    if (cause.kind === 'relation' || cause.kind === 'place') return 'places';
    if (cause.kind === 'rule-changed') return 'rules';
    const instrument = cause.instrument ?? norm?.instrument;
    return instrument === undefined ? 'other' : `instrument ${instrument}`;
  }
}

const causeRanks: Readonly<Record<Cause['kind'], number>> = {
  'in-force': 0,
  period: 1,
  membership: 2,
  term: 3,
  norm: 4,
  reading: 5,
  member: 6,
  view: 7,
  relation: 8,
  place: 9,
  'rule-changed': 10,
};

/** The norm's own instrument tells most where several came into force at once. */
const rankOf = (cause: Cause, norm: Norm): number =>
  causeRanks[cause.kind] - (cause.kind === 'in-force' && cause.instrument === norm.instrument ? 1 : 0);
