/** Facilities, events, commitments, stances and the glossary: dated, sourced reference data. */

import { parseDay } from '@anpo/engine/calendar';
import type { Commitment, Event, Facility, GlossaryEntry, Stance } from '@anpo/engine/rulebook';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
import {
  compact,
  nameOf,
  namesOf,
  optionalText,
  periodOf,
  positionOf,
  requiredCitations,
  requiredText,
  someNames,
  type TransformContext,
  wordingOf,
} from './context.ts';

export function facilityOf(context: TransformContext, node: ast.Facility): Facility {
  const what: What = { kind: 'facility', name: node.name };
  const { latitude, longitude, coordinates } = node;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    prefecture: wordingOf(context, node.prefecture, { ...what, part: 'prefecture' }),
    services: node.services,
    use: optionalText(context, node.use, { ...what, part: 'use' }),
    coordinates:
      latitude !== undefined && longitude !== undefined && coordinates !== undefined
        ? { latitude: Number(latitude), longitude: Number(longitude), mark: coordinates }
        : undefined,
    opened: partialDateOf(context, node, 'opened', node.opened),
    returned: partialDateOf(context, node, 'returned', node.returned),
    planned: optionalText(context, node.planned, { ...what, part: 'planned' }),
    note: optionalText(context, node.note, { ...what, part: 'note' }),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function eventOf(context: TransformContext, node: ast.Event): Event {
  const what: What = { kind: 'event', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    date: partialDateOf(context, node, 'date', node.date) as string,
    subject: node.subject,
    changed: optionalText(context, node.changed, { ...what, part: 'changed' }),
    concerns: namesOf(node.concerns),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function commitmentOf(context: TransformContext, node: ast.Commitment): Commitment {
  const what: What = { kind: 'commitment', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    plan: nameOf(node.plan),
    promised: wordingOf(context, node.promised, { ...what, part: 'promised' }),
    done: partialDateOf(context, node, 'done', node.done),
    status: wordingOf(context, node.status, { ...what, part: 'status' }),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function stanceOf(context: TransformContext, node: ast.Stance): Stance {
  const what: What = { kind: 'stance', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    question: nameOf(node.question),
    actor: wordingOf(context, node.actor, { ...what, part: 'actor' }),
    holder: node.holder && nameOf(node.holder),
    period: periodOf(context, node),
    says: requiredText(context, node, node.says, { ...what, part: 'says' }, 'says'),
    concerns: someNames(node.concerns),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function glossaryEntryOf(context: TransformContext, node: ast.GlossaryEntry): GlossaryEntry {
  const what: What = { kind: 'glossary-entry', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    meaning: wordingOf(context, node.meaning, { ...what, part: 'meaning' }),
    corrects: optionalText(context, node.corrects, { ...what, part: 'corrects' }),
    see: namesOf(node.see),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

/** A date as exact as its source: a day, a month or a year. */
function partialDateOf(
  context: TransformContext,
  node: AstNode,
  property: string,
  text: string | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  const full = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  if (parseDay(full) !== undefined) return text;
  context.reporter.at(node, property, languageComplaint('no-such-partial-date', { text }));
  return '1900';
}
