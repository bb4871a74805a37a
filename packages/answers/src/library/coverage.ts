/**
 * How far the library has come: what of each instrument is encoded and how well its wording was checked, which
 * norms the precedents exercise, which statements of the documents are answered, and what the registers hold.
 */
import type { Rulebook, Text } from '@anpo/engine';
import type { Claim, Instrument, Provision } from '@anpo/engine/rulebook';
import { bestMark } from '@anpo/engine/wording';
import { type Collection, reachedBy } from './dependencies.ts';

export const registers = [
  'places',
  'parties',
  'organs',
  'holders',
  'facts',
  'terms',
  'amounts',
  'facilities',
  'events',
  'commitments',
  'stances',
  'glossary',
  'statements',
  'precedents',
  'claims',
  'sources',
] as const satisfies readonly Collection[];

export interface InstrumentCoverage {
  readonly id: string;
  readonly provisions: number;
  readonly status: Readonly<Record<Provision['status'], number>>;
  /** Provisions by the best mark among their citations. */
  readonly marks: Readonly<Record<ReturnType<typeof bestMark>, number>>;
  /** Texts that a reader of one of the two languages misses. */
  readonly untranslated: number;
  readonly norms: number;
  readonly exercised: number;
}

export interface DocumentCoverage {
  readonly source: string;
  readonly claims: number;
  readonly verdicts: Readonly<Record<Claim['verdicts'][number]['verdict'], number>>;
}

export interface Coverage {
  readonly instruments: readonly InstrumentCoverage[];
  readonly documents: readonly DocumentCoverage[];
  readonly registers: Readonly<Record<(typeof registers)[number], number>>;
}

export function coverageOf(rulebook: Rulebook): Coverage {
  const exercised = exercisedNorms(rulebook);
  return {
    instruments: rulebook.instruments.map((instrument) =>
      instrumentCoverage(instrument, exercised, rulebook),
    ),
    documents: documents(rulebook.claims),
    registers: Object.fromEntries(
      registers.map((name) => [name, rulebook[name].length]),
    ) as Coverage['registers'],
  };
}

function instrumentCoverage(
  instrument: Instrument,
  exercised: ReadonlySet<string>,
  rulebook: Rulebook,
): InstrumentCoverage {
  const provisions = rulebook.provisions.filter((provision) => provision.instrument === instrument.id);
  const norms = rulebook.norms.filter((norm) => norm.instrument === instrument.id);
  const acts = new Set(norms.map(({ act }) => act));
  const texts = textsIn([instrument, provisions, norms, rulebook.acts.filter(({ id }) => acts.has(id))]);
  const status = { encoded: 0, descriptive: 0, 'not-encoded': 0 };
  const marks = { confirmed: 0, secondary: 0, contested: 0, unconfirmed: 0 };
  for (const provision of provisions) {
    status[provision.status]++;
    marks[bestMark(provision.citations)]++;
  }
  return {
    id: instrument.id,
    provisions: provisions.length,
    status,
    marks,
    untranslated: texts.filter(isOneSided).length,
    norms: norms.length,
    exercised: norms.filter(({ id }) => exercised.has(id)).length,
  };
}

/** The norms that an expectation names, or that it reaches by way of conditions, exceptions, terms and amounts. */
function exercisedNorms(rulebook: Rulebook): ReadonlySet<string> {
  const subjects = rulebook.precedents.flatMap(({ expectations }) =>
    expectations.map(({ subject }) => subject),
  );
  return reachedBy(rulebook, subjects, 'norms');
}

/** A claim belongs to the document it cites first, and counts under its first verdict. */
function documents(claims: readonly Claim[]): readonly DocumentCoverage[] {
  return [...Map.groupBy(claims, ({ citations: [first] }) => first?.source ?? '')].map(
    ([source, members]) => {
      const verdicts = { holds: 0, fails: 0, 'holds-in-part': 0, contested: 0, outside: 0 };
      for (const { verdicts: stated } of members) {
        const [first] = stated;
        if (first) verdicts[first.verdict]++;
      }
      return { source, claims: members.length, verdicts };
    },
  );
}

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if ('en' in value && 'ja' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

/** Blank in one language, or the English over again. */
const isOneSided = ({ en, ja }: Text): boolean =>
  en.trim() === '' || ja.trim() === '' || (en === ja && en.includes(' '));
