/**
 * What may be wrong with who reads what, over the whole library: how findings speak of agreement in every
 * precedent and example, and readings that begin on a treaty's day or outlive the body that held them.
 */
import { type Finding, openLibrary, type Rulebook } from '@anpo/engine';
import { indexRulebook } from '@anpo/engine/rulebook';
import { everySituation, type NamedSituation } from './situations.ts';

/** One thing found, in words that tell it from every other. */
export type Found = string;

export interface AgreementSearch {
  /** Findings about which somebody's reading is told. */
  readonly read: number;
  /** Said to be agreed, though outcomes differ, or facts leave one open and another not. */
  readonly agreedOverOpen: readonly Found[];
  readonly agreedOverDifferent: readonly Found[];
  /** A reading of a place is told, though the place was not given. */
  readonly placeNotNamed: readonly Found[];
  /** A reading is dated before the instrument of the rule was in force. */
  readonly beforeTheRule: readonly Found[];
}

export function searchAgreement(
  rulebook: Rulebook,
  situations: readonly NamedSituation[] = everySituation(rulebook),
): AgreementSearch {
  const library = openLibrary(rulebook);
  const found = {
    read: 0,
    agreedOverOpen: [] as Found[],
    agreedOverDifferent: [] as Found[],
    placeNotNamed: [] as Found[],
    beforeTheRule: [] as Found[],
  };
  for (const { name, situation } of situations) {
    for (const finding of library.assess(situation).findings) {
      const { agreement } = finding;
      if (agreement.kind === 'no-reading-recorded') continue;
      found.read++;
      const where = `${name}: ${finding.norm}@${finding.bearer}`;
      const whole = agreement.positions.filter(({ unread }) => unread.length === 0);
      const outcomes = new Set(whole.map(({ outcome }) => outcome));
      const open = outcomes.has('undetermined') && outcomes.size > 1;
      if (agreement.kind === 'agreed' && open) found.agreedOverOpen.push(where);
      if (agreement.kind === 'agreed' && outcomes.has('applies') && outcomes.has('does-not-apply'))
        found.agreedOverDifferent.push(where);
      const readings = agreement.positions.flatMap((position) => position.readings);
      const placed = situation.given.some(({ fact }) => fact === 'place');
      if (!placed && readings.some(({ choice }) => choice.startsWith('relation:')))
        found.placeNotNamed.push(where);
      const begins = beginOf(rulebook, finding);
      if (
        begins !== undefined &&
        readings.some(({ since, sinceRule }) => since !== undefined && (sinceRule ?? since) < begins)
      )
        found.beforeTheRule.push(where);
    }
  }
  return found;
}

/** Since when the rule can have been read at all. */
function beginOf(rulebook: Rulebook, { instrument }: Finding): string | undefined {
  return indexRulebook(rulebook).instrument(instrument).period.from;
}

/** Readings that begin on the day on which an instrument was signed or came into force. */
export function readingsOnATreatysDay(rulebook: Rulebook): readonly Found[] {
  const days = new Map<string, string>();
  for (const { id, signed, period } of rulebook.instruments) {
    if (signed !== undefined) days.set(signed, `${id} signed`);
    if (period.from !== undefined) days.set(period.from, `${id} in force`);
  }
  return everyReading(rulebook).flatMap(({ of, holder, from }) => {
    const day = from === undefined ? undefined : days.get(from);
    return day === undefined ? [] : [`${of} ${holder} ${from} (${day})`];
  });
}

/** Readings that never end, of holders that are no government, court or party that lasts. */
export function readingsWithoutEnd(rulebook: Rulebook): readonly Found[] {
  const index = indexRulebook(rulebook);
  return everyReading(rulebook).flatMap(({ of, holder, until }) =>
    until === undefined && !['government', 'agreement'].includes(index.holder(holder).authority)
      ? [`${of} ${holder}`]
      : [],
  );
}

function everyReading({ terms, norms, instruments, places }: Rulebook): readonly {
  of: string;
  holder: string;
  from?: string | undefined;
  until?: string | undefined;
}[] {
  const definitions = [
    ...terms.map(({ id, definition }) => ({ id, definition })),
    ...[...norms, ...instruments].flatMap(({ id, standing }) =>
      standing === undefined ? [] : [{ id, definition: standing }],
    ),
  ];
  return [
    ...definitions.flatMap(({ id, definition }) =>
      definition.readings.map(({ holder, period }) => ({ of: id, holder, ...period })),
    ),
    ...places.flatMap(({ id, relations }) =>
      relations.flatMap(({ holder, relation, period }) =>
        holder === undefined ? [] : [{ of: `${id} ${relation}`, holder, ...period }],
      ),
    ),
  ];
}
