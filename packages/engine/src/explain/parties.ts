/**
 * Whose readings are those of the parties. A government speaks for its state, an agreement for all that made it;
 * courts, legislators, scholars, officials and local governments read for themselves.
 */
import { type Day, periodHolds } from '../calendar/date.ts';
import { homeParties } from '../rulebook/home.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';

/** The parties of the instrument on the day; the home parties where it names none, or none is meant. */
export function partiesOf(rulebook: Rulebook, instrument: string | undefined, day: Day): ReadonlySet<string> {
  const named =
    instrument === undefined
      ? []
      : indexRulebook(rulebook)
          .instrument(instrument)
          .parties.filter(({ period }) => periodHolds(period, day))
          .map(({ party }) => party);
  return new Set(named.length > 0 ? named : homeParties(rulebook));
}

/** Whether the holder's reading is that of one of the parties. */
export function speaksFor(rulebook: Rulebook, id: string, parties: ReadonlySet<string>): boolean {
  const { authority, party } = indexRulebook(rulebook).holder(id);
  if (authority === 'agreement') return party === undefined || parties.has(party);
  return authority === 'government' && party !== undefined && parties.has(party);
}
