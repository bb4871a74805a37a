/**
 * Statements and stances that concern a term, a norm or an instrument which whoever makes them does not read on the
 * day, or that no holder of readings makes: what was said of a rule changes no answer. Silence that is recorded is
 * an answer too.
 */
import { periodHolds, toDay } from '../../calendar/date.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Definition, Rulebook } from '../../rulebook/schema.ts';
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
    ...statements.map((each) => ({ ...each, kind: 'statement' as const, day: each.date })),
    ...stances.map((each) => ({ ...each, kind: 'stance' as const, day: each.period.from })),
  ];
  return said.flatMap(({ kind, id, holder, concerns, day }) =>
    (concerns ?? []).flatMap((item): UnreadSaying[] => {
      const definition = definitionOf(rulebook, item);
      if (definition === 'none') return [];
      return definition && holder !== undefined && reads(definition, holder, day)
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

const reads = ({ readings, silences }: Definition, holder: string, day: string | undefined): boolean =>
  [...readings, ...silences].some(
    (each) => each.holder === holder && (day === undefined || periodHolds(each.period, toDay(day))),
  );
