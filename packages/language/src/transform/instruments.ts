/** Instruments and their provisions. */
import type { Definition, Instrument, Provision, Text } from '@anpo/engine';
import * as ast from '../generated/ast.ts';
import {
  citationsOf,
  compact,
  dateOf,
  nameOf,
  optionalText,
  periodOf,
  positionOf,
  requiredCitations,
  requiredText,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { expressionOf } from './expressions.ts';
import { definitionOf } from './terms.ts';

/** Clauses that may stand more than once; all others once. */
const repeatable = new Set<string>(['CitationClause', 'StandingClause']);

export function instrumentOf(context: TransformContext, node: ast.Instrument): Instrument {
  const { reporter } = context;
  const what = `the instrument "${node.name}"`;
  const seen = new Set<string>();
  for (const clause of node.clauses) {
    if (seen.has(clause.$type) && !repeatable.has(clause.$type)) {
      reporter.at(clause, undefined, {
        message: `${what} says this twice`,
        mend: 'keep one of the two clauses',
      });
    }
    seen.add(clause.$type);
  }
  const find = <T extends ast.InstrumentClause>(guard: (item: unknown) => item is T): T | undefined =>
    node.clauses.find(guard);
  const title = find(ast.isTitleClause);
  const kind = find(ast.isKindClause);
  const force = find(ast.isInForceClause);
  if (!title) reporter.at(node, 'name', { message: `${what} has no title`, mend: 'add title en "…" ja "…"' });
  if (!kind)
    reporter.at(node, 'name', {
      message: `${what} has no kind`,
      mend: 'add kind treaty, binding (or another kind and force)',
    });
  else if (!kind.force) {
    reporter.at(kind, 'kind', {
      message: `${what} does not say what force it has`,
      candidates: ['binding', 'political', 'policy'],
      mend: `write kind ${kind.kind}, binding (or political, or policy)`,
    });
  }
  if (!force) {
    reporter.at(node, 'name', {
      message: `${what} does not say since when it is in force`,
      mend: 'add in force from DATE; for a statement, the day it was made',
    });
  }
  const signedClause = find(ast.isSignedClause);
  const signed = dateOf(context, signedClause ?? node, 'date', signedClause?.date);
  const period = force ? periodOf(context, force) : {};
  if (signed !== undefined && period.from !== undefined && signed > period.from) {
    reporter.at(signedClause ?? node, 'date', {
      message: `${what} is signed on ${signed}, after it came into force on ${period.from}`,
      mend: 'check both dates against the source',
    });
  }
  const known = find(ast.isKnownClause);
  const ends = find(ast.isEndsClause);
  const short = find(ast.isShortClause);
  const effect = find(ast.isDomesticEffectClause);
  const note = find(ast.isNoteClause);
  const under = find(ast.isUnderClause);
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: title ? wordingOf(context, title, `the title of ${what}`) : empty,
    short: short && wordingOf(context, short, `the short title of ${what}`),
    kind: kind?.kind ?? 'treaty',
    force: kind?.force ?? 'binding',
    order: find(ast.isOrderClause)?.order ?? 'international',
    parties: (find(ast.isPartiesClause)?.parties ?? []).map((entry) => ({
      party: nameOf(entry.party),
      period: periodOf(context, entry),
    })),
    approval: kind?.approvals ?? [],
    signed,
    known: dateOf(context, known ?? node, 'date', known?.date),
    period,
    ends: ends && expressionOf(context, ends.condition),
    standing: standingOf(context, node.clauses.filter(ast.isStandingClause)),
    under: under && nameOf(under.instrument),
    contents: find(ast.isContentsClause)?.names ?? [],
    confirmedWordingRequired: find(ast.isWordingClause) !== undefined,
    languages: find(ast.isLanguagesClause)?.languages ?? [],
    publication: find(ast.isPublicationClause)?.text,
    domesticEffect: effect && wordingOf(context, effect, `the domestic effect of ${what}`),
    note: note && wordingOf(context, note, `the note on ${what}`),
    citations: requiredCitations(
      context,
      node,
      node.clauses.filter(ast.isCitationClause).map((clause) => clause.citation),
      what,
    ),
  });
}

export function provisionOf(context: TransformContext, node: ast.Provision, instrument: string): Provision {
  const id = `${instrument}/${node.name}`;
  if (node.status === 'not-encoded' && !node.reason) {
    context.reporter.at(node, 'status', {
      message: `the provision "${id}" is not encoded and does not say why`,
      mend: 'add because en "…" ja "…"',
    });
  }
  return compact({
    id,
    position: positionOf(context, node),
    instrument,
    name: node.name,
    status: node.status,
    label: optionalText(context, node.label, `how "${id}" is cited`),
    reason: optionalText(context, node.reason, `the reason at "${id}"`),
    gist: requiredText(context, node, node.gist, `the gist of "${id}"`, 'gist'),
    phrase: optionalText(context, node.phrase, `the phrase of "${id}"`),
    citations: requiredCitations(context, node, node.citations, `the provision "${id}"`),
  });
}

/** All standing clauses of an instrument or norm as one definition; absent where there is none. */
export function standingOf(
  context: TransformContext,
  clauses: readonly ast.StandingClause[],
): Definition | undefined {
  if (clauses.length === 0) return undefined;
  return definitionOf(
    context,
    undefined,
    clauses.flatMap((clause) => clause.readings),
    clauses.flatMap((clause) => clause.silences),
  );
}

/** The citations of an element that may rest on those of its provision. */
export function ownOrInherited(
  context: TransformContext,
  own: readonly ast.Citation[],
  provision: Provision | undefined,
): Provision['citations'] {
  return own.length > 0 || !provision ? citationsOf(context, own) : provision.citations;
}

const empty: Text = { en: '', ja: '' };
