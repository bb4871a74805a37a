/** Norms: who is bound to do what, when, and how it relates to other norms. */
import type { Bearer, Deadline, Expression, Instrument, Norm, Provision } from '@anpo/engine/rulebook';
import * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
import {
  citationsOf,
  compact,
  nameOf,
  namesOf,
  periodOf,
  positionOf,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { actorOf, durationOf, expressionOf } from './expressions.ts';
import { ownOrInherited, standingOf } from './instruments.ts';

const modals: Record<ast.NormKind, string> = {
  duty: 'must',
  prohibition: 'must not',
  permission: 'may',
  power: 'can',
  immunity: 'need not',
};

export function normOf(
  context: TransformContext,
  node: ast.Norm,
  instrument: Instrument,
  provision: Provision,
): Norm {
  const { reporter } = context;
  complainRepeated(context, node.clauses);
  const what: What = { kind: 'norm', name: node.name };
  if (node.modal.replaceAll(' ', '') !== modals[node.kind].replaceAll(' ', '')) {
    const data = { norm: node.name, kind: node.kind, modal: node.modal, right: modals[node.kind] };
    reporter.at(node, 'modal', languageComplaint('wrong-modal', data));
  }
  const all = <T extends ast.NormClause>(guard: (item: unknown) => item is T): T[] =>
    node.clauses.filter(guard);
  const anywhere = all(ast.isAnywhereClause).length > 0;
  const conditions = all(ast.isWhenClause).map((clause) => expressionOf(context, clause.condition));
  const toward = all(ast.isTowardClause)[0];
  const deadline = all(ast.isDeadlineClause)[0];
  const period = all(ast.isPeriodClause)[0];
  const note = all(ast.isNoteClause)[0];
  const words = all(ast.isOwnWordsClause)[0];
  const review = all(ast.isReviewClause).flatMap((clause) => clause.reviewers);
  if (review.length === 0) {
    reporter.at(node, 'name', languageComplaint('review-missing', { norm: node.name }));
  }
  const own = all(ast.isCitationClause).map((clause) => clause.citation);
  return compact({
    id: node.name,
    position: positionOf(context, node),
    kind: node.kind,
    provision: provision.id,
    instrument: instrument.id,
    order: all(ast.isOrderClause)[0]?.order ?? instrument.order,
    force: all(ast.isForceClause)[0]?.force ?? instrument.force,
    bearers: bearersOf(context, node),
    counterparty:
      toward &&
      (toward.others
        ? { kind: 'other-parties' as const }
        : toward.actor && (actorOf(context, toward.actor) as Norm['counterparty'])),
    act: nameOf(node.act),
    words: words && wordingOf(context, words, { ...what, part: 'words' }),
    territory: anywhere ? undefined : instrument.territory,
    condition: conditions.length > 1 ? ({ kind: 'and', of: conditions } as Expression) : conditions[0],
    anywhere: anywhere ? true : undefined,
    exceptions: all(ast.isExceptClause).map((clause) => ({
      when: expressionOf(context, clause.condition),
      citations: citationsOf(context, clause.citations),
      position: positionOf(context, clause),
    })),
    open: all(ast.isOpenClause).flatMap((clause) => clause.aspects),
    accordance: all(ast.isAccordanceClause).flatMap((clause) => namesOf(clause.qualifiers)),
    subject: all(ast.isSubjectClause).flatMap((clause) => namesOf(clause.qualifiers)),
    notwithstanding: all(ast.isNotwithstandingClause).flatMap((clause) => namesOf(clause.norms)),
    prevails: all(ast.isPrevailsClause).flatMap((clause) => namesOf(clause.norms)),
    deadline: deadline && deadlineOf(context, deadline),
    period: period ? periodOf(context, period) : {},
    standing: standingOf(context, all(ast.isStandingClause)),
    review,
    continues: all(ast.isContinuesClause).flatMap((clause) => namesOf(clause.norms)),
    replaces: all(ast.isReplacesClause).flatMap((clause) => namesOf(clause.norms)),
    note: note && wordingOf(context, note, { ...what, part: 'note' }),
    citations: ownOrInherited(context, own, provision),
  }) as Norm;
}

/** Clauses that say one thing of a norm: a second would be passed over. */
const single = new Set<string>([
  ...['TowardClause', 'DeadlineClause', 'OrderClause', 'ForceClause', 'PeriodClause', 'NoteClause'],
  'OwnWordsClause',
]);

function complainRepeated(context: TransformContext, clauses: readonly ast.NormClause[]): void {
  const seen = new Set<string>();
  for (const clause of clauses) {
    if (single.has(clause.$type) && seen.has(clause.$type)) {
      context.reporter.at(clause, undefined, languageComplaint('norm-says-twice', {}));
    }
    seen.add(clause.$type);
  }
}

export function deadlineOf(context: TransformContext, node: ast.DeadlineClause): Deadline {
  const after = node.fact && context.names.find('Fact', nameOf(node.fact));
  if (after && after.sort !== 'date') {
    const data = { fact: after.name, type: after.sort };
    context.reporter.at(node, 'fact', languageComplaint('deadline-from-no-date', data));
  }
  return compact({
    immediately: node.immediately,
    duration: node.duration && durationOf(context, node.duration),
    after: node.fact && nameOf(node.fact),
  }) as Deadline;
}

function bearersOf(context: TransformContext, node: ast.Norm): Bearer[] {
  return node.bearers.flatMap((bearer): Bearer[] => {
    if (bearer.$type === 'ActorBearer') {
      const actor = actorOf(context, bearer.actor);
      return [{ kind: actor.kind as 'party' | 'organ', id: actor.id as string, period: {} }];
    }
    const instrument = context.names.find('Instrument', nameOf(bearer.instrument));
    return (instrument?.parties ?? []).map(({ party, ...period }) => ({ kind: 'party', id: party, period }));
  });
}
