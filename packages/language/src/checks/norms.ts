/** Norms that could never apply, and expressions that ask whether a norm applies to those it does not bind. */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Instrument, Norm } from '@anpo/engine/rulebook';
import { overlap } from '../transform/terms.ts';
import { complaintAt, type RulebookComplaint } from './complaint.ts';
import { constantOf } from './constants.ts';
import { expressionsOf, type PlacedExpression, partsOf } from './walk.ts';

export function checkNorms(rulebook: Rulebook): RulebookComplaint[] {
  return [
    ...checkPeriods(rulebook),
    ...checkWords(rulebook),
    ...checkReached(rulebook),
    ...checkBound(rulebook),
  ];
}

function checkPeriods(rulebook: Rulebook): RulebookComplaint[] {
  const instruments = new Map(rulebook.instruments.map((instrument) => [instrument.id, instrument]));
  return rulebook.norms.flatMap((norm) => {
    const instrument = instruments.get(norm.instrument) as Instrument;
    if (overlap(norm.period, instrument.period)) return [];
    return [complaintAt(norm.position, 'norm-outside-force', { norm: norm.id, instrument: instrument.id })];
  });
}

/** Words of the text stand where the text is quoted, so that a reader can hold one against the other. */
function checkWords(rulebook: Rulebook): RulebookComplaint[] {
  const provisions = new Map(rulebook.provisions.map((provision) => [provision.id, provision]));
  return rulebook.norms.flatMap(({ id, words, provision, position }) =>
    words === undefined || provisions.get(provision)?.phrase !== undefined
      ? []
      : [complaintAt(position, 'words-without-phrase', { norm: id, provision })],
  );
}

/** A condition that is false whatever the facts, or an exception that is true: nobody would ever notice the norm. */
function checkReached(rulebook: Rulebook): RulebookComplaint[] {
  const instruments = new Map(rulebook.instruments.map((instrument) => [instrument.id, instrument]));
  return rulebook.norms.flatMap((norm) => {
    const own = instruments.get(norm.instrument)?.period ?? {};
    const from = [norm.period.from, own.from]
      .filter((date) => date !== undefined)
      .sort()
      .at(-1);
    const until = [norm.period.until, own.until].filter((date) => date !== undefined).sort()[0];
    const constant = constantOf(rulebook, { from, until });
    const never = [norm.territory, norm.condition].some((each) => each && constant(each) === false);
    const always = norm.exceptions.find((exception) => constant(exception.when) === true);
    return [
      ...(never ? [complaintAt(norm.position, 'condition-never', { norm: norm.id })] : []),
      ...(always ? [complaintAt(always.position, 'exception-always', { norm: norm.id })] : []),
    ];
  });
}

/** Checks the expressions of the Rulebook, or others that are written with its names. */
export function checkBound(
  rulebook: Rulebook,
  placed: readonly PlacedExpression[] = expressionsOf(rulebook),
): RulebookComplaint[] {
  const norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  return placed.flatMap(({ expression, position, what }) =>
    applications(expression).flatMap(({ norm: id, bearer }) => {
      const norm = norms.get(id) as Norm;
      if (bearer?.id === undefined || norm.bearers.some((candidate) => candidate.id === bearer.id)) return [];
      const bearers = norm.bearers.map((candidate) => candidate.id);
      return [complaintAt(position, 'asks-of-unbound', { norm: id, bearer: bearer.id, bearers, ...what })];
    }),
  );
}

function applications(expression: Expression): Extract<Expression, { kind: 'applies' }>[] {
  return expression.kind === 'applies' ? [expression] : partsOf(expression).flatMap(applications);
}
