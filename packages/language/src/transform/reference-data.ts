/** Facilities, events, commitments, stances and the glossary: dated, sourced reference data. */
import type { Commitment, Event, Facility, GlossaryEntry, Stance } from '@anpo/engine';
import { parseDay } from '@anpo/engine';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import {
  compact,
  nameOf,
  namesOf,
  optionalText,
  periodOf,
  positionOf,
  requiredCitations,
  requiredText,
  type TransformContext,
  wordingOf,
} from './context.ts';

export function facilityOf(context: TransformContext, node: ast.Facility): Facility {
  const what = `the facility "${node.name}"`;
  const { latitude, longitude, coordinates } = node;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    prefecture: wordingOf(context, node.prefecture, `the prefecture of ${what}`),
    services: node.services,
    use: optionalText(context, node.use, `the use of ${what}`),
    coordinates:
      latitude !== undefined && longitude !== undefined && coordinates !== undefined
        ? { latitude: Number(latitude), longitude: Number(longitude), mark: coordinates }
        : undefined,
    opened: partialDateOf(context, node, 'opened', node.opened),
    returned: partialDateOf(context, node, 'returned', node.returned),
    planned: optionalText(context, node.planned, `the planned return of ${what}`),
    note: optionalText(context, node.note, `the note on ${what}`),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function eventOf(context: TransformContext, node: ast.Event): Event {
  const what = `the event "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    date: partialDateOf(context, node, 'date', node.date) as string,
    subject: node.subject,
    changed: optionalText(context, node.changed, `what ${what} changed`),
    concerns: namesOf(node.concerns),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function commitmentOf(context: TransformContext, node: ast.Commitment): Commitment {
  const what = `the commitment "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    plan: nameOf(node.plan),
    promised: wordingOf(context, node.promised, `what ${what} promised`),
    done: partialDateOf(context, node, 'done', node.done),
    status: wordingOf(context, node.status, `the status of ${what}`),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function stanceOf(context: TransformContext, node: ast.Stance): Stance {
  const what = `the stance "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    question: nameOf(node.question),
    actor: wordingOf(context, node.actor, `who takes ${what}`),
    holder: node.holder && nameOf(node.holder),
    period: periodOf(context, node),
    says: requiredText(context, node, node.says, `what ${what} says`, 'says'),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function glossaryEntryOf(context: TransformContext, node: ast.GlossaryEntry): GlossaryEntry {
  const what = `the glossary entry "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    meaning: wordingOf(context, node.meaning, `the meaning in ${what}`),
    corrects: optionalText(context, node.corrects, `what ${what} corrects`),
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
  context.reporter.at(node, property, {
    message: `"${text}" is neither a day nor a month nor a year of the calendar`,
    mend: 'write 1945-09-02, "1945-09" or "1945"',
  });
  return '1900';
}
