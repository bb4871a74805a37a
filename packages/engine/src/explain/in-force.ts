/** The line of a reason that says whether an instrument is in force, since when, or why not. */

import { formatDay, toDay } from '../calendar/date.ts';
import { TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import type { Reason } from '../findings/reason.ts';
import type { Instrument } from '../rulebook/schema.ts';
import type { Standing } from '../wording/contract.ts';
import { bilingual } from '../wording/languages.ts';
import { cite } from './citations.ts';
import type { ExplainContext } from './context.ts';
import { instrumentLabel } from './labels.ts';
import { reasonValue } from './truth.ts';

/** `children` say why, where the dates alone do not: a notice to end it, a contested standing. */
export function inForceReason(
  context: ExplainContext,
  id: string,
  value: number,
  positive: boolean,
  children: () => readonly Reason[],
): Reason {
  const instrument = context.index.instrument(id);
  const standing = standingOf(context, instrument, value);
  const dates = standing.kind === 'not-yet' || standing.kind === 'no-longer' || standing.kind === 'not-known';
  const label = instrumentLabel(context.rulebook, id);
  return {
    text: bilingual((wording, say) => wording.inForce(say(label), standing, !positive)),
    value: reasonValue(value, positive),
    item: id,
    basis: 'law',
    citations: cite(context.rulebook, instrument.citations),
    children: dates ? [] : children(),
  };
}

function standingOf({ resolved, day }: ExplainContext, instrument: Instrument, value: number): Standing {
  const { from, until } = instrument.period;
  if (value === TRUE) return { kind: 'in-force', from };
  if (value === UNKNOWN) return { kind: 'open' };
  const { known } = instrument;
  if (known !== undefined && resolved.known !== undefined && resolved.known < toDay(known)) {
    return { kind: 'not-known', known, on: formatDay(resolved.known) };
  }
  if (from !== undefined && day < toDay(from)) return { kind: 'not-yet', from };
  if (until !== undefined && day >= toDay(until)) return { kind: 'no-longer', until };
  return { kind: 'out-of-force' };
}
