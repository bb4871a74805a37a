/** The lines of a reason that rest on the registers: where a place lies, and who stands in a relation to it. */

import { periodHolds } from '../calendar/date.ts';
import type { Origin } from '../circuit/circuit.ts';
import { FALSE, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import type { CitedSource, Reason } from '../findings/reason.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Text } from '../rulebook/schema.ts';
import { geographyOf } from '../situation/value.ts';
import { bilingual } from '../wording/languages.ts';
import { cite } from './citations.ts';
import { type ExplainContext, inIncident } from './context.ts';
import { actorLabel, placeLabel } from './labels.ts';
import { reasonValue } from './truth.ts';

type OriginOf<Kind extends Origin['kind']> = Extract<Origin, { kind: Kind }>;

export function placeReason(
  context: ExplainContext,
  origin: OriginOf<'place'>,
  value: number,
  positive: boolean,
): Reason {
  const { rulebook, index, resolved } = context;
  const fact = index.fact(origin.fact);
  const { basis, value: given } = resolved.fact(origin.fact, origin.incident);
  const subject = given === undefined ? fact.label : placeLabel(rulebook, given);
  const text = bilingual((wording, say) => {
    const regions = origin.places.map((place) => say(placeLabel(rulebook, place)));
    if (given !== undefined && value === FALSE) return wording.notEntered(say(subject), regions);
    const lies = wording.liesIn(say(subject), regions, saysNot(value, positive));
    return given !== undefined && value === UNKNOWN ? wording.partly(lies) : lies;
  });
  return {
    text: inIncident(context, origin.incident, text),
    value: reasonValue(value, positive),
    item: fact.id,
    basis: given === undefined && value !== UNKNOWN ? 'law' : registerBasis(basis),
    citations: given === undefined ? [] : partCitations(context, given, origin.places),
    children: [],
  };
}

/** `children` are the readings in which holders part over the relation. */
export function relationReason(
  context: ExplainContext,
  origin: OriginOf<'relation'>,
  value: number,
  positive: boolean,
  children: readonly Reason[],
): Reason {
  const { rulebook, index, resolved } = context;
  const fact = index.fact(origin.fact);
  const { basis, value: given } = resolved.fact(origin.fact, origin.incident);
  const subject = given === undefined ? fact.label : placeLabel(rulebook, given);
  const party = actorLabel(rulebook, origin.party);
  let text = bilingual((wording, say) =>
    wording.related(say(subject), origin.relation, say(party), saysNot(value, positive)),
  );
  let citations: readonly CitedSource[] = [];
  if (given !== undefined) {
    const entries = registerEntries(context, given, origin.relation);
    const own = entries.filter((entry) => entry.party === origin.party);
    const shown = own.length > 0 ? own : entries;
    citations = cite(
      rulebook,
      shown.flatMap((entry) => entry.citations),
    );
    text = said(context, origin, { text, subject, party }, entries, value);
  }
  return {
    text: inIncident(context, origin.incident, text),
    value: reasonValue(value, positive),
    item: given ?? fact.id,
    basis: given === undefined && value !== UNKNOWN ? 'law' : registerBasis(basis),
    citations,
    children,
  };
}

/** What is said of a place or party that was given stands in the registers; the given itself is told at the head. */
export const registerBasis = (basis: Reason['basis']): Reason['basis'] =>
  basis === undefined || basis === 'missing' || basis === 'assumed' ? basis : 'register';

/** The register's lines say what is; only of the unknown do they say what was asked. */
const saysNot = (value: number, positive: boolean): boolean =>
  value === UNKNOWN ? !positive : value === FALSE;

type RegisterEntry = ReturnType<typeof registerEntries>[number];

function said(
  context: ExplainContext,
  origin: OriginOf<'relation'>,
  { text, subject, party }: Readonly<Record<'text' | 'subject' | 'party', Text>>,
  entries: readonly RegisterEntry[],
  value: number,
): Text {
  const own = entries.find((entry) => entry.party === origin.party);
  const read = entries.some((entry) => entry.holder !== undefined);
  // Where holders part, the children say who reads the relation how.
  if (read) return text;
  if (value === UNKNOWN) return bilingual((wording, say) => wording.partly(say(text)));
  if (value === TRUE) {
    const since = own?.period.from;
    return since === undefined ? text : bilingual((wording, say) => wording.since(say(text), since));
  }
  return bilingual((wording, say) =>
    wording.relatedInstead(
      say(subject),
      origin.relation,
      say(party),
      entries.map((entry) => ({
        party: say(actorLabel(context.rulebook, entry.party)),
        since: entry.period.from,
      })),
    ),
  );
}

/** The register's entries for a place on the date, in full. */
function registerEntries(context: ExplainContext, place: string, relation: OriginOf<'relation'>['relation']) {
  return geographyOf(context.rulebook)
    .relationAt(place, relation, context.day)
    .flatMap((entry) => {
      const record = context.index.place(entry.place).relations[entry.index];
      return record ? [record] : [];
    });
}

/** The citations of the dated links by which a place is part of one of the regions. */
function partCitations(
  context: ExplainContext,
  place: string,
  regions: readonly string[],
): readonly CitedSource[] {
  const { rulebook } = context;
  const path = (name: string, seen: readonly string[]): readonly CitedSource[] | undefined => {
    if (regions.includes(name)) return [];
    const links = indexRulebook(rulebook).find('place', name)?.partOf ?? [];
    for (const link of links) {
      if (seen.includes(link.place) || !periodHolds(link.period, context.day)) continue;
      const rest = path(link.place, [...seen, name]);
      if (rest) return [...cite(rulebook, link.citations), ...rest];
    }
    return undefined;
  };
  return path(place, []) ?? [];
}
