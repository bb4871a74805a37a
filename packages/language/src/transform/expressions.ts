/** Expressions: from syntax to the Rulebook's own, with every type checked where it is written. */
import type { ActorReference, Duration, Expression } from '@anpo/engine';
import type { Reference } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { FactDeclaration } from '../names/declaration.ts';
import { withArticle } from '../nouns.ts';
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
      if (fact && fact.sort !== 'date')
        complainType(context, node, 'fact', fact, 'a date', 'counts time from');
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
    context.reporter.at(node, 'count', {
      message: `${node.count} is not a whole number of ${node.unit} up to ${MOST_UNITS}`,
      mend: 'write a whole number, in a longer unit if it is too large',
    });
  }
  const unit = node.unit.endsWith('s') ? node.unit : `${node.unit}s`;
  return { count: Math.trunc(count), unit: unit as Duration['unit'] };
}

function referenceOf(context: TransformContext, node: ast.ReferenceExpression): Expression {
  const name = nameOf(node.reference);
  const target = context.names.find('Referable', name);
  if (!target) return nothing;
  switch (target.type) {
    case 'Term':
      if (node.test) complainTest(context, node, `the term "${name}" is true or false by itself`);
      return { kind: 'term', term: name };
    case 'Instrument':
      if (node.test?.$type !== 'InForceTest') {
        complainTest(
          context,
          node,
          `"${name}" is an instrument: ask whether it is in force`,
          `write ${name} in force`,
        );
      }
      return { kind: 'in-force', instrument: name };
    case 'Norm':
      if (node.test?.$type !== 'AppliesTest') {
        complainTest(
          context,
          node,
          `"${name}" is a norm: ask whether it applies`,
          `write ${name} applies, or applies to a bearer`,
        );
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
  if (fact.sort === 'yes-no') {
    if (test === undefined) {
      if (fact.organs.length > 1) {
        complainTest(
          context,
          node,
          `the fact "${name}" is determined by ${fact.organs.join(' and ')}: say whose finding is meant`,
          `write ${name} as found by bearer, or by one of the organs`,
        );
      }
      return {
        kind: 'fact',
        fact: name,
        ...(fact.organs[0] ? { organ: { kind: 'organ', id: fact.organs[0] } } : {}),
      };
    }
    if (test.$type === 'FoundTest') {
      if (fact.organs.length === 0) {
        complainTest(context, node, `the fact "${name}" is not for an organ to determine`);
        return nothing;
      }
      const organ: ActorReference = test.bearer
        ? { kind: 'bearer' }
        : actorOf(context, test.actor as NonNullable<typeof test.actor>);
      if (
        organ.kind === 'party' &&
        !fact.organs.some((item) => context.names.find('Organ', item)?.party === organ.id)
      ) {
        context.reporter.at(test, 'actor', {
          message: `"${organ.id}" has no organ that determines the fact "${name}"`,
          candidates: fact.organs,
          mend: 'name one of the organs that the fact lists',
        });
      }
      if (organ.kind === 'organ' && !fact.organs.includes(organ.id as string)) {
        context.reporter.at(test, 'actor', {
          message: `"${organ.id}" does not determine the fact "${name}"`,
          candidates: fact.organs,
          mend: 'name one of the organs that the fact lists',
        });
      }
      return { kind: 'fact', fact: name, organ };
    }
    complainTest(
      context,
      node,
      `the fact "${name}" is yes or no: it takes no test`,
      `write ${name}, or not ${name}`,
    );
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
  const forms: Record<ast.FactType, string> = {
    'yes-no': name,
    choice: `${name} is VALUE, or ${name} is one of VALUE, VALUE`,
    party: `${name} is PARTY, ${name} is the bearer, or ${name} is a party to INSTRUMENT`,
    place: `${name} is PLACE, or ${name} is administered by PARTY`,
    number: `${name} is at least NUMBER, or ${name} is less than NUMBER`,
    amount: `${name} is at least NUMBER, or ${name} is less than NUMBER`,
    date: `${name} is from DATE, ${name} is before DATE, or DURATION after ${name} has passed`,
  };
  complainTest(
    context,
    node,
    `the fact "${name}" is ${withArticle(fact.sort)} and cannot be asked in this way`,
    `write ${forms[fact.sort]}`,
  );
  return nothing;
}

export function actorOf(context: TransformContext, reference: Reference): ActorReference {
  const id = nameOf(reference);
  return { kind: context.names.find('Actor', id)?.type === 'Organ' ? 'organ' : 'party', id };
}

function complainTest(
  context: TransformContext,
  node: ast.ReferenceExpression,
  message: string,
  mend?: string,
): void {
  context.reporter.at(node, undefined, { message, mend: mend ?? 'leave out what follows the name' });
}

function complainType(
  context: TransformContext,
  node: ast.Expression,
  property: string,
  fact: FactDeclaration,
  wanted: string,
  verb: string,
): void {
  context.reporter.at(node, property, {
    message: `the fact "${fact.name}" is ${withArticle(fact.sort)}: what ${verb} it must be ${wanted}`,
    mend: `name a fact that is ${wanted}`,
  });
}
