/** Sources, parties, organs, holders, views and places. */
import type { Holder, Organ, Party, Place, Source, View } from '@anpo/engine';
import type * as ast from '../generated/ast.ts';
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

export function sourceOf(context: TransformContext, node: ast.Source): Source {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: wordingOf(context, node, `the source "${node.name}"`),
    address: node.address,
    mark: node.mark,
    coding: node.coding || undefined,
  });
}

export function partyOf(context: TransformContext, node: ast.Party): Party {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, `the party "${node.name}"`),
    home: node.home || undefined,
    citations: citationsOf(context, node.citations),
  });
}

export function organOf(context: TransformContext, node: ast.Organ): Organ {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, `the organ "${node.name}"`),
    party: nameOf(node.party),
    citations: citationsOf(context, node.citations),
  };
}

export function holderOf(context: TransformContext, node: ast.Holder): Holder {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, `the holder "${node.name}"`),
    authority: node.authority,
    party: node.party && nameOf(node.party),
    citations: citationsOf(context, node.citations),
  });
}

export function viewOf(context: TransformContext, node: ast.View): View {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, `the view "${node.name}"`),
    holders: namesOf(node.holders),
  };
}

export function placeOf(context: TransformContext, node: ast.Place): Place {
  const what = `the place "${node.name}"`;
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
        period: periodOf(context, entry),
        holder: entry.holder && nameOf(entry.holder),
        citations: requiredCitations(
          context,
          entry,
          entry.citations,
          `that ${node.name} is ${entry.relation} by ${entry.party.$refText}`,
        ),
      }),
    ),
    citations: citationsOf(context, node.citations),
  };
}
