/** Terms that somebody reads, readings whose dates agree, and holders that do not both speak and keep silent. */
import type { Definition, Position, Rulebook } from '@anpo/engine';
import { overlap } from '../transform/terms.ts';
import type { RulebookComplaint } from './complaint.ts';

export function checkDefinitions(rulebook: Rulebook): RulebookComplaint[] {
  return [
    ...rulebook.terms.flatMap((term) => [
      // A term that nobody reads would be unknown for ever.
      ...(term.definition.meaning === undefined && term.definition.readings.length === 0
        ? [
            {
              position: term.position,
              message: `the term "${term.id}" has neither a meaning nor a reading`,
              mend: 'add means …, or a reading',
            },
          ]
        : []),
      ...checkDefinition(`"${term.id}"`, term.definition, term.position),
    ]),
    ...[...rulebook.norms, ...rulebook.instruments].flatMap((item) =>
      item.standing ? checkDefinition(`the standing of "${item.id}"`, item.standing, item.position) : [],
    ),
    ...rulebook.instruments.flatMap((instrument) =>
      instrument.known !== undefined &&
      instrument.signed !== undefined &&
      instrument.known < instrument.signed
        ? [
            {
              position: instrument.position,
              message: `the instrument "${instrument.id}" is known from ${instrument.known}, before it is signed on ${instrument.signed}`,
              mend: 'check both dates; leave known from out where the instrument was public from the start',
            },
          ]
        : [],
    ),
  ];
}

function checkDefinition(what: string, definition: Definition, position: Position): RulebookComplaint[] {
  return [
    ...definition.readings.flatMap((reading) => {
      const { known, period } = reading;
      if (known === undefined) return [];
      if (period.from !== undefined && known < period.from) {
        return [
          {
            position: reading.position,
            message: `the reading of ${what} by ${reading.holder} is known from ${known}, before it is held from ${period.from}`,
            mend: 'check both dates; leave known from out where the reading was public from the start',
          },
        ];
      }
      return [];
    }),
    ...definition.silences.flatMap((silence) =>
      definition.readings.some(
        (reading) =>
          reading.holder === silence.holder &&
          // What a holder takes a text to mean in secret it may well decline to state.
          reading.known === undefined &&
          overlap(reading.period, silence.period),
      )
        ? [
            {
              position,
              message: `${silence.holder} both reads ${what} and ${silence.manner === 'silent' ? 'is silent' : 'declines to state'} on one day`,
              mend: 'give the silence or the reading dates that do not overlap',
            },
          ]
        : [],
    ),
  ];
}
