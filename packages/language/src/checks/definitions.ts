/** Terms that somebody reads, readings whose dates agree, and holders that do not both speak and keep silent. */
import type { Rulebook } from '@anpo/engine';
import type { Definition, Position } from '@anpo/engine/rulebook';
import { overlap } from '../transform/terms.ts';
import type { What } from '../words/what.ts';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

export function checkDefinitions(rulebook: Rulebook): RulebookComplaint[] {
  const standings = [
    ...rulebook.norms.map((item) => ({ kind: 'norm' as const, item })),
    ...rulebook.instruments.map((item) => ({ kind: 'instrument' as const, item })),
  ];
  return [
    ...rulebook.terms.flatMap(({ id, position, definition }) => [
      // A term that nobody reads would be unknown for ever.
      ...(definition.meaning === undefined && definition.readings.length === 0
        ? [complaintAt(position, 'term-without-reading', { term: id })]
        : []),
      ...checkDefinition({ kind: 'term', name: id, part: 'name-alone' }, definition, position),
    ]),
    ...standings.flatMap(({ kind, item }) =>
      item.standing
        ? checkDefinition({ kind, name: item.id, part: 'standing' }, item.standing, item.position)
        : [],
    ),
    ...rulebook.instruments.flatMap(({ id, known, signed, position }) =>
      known !== undefined && signed !== undefined && known < signed
        ? [complaintAt(position, 'known-before-signed', { instrument: id, known, signed })]
        : [],
    ),
  ];
}

function checkDefinition(what: What, definition: Definition, position: Position): RulebookComplaint[] {
  return [
    ...definition.readings.flatMap(({ holder, known, period: { from }, position: own }) =>
      known !== undefined && from !== undefined && known < from
        ? [complaintAt(own, 'known-before-held', { holder, known, from, ...what })]
        : [],
    ),
    ...definition.silences.flatMap(({ holder, manner, period }) =>
      definition.readings.some(
        (reading) =>
          reading.holder === holder &&
          // What a holder takes a text to mean in secret it may well decline to state.
          reading.known === undefined &&
          overlap(reading.period, period),
      )
        ? [complaintAt(position, 'read-and-silent', { holder, manner, ...what })]
        : [],
    ),
  ];
}
