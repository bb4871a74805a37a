/**
 * Statements and stances that concern a term, a norm or an instrument which whoever makes them does not read on the
 * day, or that no holder of readings makes: what was said of a rule changes no answer. Silence that is recorded is
 * an answer too.
 */
import { type Day, formatDay, periodHolds, toDay } from '../../calendar/date.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Definition, Period, Rulebook } from '../../rulebook/schema.ts';
import type { AuditContext } from './context.ts';

export interface UnreadSaying {
  readonly kind: 'statement' | 'stance';
  readonly saying: string;
  /** Absent where it is nobody's who may hold a reading. */
  readonly holder?: string | undefined;
  /** The term, norm or instrument that it concerns. */
  readonly item: string;
}

export function findUnreadSayings({ rulebook }: AuditContext): UnreadSaying[] {
  const { statements, stances } = rulebook;
  const said = [
    ...statements.map((each) => ({
      ...each,
      kind: 'statement' as const,
      period: { from: each.date, until: formatDay((toDay(each.date) + 1) as Day) },
    })),
    ...stances.map((each) => ({ ...each, kind: 'stance' as const })),
  ];
  return said.flatMap(({ kind, id, holder, concerns, period }) =>
    (concerns ?? []).flatMap((item): UnreadSaying[] => {
      const definition = definitionOf(rulebook, item);
      if (definition === 'none') return [];
      return definition && holder !== undefined && reads(definition, holder, period)
        ? []
        : [{ kind, saying: id, holder, item }];
    }),
  );
}

/** How an item is read; undefined where it has one meaning or no readings, `none` where nothing is to be read. */
function definitionOf(rulebook: Rulebook, item: string): Definition | undefined | 'none' {
  const index = indexRulebook(rulebook);
  const term = index.find('term', item);
  if (term) return term.definition;
  const binding = index.find('norm', item) ?? index.find('instrument', item);
  return binding ? binding.standing : 'none';
}

/** Whether the holder reads it, or is recorded as silent, from the first day of the period on; of none: at some time. */
function reads({ readings, silences }: Definition, holder: string, period: Period): boolean {
  const day = period.from === undefined ? undefined : toDay(period.from);
  return [...readings, ...silences].some(
    (each) =>
      each.holder === holder &&
      (day === undefined
        ? each.period.from === undefined || period.until === undefined || each.period.from < period.until
        : periodHolds(each.period, day)),
  );
}
