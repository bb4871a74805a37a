/** Sources, parties, organs, holders, views and places. */
import type { Holder, Organ, Party, Place, Source, View } from '@anpo/engine/rulebook';
import type * as ast from '../generated/ast.ts';
import type { What } from '../words/what.ts';
import {
  citationsOf,
  compact,
  nameOf,
  namesOf,
  periodOf,
  positionOf,
  requiredCitations,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { periodWithinHolder } from './holder-life.ts';

export function sourceOf(context: TransformContext, node: ast.Source): Source {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: wordingOf(context, node, { kind: 'source', name: node.name }),
    address: node.address,
    mark: node.mark,
    coding: node.coding || undefined,
  });
}

export function partyOf(context: TransformContext, node: ast.Party): Party {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'party', name: node.name }),
    home: node.home || undefined,
    citations: citationsOf(context, node.citations),
  });
}

export function organOf(context: TransformContext, node: ast.Organ): Organ {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'organ', name: node.name }),
    party: nameOf(node.party),
    citations: citationsOf(context, node.citations),
  };
}

export function holderOf(context: TransformContext, node: ast.Holder): Holder {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'holder', name: node.name }),
    authority: node.authority,
    party: node.party && nameOf(node.party),
    period: periodOf(context, node),
    citations: citationsOf(context, node.citations),
  });
}

export function viewOf(context: TransformContext, node: ast.View): View {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'view', name: node.name }),
    holders: namesOf(node.holders),
  };
}

export function placeOf(context: TransformContext, node: ast.Place): Place {
  const what: What = { kind: 'place', name: node.name };
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    names: node.names.map((name) => ({ party: nameOf(name.party), name: name.text })),
    partOf: node.parts.map((part) => ({
      place: nameOf(part.place),
      period: periodOf(context, part),
      citations: citationsOf(context, part.citations),
    })),
    relations: node.relations.map((entry) =>
      compact({
        relation: entry.relation,
        party: nameOf(entry.party),
        period: periodWithinHolder(context, entry),
        holder: entry.holder && nameOf(entry.holder),
        citations: requiredCitations(context, entry, entry.citations, {
          ...what,
          part: 'relation',
          relation: entry.relation,
          detail: entry.party.$refText,
        }),
      }),
    ),
    citations: citationsOf(context, node.citations),
  };
}
