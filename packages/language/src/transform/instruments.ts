/** Instruments and their provisions. */
import type { Text } from '@anpo/engine';
import type { Definition, Instrument, Provision } from '@anpo/engine/rulebook';
import * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
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
  const what: What = { kind: 'instrument', name: node.name };
  const own = { instrument: node.name };
  const seen = new Set<string>();
  for (const clause of node.clauses) {
    if (seen.has(clause.$type) && !repeatable.has(clause.$type)) {
      reporter.at(clause, undefined, languageComplaint('instrument-says-twice', own));
    }
    seen.add(clause.$type);
  }
  const find = <T extends ast.InstrumentClause>(guard: (item: unknown) => item is T): T | undefined =>
    node.clauses.find(guard);
  const title = find(ast.isTitleClause);
  const kind = find(ast.isKindClause);
  const force = find(ast.isInForceClause);
  if (!title) reporter.at(node, 'name', languageComplaint('title-missing', own));
  if (!kind) reporter.at(node, 'name', languageComplaint('kind-missing', own));
  else if (!kind.force)
    reporter.at(kind, 'kind', languageComplaint('force-missing', { ...own, kind: kind.kind }));
  if (!force) reporter.at(node, 'name', languageComplaint('start-missing', own));
  const signedClause = find(ast.isSignedClause);
  const signed = dateOf(context, signedClause ?? node, 'date', signedClause?.date);
  const period = force ? periodOf(context, force) : {};
  if (signed !== undefined && period.from !== undefined && signed > period.from) {
    const data = { ...own, signed, from: period.from };
    reporter.at(signedClause ?? node, 'date', languageComplaint('signed-after-force', data));
  }
  const known = find(ast.isKnownClause);
  const ends = find(ast.isEndsClause);
  const territory = find(ast.isTerritoryClause);
  const short = find(ast.isShortClause);
  const effect = find(ast.isDomesticEffectClause);
  const note = find(ast.isNoteClause);
  const under = find(ast.isUnderClause);
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: title ? wordingOf(context, title, { ...what, part: 'title' }) : empty,
    short: short && wordingOf(context, short, { ...what, part: 'short-title' }),
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
    territory: territory?.condition && expressionOf(context, territory.condition),
    anywhere: territory?.anywhere === true ? (true as const) : undefined,
    standing: standingOf(context, node.clauses.filter(ast.isStandingClause)),
    under: under && nameOf(under.instrument),
    contents: find(ast.isContentsClause)?.names ?? [],
    confirmedWordingRequired: find(ast.isWordingClause) !== undefined,
    languages: find(ast.isLanguagesClause)?.languages ?? [],
    publication: find(ast.isPublicationClause)?.text,
    domesticEffect: effect && wordingOf(context, effect, { ...what, part: 'domestic-effect' }),
    note: note && wordingOf(context, note, { ...what, part: 'note' }),
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
  const what: What = { kind: 'provision', name: id };
  if (node.status === 'not-encoded' && !node.reason) {
    context.reporter.at(node, 'status', languageComplaint('reason-missing', { provision: id }));
  }
  return compact({
    id,
    position: positionOf(context, node),
    instrument,
    name: node.name,
    status: node.status,
    label: optionalText(context, node.label, { ...what, part: 'label' }),
    reason: optionalText(context, node.reason, { ...what, part: 'reason' }),
    gist: requiredText(context, node, node.gist, { ...what, part: 'gist' }, 'gist'),
    phrase: optionalText(context, node.phrase, { ...what, part: 'phrase' }),
    citations: requiredCitations(context, node, node.citations, what),
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
