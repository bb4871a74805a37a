/** Every single change of the norms of some instruments, and of the terms, instruments and places they rest on. */
import type { Rulebook } from '@anpo/engine';
import type { Definition, Expression, Instrument, Norm, Place, Term } from '@anpo/engine/rulebook';
import { shiftedPeriods, shiftedYear } from './dates.ts';
import { negated, variantsOf } from './expressions.ts';
import { Reach, relationName } from './reach.ts';

export interface Mutant {
  /** The kind of change, for the counts. */
  readonly kind: string;
  /** The item that is changed, and what of it. */
  readonly item: string;
  readonly what: string;
  /** What an expectation must reach to notice. */
  readonly touches: string;
  readonly rulebook: Rulebook;
}

type Change<T> = { readonly kind: string; readonly what: string; readonly item: T };

export function mutantsOf(rulebook: Rulebook, instruments: readonly string[]): Mutant[] {
  const chosen = new Set(instruments);
  const norms = rulebook.norms.filter((norm) => chosen.has(norm.instrument));
  const reached = new Reach(rulebook).from([...norms.map((norm) => norm.id), ...instruments]);
  const relations = new Set([...reached].filter((name) => name.startsWith(relationName(''))));
  return [
    ...norms.flatMap((norm) =>
      normChanges(norm, rulebook).map((change) => mutant(rulebook, 'norms', norm.id, change)),
    ),
    ...rulebook.terms
      .filter((term) => reached.has(term.id))
      .flatMap((term) => termChanges(term).map((change) => mutant(rulebook, 'terms', term.id, change))),
    ...rulebook.instruments
      .filter((instrument) => chosen.has(instrument.id))
      .flatMap((instrument) =>
        instrumentChanges(instrument).map((change) => mutant(rulebook, 'instruments', instrument.id, change)),
      ),
    ...rulebook.places.flatMap((place) =>
      placeChanges(place)
        .filter(({ relation }) => relations.has(relationName(relation)))
        .map((change) => ({
          ...mutant(rulebook, 'places', place.id, change),
          touches: relationName(change.relation),
        })),
    ),
  ];
}

function mutant<K extends 'norms' | 'terms' | 'instruments' | 'places'>(
  rulebook: Rulebook,
  list: K,
  id: string,
  change: Change<Rulebook[K][number]>,
): Mutant {
  const items = rulebook[list].map((item) => (item.id === id ? change.item : item));
  return {
    kind: change.kind,
    item: id,
    what: change.what,
    touches: id,
    rulebook: { ...rulebook, [list]: items },
  };
}

const otherKind: Record<Norm['kind'], Norm['kind']> = {
  duty: 'permission',
  prohibition: 'permission',
  permission: 'duty',
  power: 'immunity',
  immunity: 'power',
};
const otherForce: Record<Norm['force'], Norm['force']> = {
  binding: 'political',
  political: 'policy',
  policy: 'binding',
};
const otherOrder: Record<Norm['order'], Norm['order']> = {
  international: 'japan',
  japan: 'united-states',
  'united-states': 'international',
};

function normChanges(norm: Norm, rulebook: Rulebook): Change<Norm>[] {
  const { condition } = norm;
  const change = (kind: string, what: string, changed: Partial<Norm>): Change<Norm> => ({
    kind,
    what,
    item: { ...norm, ...changed },
  });
  const without = <K extends 'exceptions' | 'bearers' | 'open' | 'prevails'>(
    key: K,
    name: (item: Norm[K][number]) => string,
  ): Change<Norm>[] =>
    norm[key].map((item, index) =>
      change(`drop ${key}`, name(item), { [key]: norm[key].filter((_, other) => other !== index) }),
    );
  const otherAct = rulebook.acts.find((act) => act.id !== norm.act)?.id;
  const { deadline: _, ...noDeadline } = norm;
  const { condition: __, ...unconditional } = norm;
  const { territory: ___, ...unbounded } = norm;
  return [
    // A norm that never applies, so that what names it can still be asked.
    change('drop norm', 'never applies', { condition: { kind: 'constant', value: false } }),
    change('kind', `${norm.kind} → ${otherKind[norm.kind]}`, { kind: otherKind[norm.kind] }),
    ...(otherAct === undefined ? [] : [change('act', `${norm.act} → ${otherAct}`, { act: otherAct })]),
    change('force', `${norm.force} → ${otherForce[norm.force]}`, { force: otherForce[norm.force] }),
    change('order', `${norm.order} → ${otherOrder[norm.order]}`, { order: otherOrder[norm.order] }),
    ...(norm.deadline ? [{ kind: 'drop deadline', what: 'no deadline', item: noDeadline }] : []),
    ...(norm.territory ? [{ kind: 'drop territory', what: 'holds anywhere', item: unbounded }] : []),
    ...(condition
      ? [
          { kind: 'drop condition', what: 'unconditional', item: unconditional },
          ...variantsOf(condition).map(({ what, expression }) =>
            change('condition', what, { condition: expression }),
          ),
        ]
      : []),
    ...norm.exceptions.flatMap((exception, index) =>
      variantsOf(exception.when).map(({ what, expression }) =>
        change('exception', `exception ${index + 1}: ${what}`, {
          exceptions: norm.exceptions.map((item, other) =>
            other === index ? { ...item, when: expression } : item,
          ),
        }),
      ),
    ),
    ...without('exceptions', (exception) => `exception on line ${exception.position.line}`),
    ...(norm.bearers.length > 1 ? without('bearers', (bearer) => bearer.id) : []),
    ...without('open', (aspect) => aspect),
    ...without('prevails', (id) => id),
    ...shiftedPeriods(norm.period).map(({ what, period }) => change('period', what, { period })),
    ...norm.bearers.flatMap((bearer, index) =>
      shiftedPeriods(bearer.period).map(({ what, period }) =>
        change('membership', `${bearer.id} bound ${what}`, {
          bearers: norm.bearers.map((item, other) => (other === index ? { ...item, period } : item)),
        }),
      ),
    ),
    ...definitionChanges(norm.standing).map(({ kind, what, item }) =>
      change(kind, `standing: ${what}`, { standing: item }),
    ),
  ];
}

function termChanges(term: Term): Change<Term>[] {
  return definitionChanges(term.definition).map(({ kind, what, item }) => ({
    kind,
    what,
    item: { ...term, definition: item },
  }));
}

function definitionChanges(definition: Definition | undefined): Change<Definition>[] {
  if (!definition) return [];
  const { meaning } = definition;
  const ofMeaning = meaning
    ? variantsOf(meaning).map(({ what, expression }) => ({
        kind: 'meaning',
        what,
        item: { ...definition, meaning: expression },
      }))
    : [];
  const ofReadings = definition.readings.flatMap((reading, index): Change<Definition>[] => {
    const withReading = (
      kind: string,
      what: string,
      changed: Partial<typeof reading>,
    ): Change<Definition> => ({
      kind,
      what: `reading of ${reading.holder}: ${what}`,
      item: {
        ...definition,
        readings: definition.readings.map((item, other) =>
          other === index ? { ...item, ...changed } : item,
        ),
      },
    });
    return [
      ...variantsOf(reading.meaning).map(({ what, expression }) =>
        withReading('reading', what, { meaning: expression }),
      ),
      ...shiftedPeriods(reading.period).map(({ what, period }) =>
        withReading('reading period', what, { period }),
      ),
      ...(reading.known === undefined
        ? []
        : [-1, 1].map((years) =>
            withReading('reading known', `known a year ${years < 0 ? 'earlier' : 'later'}`, {
              known: shiftedYear(reading.known as string, years),
            }),
          )),
      {
        kind: 'drop reading',
        what: `reading of ${reading.holder}`,
        item: { ...definition, readings: definition.readings.filter((_, other) => other !== index) },
      },
    ];
  });
  return [...ofMeaning, ...ofReadings];
}

function instrumentChanges(instrument: Instrument): Change<Instrument>[] {
  const { ends, known } = instrument;
  const { ends: _, ...endless } = instrument;
  const withEnds = (what: string, expression: Expression): Change<Instrument> => ({
    kind: 'ends',
    what: `ends: ${what}`,
    item: { ...instrument, ends: expression },
  });
  return [
    ...shiftedPeriods(instrument.period).map(({ what, period }) => ({
      kind: 'in force',
      what,
      item: { ...instrument, period },
    })),
    ...(known === undefined
      ? []
      : [-1, 1].map((years) => ({
          kind: 'known',
          what: `known a year ${years < 0 ? 'earlier' : 'later'}`,
          item: { ...instrument, known: shiftedYear(known, years) },
        }))),
    ...(ends
      ? [
          { kind: 'ends', what: 'never ends', item: endless },
          withEnds('negated', negated(ends)),
          ...variantsOf(ends)
            .slice(1)
            .map(({ what, expression }) => withEnds(what, expression)),
        ]
      : []),
    ...definitionChanges(instrument.standing).map(({ kind, what, item }) => ({
      kind,
      what: `standing: ${what}`,
      item: { ...instrument, standing: item },
    })),
  ];
}

function placeChanges(place: Place): (Change<Place> & { relation: string })[] {
  return place.relations.flatMap((entry, index) =>
    shiftedPeriods(entry.period).map(({ what, period }) => ({
      kind: 'place relation',
      what: `${entry.relation} by ${entry.party} ${what}`,
      relation: entry.relation,
      item: {
        ...place,
        relations: place.relations.map((item, other) => (other === index ? { ...item, period } : item)),
      },
    })),
  );
}
