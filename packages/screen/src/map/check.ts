/** Holds a map against the Rulebook: facts, organs, incidents, values. */
import { checkKeys, parseKey, presentKey } from '@anpo/columns/plan';
import type { Complaint, Rulebook } from '@anpo/engine';
import { checkIncidents, checkValue, nearest, refuse } from '@anpo/engine/complaint';
import { type Fact, indexRulebook } from '@anpo/engine/rulebook';
import { plainValue, presentNames } from '@anpo/engine/situation';
import { isEncoding } from '../source/encoding.ts';
import { screenComplaint } from '../words/codes.ts';
import { incidentsIn, type MapPlaces, type MappedFact, type ScreenMap } from './map.ts';

/** The map by the names of today, and values as the Rulebook has them. Throws a ComplaintError for all that is wrong. */
export function presentMap(rulebook: Rulebook, map: ScreenMap, places: MapPlaces): ScreenMap {
  const complaints: Complaint[] = [];
  const facts = new Map<string, MappedFact>();
  const incidents = incidentsIn(map);
  refuse(checkIncidents(incidents, places(['facts'], 'key')));
  for (const [written, mapped] of Object.entries(map.facts)) {
    const where = places(['facts', written], 'key');
    const key = presentKey(rulebook, written);
    if (facts.has(key)) complaints.push(screenComplaint('map-fact-twice', { fact: key }, { where }));
    complaints.push(...checkKeys(rulebook, [{ key, where }], incidents));
    const fact = indexRulebook(rulebook).find('fact', parseKey(key).fact);
    facts.set(key, fact ? presentFact(rulebook, fact, mapped, written, places, complaints) : mapped);
  }
  const party = map.party === undefined ? undefined : presentKey(rulebook, map.party);
  if (party !== undefined && !facts.has(party)) {
    complaints.push(
      screenComplaint(
        'map-party-missing',
        { party },
        { where: places(['party']), nearest: nearest(party, [...facts.keys()], 2) },
      ),
    );
  }
  const { encoding } = map;
  if (encoding !== undefined && !isEncoding(encoding))
    complaints.push(screenComplaint('map-encoding-unknown', { encoding }, { where: places(['encoding']) }));
  refuse(complaints);
  return { ...map, ...(party === undefined ? {} : { party }), facts: Object.fromEntries(facts) };
}

function presentFact(
  rulebook: Rulebook,
  fact: Fact,
  mapped: MappedFact,
  key: string,
  places: MapPlaces,
  complaints: Complaint[],
): MappedFact {
  const names = presentNames(rulebook);
  const present = (text: string, path: readonly string[]): string => {
    const value = names.value(fact.id, plainValue(fact, text));
    complaints.push(...checkValue(rulebook, fact, value, places(['facts', key, ...path])));
    return value;
  };
  if ('value' in mapped) return { value: present(mapped.value, ['value']) };
  if (!mapped.values) return mapped;
  const values = Object.entries(mapped.values).map(
    ([cell, value]) => [cell, present(value, ['values', cell])] as const,
  );
  return { ...mapped, values: Object.fromEntries(values) };
}
