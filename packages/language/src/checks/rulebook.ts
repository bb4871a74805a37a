/**
 * Checks of the Rulebook as a whole: every provision accounted for, no norm of a treaty on unconfirmed
 * wording, no cycles, no rule that can never be in force, precedence only where it means something.
 */
import {
  defeats,
  type Expression,
  type Instrument,
  type Norm,
  type Position,
  type Provision,
  type Rulebook,
} from '@anpo/engine';
import type { Complaint } from '../problem.ts';
import { overlap } from '../transform/terms.ts';

export interface RulebookComplaint extends Complaint {
  readonly position: Position;
}

export function checkRulebook(rulebook: Rulebook): RulebookComplaint[] {
  return [
    ...checkProvisions(rulebook),
    ...checkConfirmation(rulebook),
    ...checkPeriods(rulebook),
    ...checkPrecedence(rulebook),
    ...checkRelations(rulebook),
    ...checkReadings(rulebook),
    ...checkScopes(rulebook),
    ...findCycles(rulebook),
  ];
}

function checkProvisions(rulebook: Rulebook): RulebookComplaint[] {
  const complaints: RulebookComplaint[] = [];
  const content = new Map<string, number>();
  for (const item of [...rulebook.norms, ...rulebook.terms, ...rulebook.amounts, ...rulebook.facts]) {
    if (item.provision !== undefined) content.set(item.provision, (content.get(item.provision) ?? 0) + 1);
  }
  const byInstrument = Map.groupBy(rulebook.provisions, (provision) => provision.instrument);
  for (const instrument of rulebook.instruments) {
    const provisions = byInstrument.get(instrument.id) ?? [];
    const names = new Set(provisions.map((provision) => provision.name));
    for (const name of instrument.contents) {
      if (names.has(name)) continue;
      complaints.push({
        position: instrument.position,
        message: `the provision "${instrument.id}/${name}" is listed in the contents and is neither encoded nor declared`,
        mend: `add provision ${name} encoded, descriptive, or not-encoded because en "…" ja "…"`,
      });
    }
    for (const provision of provisions) {
      if (!instrument.contents.includes(provision.name)) {
        complaints.push({
          position: provision.position,
          message: `the provision "${provision.id}" is not in the contents of its instrument`,
          candidates: instrument.contents,
          mend: `add ${provision.name} to contents, or mend its name`,
        });
      }
      complaints.push(...checkStatus(provision, content.get(provision.id) ?? 0));
    }
  }
  return complaints;
}

function checkStatus(provision: Provision, items: number): RulebookComplaint[] {
  if (provision.status === 'encoded' && items === 0) {
    return [
      {
        position: provision.position,
        message: `the provision "${provision.id}" is called encoded and nothing stands under it`,
        mend: 'encode it, or call it descriptive, or not-encoded with the reason',
      },
    ];
  }
  if (provision.status !== 'encoded' && items > 0) {
    return [
      {
        position: provision.position,
        message: `the provision "${provision.id}" is called ${provision.status} and rules stand under it`,
        mend: 'call it encoded, or move the rules to the provision they rest on',
      },
    ];
  }
  return [];
}

function checkConfirmation(rulebook: Rulebook): RulebookComplaint[] {
  const strict = new Map<string, Instrument>(
    rulebook.instruments.filter((item) => item.confirmedWordingRequired).map((item) => [item.id, item]),
  );
  const provisions = new Map(rulebook.provisions.map((provision) => [provision.id, provision]));
  const confirmed = (item: { citations: Provision['citations'] }): boolean =>
    item.citations.some((citation) => citation.mark === 'confirmed' || citation.mark === 'secondary');
  return rulebook.norms.flatMap((norm) => {
    if (!strict.has(norm.instrument)) return [];
    const provision = provisions.get(norm.provision) as Provision;
    if (confirmed(norm) && confirmed(provision)) return [];
    return [
      {
        position: norm.position,
        message: `the norm "${norm.id}" rests on wording of "${provision.id}" that nobody has confirmed`,
        mend: 'confirm the wording in a source and mark it confirmed or secondary, or call the provision not-encoded',
      },
    ];
  });
}

function checkPeriods(rulebook: Rulebook): RulebookComplaint[] {
  const instruments = new Map(rulebook.instruments.map((instrument) => [instrument.id, instrument]));
  return rulebook.norms.flatMap((norm) => {
    const instrument = instruments.get(norm.instrument) as Instrument;
    if (overlap(norm.period, instrument.period)) return [];
    return [
      {
        position: norm.position,
        message: `the norm "${norm.id}" can never apply: its period has no day in common with that of "${instrument.id}"`,
        mend: 'check the dates of both',
      },
    ];
  });
}

function checkPrecedence(rulebook: Rulebook): RulebookComplaint[] {
  const norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  return rulebook.norms.flatMap((norm) =>
    norm.prevails.flatMap((id): RulebookComplaint[] => {
      const other = norms.get(id);
      if (!other) return [];
      if (norm.order !== other.order) {
        return [
          {
            position: norm.position,
            message: `"${norm.id}" (${norm.order}) cannot prevail over "${id}" (${other.order}): precedence works within one legal order`,
            mend: 'leave it out: both findings stand, and the clash is shown',
          },
        ];
      }
      if (
        !defeats(norm, other) ||
        !norm.bearers.some((bearer) => other.bearers.some((candidate) => candidate.id === bearer.id))
      ) {
        return [
          {
            position: norm.position,
            message: `"${norm.id}" does not conflict with "${id}", so it cannot prevail over it`,
            mend: 'precedence needs the same bearer and act, and kinds that cannot both be followed',
          },
        ];
      }
      return [];
    }),
  );
}

function checkRelations(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.places.flatMap((place) =>
    place.relations.flatMap((entry, index) => {
      const clash = place.relations
        .slice(0, index)
        .some(
          (other) =>
            other.relation === entry.relation &&
            entry.relation !== 'claimed' &&
            other.holder === entry.holder &&
            overlap(other.period, entry.period),
        );
      return clash
        ? [
            {
              position: place.position,
              message: `"${place.id}" is ${entry.relation} by two parties on one day${entry.holder ? ` in the reading of ${entry.holder}` : ''}`,
              mend: 'end the earlier entry on the day the later one begins, or name the holders whose readings differ',
            },
          ]
        : [];
    }),
  );
}

/** A meaning or readings, never neither: a term that nobody reads would be unknown for ever. */
function checkReadings(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.terms.flatMap((term) =>
    term.definition.meaning === undefined && term.definition.readings.length === 0
      ? [
          {
            position: term.position,
            message: `the term "${term.id}" has neither a meaning nor a reading`,
            mend: 'add means …, or a reading',
          },
        ]
      : [],
  );
}

/** The end of an instrument is about the whole situation; a fact of one incident cannot bring it about. */
function checkScopes(rulebook: Rulebook): RulebookComplaint[] {
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const terms = new Map(rulebook.terms.map((term) => [term.id, term]));
  const uses = (expression: Expression, seen: Set<string>): string | undefined => {
    if (expression.kind === 'some-incident') return undefined;
    if (expression.kind === 'term') {
      if (seen.has(expression.term)) return undefined;
      seen.add(expression.term);
      const definition = terms.get(expression.term)?.definition;
      const parts = [
        ...(definition?.meaning ? [definition.meaning] : []),
        ...(definition?.readings.map((reading) => reading.meaning) ?? []),
      ];
      return parts.map((part) => uses(part, seen)).find((found) => found !== undefined);
    }
    if (
      'fact' in expression &&
      expression.fact !== undefined &&
      facts.get(expression.fact)?.scope === 'incident'
    )
      return expression.fact;
    return partsOf(expression)
      .map((part) => uses(part, seen))
      .find((found) => found !== undefined);
  };
  return rulebook.instruments.flatMap((instrument) => {
    const fact = instrument.ends && uses(instrument.ends, new Set());
    return fact
      ? [
          {
            position: instrument.position,
            message: `the end of "${instrument.id}" hangs on the fact "${fact}", which is asked of an incident`,
            mend: 'write some incident has …, or use a fact of the situation',
          },
        ]
      : [];
  });
}

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'not':
    case 'some-incident':
      return [expression.of];
    case 'and':
    case 'or':
      return expression.of;
    default:
      return [];
  }
}

/** Terms, norms and instruments must not lead back to themselves. Each cycle is reported once, with its path. */
function findCycles(rulebook: Rulebook): RulebookComplaint[] {
  const edges = new Map<string, readonly string[]>();
  const positions = new Map<string, Position>();
  const prevailing = new Map<string, string[]>();
  for (const norm of rulebook.norms)
    for (const id of norm.prevails) prevailing.set(id, [...(prevailing.get(id) ?? []), norm.id]);
  const add = (
    id: string,
    position: Position,
    expressions: readonly (Expression | undefined)[],
    more: readonly string[] = [],
  ): void => {
    positions.set(id, position);
    edges.set(id, [
      ...expressions.flatMap((expression) => (expression ? mentioned(expression) : [])),
      ...more,
    ]);
  };
  for (const term of rulebook.terms) {
    add(term.id, term.position, [
      term.definition.meaning,
      ...term.definition.readings.map((reading) => reading.meaning),
    ]);
  }
  for (const norm of rulebook.norms)
    add(norm.id, norm.position, expressionsOf(norm), [...(prevailing.get(norm.id) ?? []), norm.instrument]);
  for (const instrument of rulebook.instruments) {
    add(instrument.id, instrument.position, [
      instrument.ends,
      ...(instrument.standing?.readings.map((reading) => reading.meaning) ?? []),
    ]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const complaints: RulebookComplaint[] = [];
  const visit = (id: string): void => {
    const known = state.get(id);
    if (known === 'done') return;
    if (known === 'open') {
      const cycle = [...path.slice(path.indexOf(id)), id];
      complaints.push({
        position: positions.get(id) as Position,
        message: `"${id}" is defined by itself: ${cycle.join(' → ')}`,
        mend: 'break the circle: define one of them by facts',
      });
      return;
    }
    state.set(id, 'open');
    path.push(id);
    for (const next of edges.get(id) ?? []) if (edges.has(next)) visit(next);
    path.pop();
    state.set(id, 'done');
  };
  for (const id of edges.keys()) visit(id);
  return complaints;
}

function expressionsOf(norm: Norm): readonly (Expression | undefined)[] {
  return [
    norm.condition,
    ...norm.exceptions.map((exception) => exception.when),
    ...(norm.standing?.readings.map((reading) => reading.meaning) ?? []),
  ];
}

function mentioned(expression: Expression): string[] {
  switch (expression.kind) {
    case 'term':
      return [expression.term];
    case 'applies':
      return [expression.norm];
    case 'in-force':
      return [expression.instrument];
    default:
      return partsOf(expression).flatMap(mentioned);
  }
}
