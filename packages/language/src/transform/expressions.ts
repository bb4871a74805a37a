/** Expressions: from syntax to the Rulebook's own, with every type checked where it is written. */
import type { Complaint } from '@anpo/engine';
import type { ActorReference, Duration, Expression } from '@anpo/engine/rulebook';
import type { Reference } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { FactDeclaration } from '../names/declaration.ts';
import { languageComplaint } from '../problem.ts';
import { dateOf, nameOf, namesOf, type TransformContext } from './context.ts';

const nothing: Expression = { kind: 'constant', value: false };

export function expressionOf(context: TransformContext, node: ast.Expression): Expression {
  switch (node.$type) {
    case 'ConstantExpression':
      return { kind: 'constant', value: node.value === 'true' };
    case 'NotExpression':
      return { kind: 'not', of: expressionOf(context, node.of) };
    case 'AndExpression':
      return { kind: 'and', of: node.parts.map((part) => expressionOf(context, part)) };
    case 'OrExpression':
      return { kind: 'or', of: node.parts.map((part) => expressionOf(context, part)) };
    case 'SomeIncidentExpression':
      return { kind: 'some-incident', of: expressionOf(context, node.of) };
    case 'DateExpression': {
      const on: Expression = { kind: 'date', at: dateOf(context, node, 'date', node.date) as string };
      return node.before ? { kind: 'not', of: on } : on;
    }
    case 'ElapsedExpression': {
      const fact = context.names.find('Fact', nameOf(node.fact));
      if (fact && fact.sort !== 'date') {
        const data = { fact: fact.name, type: fact.sort };
        context.reporter.at(node, 'fact', languageComplaint('time-from-no-date', data));
      }
      return { kind: 'elapsed', fact: nameOf(node.fact), duration: durationOf(context, node.duration) };
    }
    case 'BearerExpression':
      return node.instrument
        ? { kind: 'member', instrument: nameOf(node.instrument) }
        : { kind: 'bearer', values: namesOf(node.parties) };
    case 'ReferenceExpression':
      return referenceOf(context, node);
  }
}

/** Longer durations would leave the calendar. */
const MOST_UNITS = 100_000;

export function durationOf(context: TransformContext, node: ast.Duration): Duration {
  const count = Number(node.count.replaceAll('_', ''));
  if (!Number.isInteger(count) || count > MOST_UNITS) {
    const data = { count: node.count, unit: node.unit, most: MOST_UNITS };
    context.reporter.at(node, 'count', languageComplaint('duration-too-long', data));
  }
  const unit = node.unit.endsWith('s') ? node.unit : `${node.unit}s`;
  return { count: Math.trunc(count), unit: unit as Duration['unit'] };
}

/** Where a value is none of what it is asked of, that was said already: it is the same error. */
function complainer(
  context: TransformContext,
  node: ast.ReferenceExpression,
): (complaint: Complaint) => void {
  const told = node.test?.$type === 'ValueTest' && node.test.values.some(({ error }) => error);
  return (complaint) => {
    if (!told) context.reporter.at(node, undefined, complaint);
  };
}

function referenceOf(context: TransformContext, node: ast.ReferenceExpression): Expression {
  const name = nameOf(node.reference);
  const target = context.names.find('Referable', name);
  if (!target) return nothing;
  const complain = complainer(context, node);
  switch (target.type) {
    case 'Term':
      if (node.test) complain(languageComplaint('term-tested', { term: name }));
      return { kind: 'term', term: name };
    case 'Instrument':
      if (node.test?.$type !== 'InForceTest')
        complain(languageComplaint('instrument-not-in-force', { instrument: name }));
      return { kind: 'in-force', instrument: name };
    case 'Norm':
      if (node.test?.$type !== 'AppliesTest') {
        complain(languageComplaint('norm-not-applies', { norm: name }));
        return nothing;
      }
      return {
        kind: 'applies',
        norm: name,
        ...(node.test.bearer
          ? { bearer: { kind: 'bearer' } }
          : node.test.actor
            ? { bearer: actorOf(context, node.test.actor) }
            : {}),
      };
    case 'Fact':
      return factOf(context, node, target, name);
  }
}

function factOf(
  context: TransformContext,
  node: ast.ReferenceExpression,
  fact: FactDeclaration,
  name: string,
): Expression {
  const test = node.test;
  const complain = complainer(context, node);
  const { organs } = fact;
  if (fact.sort === 'yes-no') {
    if (test === undefined) {
      if (organs.length > 1) complain(languageComplaint('whose-finding-meant', { fact: name, organs }));
      return {
        kind: 'fact',
        fact: name,
        ...(fact.organs[0] ? { organ: { kind: 'organ', id: fact.organs[0] } } : {}),
      };
    }
    if (test.$type === 'FoundTest') {
      if (fact.organs.length === 0) {
        complain(languageComplaint('fact-of-no-organ', { fact: name }));
        return nothing;
      }
      const organ: ActorReference = test.bearer
        ? { kind: 'bearer' }
        : actorOf(context, test.actor as NonNullable<typeof test.actor>);
      if (test.actor?.error) return { kind: 'fact', fact: name, organ };
      const parties = fact.organs.map((item) => context.names.find('Organ', item)?.party);
      if (organ.kind === 'party' && !parties.includes(organ.id) && !parties.includes(undefined)) {
        const data = { party: organ.id ?? '', fact: name, organs };
        context.reporter.at(test, 'actor', languageComplaint('party-without-organ', data));
      }
      if (organ.kind === 'organ' && !organs.includes(organ.id as string)) {
        const data = { organ: organ.id ?? '', fact: name, organs };
        context.reporter.at(test, 'actor', languageComplaint('organ-not-determining', data));
      }
      return { kind: 'fact', fact: name, organ };
    }
    complain(languageComplaint('yes-no-tested', { fact: name }));
    return { kind: 'fact', fact: name };
  }
  switch (test?.$type) {
    case 'ValueTest': {
      const values = namesOf(test.values);
      if (fact.sort === 'place') return { kind: 'place', fact: name, places: values };
      if (fact.sort === 'choice' || fact.sort === 'party') return { kind: 'value', fact: name, values };
      break;
    }
    case 'BearerTest':
      if (fact.sort === 'party') return { kind: 'value', fact: name, values: [], bearer: true };
      break;
    case 'RelationTest':
      if (fact.sort === 'place') {
        const party: ActorReference = test.bearer
          ? { kind: 'bearer' }
          : { kind: 'party', id: nameOf(test.party as NonNullable<typeof test.party>) };
        return { kind: 'relation', fact: name, relation: test.relation, party };
      }
      break;
    case 'MemberTest':
      if (fact.sort === 'party') return { kind: 'member', fact: name, instrument: nameOf(test.instrument) };
      break;
    case 'LeastTest':
    case 'LessTest':
      if (fact.sort === 'number' || fact.sort === 'amount') {
        const least: Expression = { kind: 'threshold', fact: name, at: test.value.replaceAll('_', '') };
        return test.$type === 'LeastTest' ? least : { kind: 'not', of: least };
      }
      break;
    case 'AfterTest':
    case 'BeforeTest':
      if (fact.sort === 'date') {
        const on: Expression = {
          kind: 'threshold',
          fact: name,
          at: dateOf(context, test, 'date', test.date) as string,
        };
        return test.$type === 'AfterTest' ? on : { kind: 'not', of: on };
      }
      break;
  }
  complain(languageComplaint('fact-asked-wrongly', { fact: name, type: fact.sort }));
  return nothing;
}

export function actorOf(context: TransformContext, reference: Reference): ActorReference {
  const id = nameOf(reference);
  return { kind: context.names.find('Actor', id)?.type === 'Organ' ? 'organ' : 'party', id };
}
