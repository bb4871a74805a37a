/**
 * The one checker of what a user names: days, views, norms, facts, organs, values. Commands, maps, tables, the
 * API and the engine itself all ask here. A check returns its complaints, so that a caller can gather those of
 * a whole input; {@link refuse} throws them.
 */

import { parseDay } from '../calendar/date.ts';
import { engineComplaint } from '../complaint/codes.ts';
import { type Complaint, ComplaintError, type Where } from '../complaint/complaint.ts';
import { nearest } from '../names/nearest.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Fact, Given, Norm, Rulebook } from '../rulebook/schema.ts';
import { presentNames } from '../situation/former-names.ts';
import type { Situation } from '../situation/situation.ts';
import { parseValue } from '../situation/value.ts';

/** Throws the complaints, if there are any. */
export function refuse(complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw new ComplaintError(complaints);
}

/** A day: `YYYY-MM-DD`, and one that the calendar has. */
export const checkDay = (text: string, where?: Where): readonly Complaint[] =>
  parseDay(text) === undefined ? [engineComplaint('not-a-date', { text }, { where })] : [];

/** The version of a form as a file has it; a file from before there were versions has none, and stands at 0. */
export const checkFormat = (
  of: 'situation' | 'receipt' | 'checkpoint',
  format: unknown,
  reads: number,
  where?: Where,
): readonly Complaint[] =>
  String(format ?? 0) === String(reads)
    ? []
    : [engineComplaint('unknown-format', { of, format: String(format ?? 0), reads }, { where })];

/** `all`, a view, or a holder of readings, by names of today or before. */
export function checkView(rulebook: Rulebook, view: string, where?: Where): readonly Complaint[] {
  const views = [...rulebook.views, ...rulebook.holders].map(({ id }) => id);
  if (view === 'all' || views.includes(presentNames(rulebook).item(view))) return [];
  return [
    engineComplaint('unknown-view', { view, views }, { where, nearest: nearest(view, ['all', ...views], 3) }),
  ];
}

export interface MeantNorm {
  readonly norm: Norm;
  /** One, where a bearer is named; else all whom the norm binds. */
  readonly bearers: readonly string[];
}

/** Finds what `NORM` or `NORM@BEARER` means, by names of today or before. Throws a ComplaintError where there is no such thing. */
export function meantNorm(rulebook: Rulebook, text: string, where?: Where): MeantNorm {
  const [, name = '', bearer] = /^([^@]*)(?:@(.*))?$/s.exec(presentNames(rulebook).reference(text)) ?? [];
  const norm = indexRulebook(rulebook).find('norm', name);
  if (!norm) {
    const ids = rulebook.norms.map(({ id }) => id);
    throw new ComplaintError([
      engineComplaint('unknown-norm', { norm: name }, { where, nearest: nearest(name, ids, 4) }),
    ]);
  }
  const bearers = [...new Set(norm.bearers.map(({ id }) => id))];
  if (bearer === undefined) return { norm, bearers };
  if (!bearers.includes(bearer)) {
    throw new ComplaintError([
      engineComplaint(
        'does-not-bind',
        { norm: norm.id, bearer, bearers },
        { where, nearest: nearest(bearer, bearers, 2) },
      ),
    ]);
  }
  return { norm, bearers: [bearer] };
}

/** A fact by its name of today or before. */
export function checkFact(rulebook: Rulebook, name: string, where?: Where): readonly Complaint[] {
  const names = rulebook.facts.map(({ id }) => id);
  if (names.includes(presentNames(rulebook).item(name))) return [];
  return [engineComplaint('unknown-fact', { fact: name }, { where, nearest: nearest(name, names, 3) })];
}

/** A value that a fact can have, or `unknown`. */
export function checkValue(
  rulebook: Rulebook,
  fact: Fact,
  value: string,
  where?: Where,
): readonly Complaint[] {
  if (value === 'unknown') return [];
  try {
    parseValue(rulebook, fact, presentNames(rulebook).value(fact.id, value), 0);
    return [];
  } catch (error) {
    if (!(error instanceof ComplaintError)) throw error;
    return error.complaints.map((complaint) => ({ ...complaint, where }));
  }
}

/** A given as somebody wrote it: the incident by its name, each with the place where it stands. */
export interface WrittenGiven extends Pick<Given, 'fact' | 'value'> {
  readonly organ?: string | undefined;
  readonly incident?: string | undefined;
  readonly where?: Where | undefined;
}

/**
 * Facts, organs, incidents and values of everything given, and that nothing is given twice, were it by two names
 * of one fact. Names of before are understood.
 */
export function checkGivens(
  rulebook: Rulebook,
  givens: readonly WrittenGiven[],
  incidents: readonly string[],
): readonly Complaint[] {
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const names = presentNames(rulebook);
  const seen = new Map<string, string>();
  return givens.map(names.given).flatMap((given) => {
    const complaint = checkGiven(rulebook, facts, given, incidents);
    const key = JSON.stringify([given.fact, given.incident, given.organ]);
    const before = seen.get(key);
    seen.set(key, given.value);
    if (before === undefined || before === given.value) return complaint;
    const { fact, value, where } = given;
    return [...complaint, engineComplaint('given-twice', { fact, one: before, other: value }, { where })];
  });
}

function checkGiven(
  rulebook: Rulebook,
  facts: ReadonlyMap<string, Fact>,
  { fact: name, organ, incident, value, where }: WrittenGiven,
  incidents: readonly string[],
): readonly Complaint[] {
  if (incident !== undefined && !incidents.includes(incident)) {
    return [
      engineComplaint(
        'unknown-incident',
        { incident, incidents },
        { where, nearest: nearest(incident, incidents, 2) },
      ),
    ];
  }
  const fact = facts.get(name);
  if (!fact) return checkFact(rulebook, name, where);
  if (organ !== undefined && !fact.organs.includes(organ)) {
    if (fact.organs.length === 0)
      return [engineComplaint('not-for-organ', { fact: fact.id, organ }, { where })];
    const data = { fact: fact.id, organ, organs: fact.organs };
    return [engineComplaint('wrong-organ', data, { where, nearest: nearest(organ, fact.organs, 2) })];
  }
  if (incident !== undefined && fact.scope === 'situation')
    return [engineComplaint('not-of-incident', { fact: fact.id }, { where })];
  return checkValue(rulebook, fact, value, where);
}

/**
 * More incidents than these are not assessed together. Each adds its share of findings; the precedents of the
 * library hold up to 34, one for each variant of a case.
 */
export const MOST_INCIDENTS = 40;

/** How many incidents a situation may hold. */
export const checkIncidents = (incidents: number, where?: Where): readonly Complaint[] =>
  incidents > MOST_INCIDENTS
    ? [engineComplaint('too-many-incidents', { incidents, most: MOST_INCIDENTS }, { where })]
    : [];

/** A whole situation; incidents that were never named go by their number. */
export function checkSituation(rulebook: Rulebook, situation: Situation): readonly Complaint[] {
  const { on, known, incidents, given } = situation;
  const names = incidents.length > 0 ? incidents : ['1'];
  return [
    ...checkDay(on),
    ...(known === undefined ? [] : checkDay(known)),
    ...checkIncidents(incidents.length),
    ...checkGivens(
      rulebook,
      given.map(({ incident, ...rest }) => ({
        ...rest,
        incident: incident === undefined ? undefined : (names[incident] ?? String(incident + 1)),
      })),
      names,
    ),
  ];
}
