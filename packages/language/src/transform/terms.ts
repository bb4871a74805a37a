/** Facts, terms with their readings, acts, qualifiers, constraints. */
import type { Act, Constraint, Definition, Fact, Qualifier, Term } from '@anpo/engine/rulebook';
import { compareDecimal } from '@anpo/engine/situation';
import type * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
import {
  citationsOf,
  compact,
  dateOf,
  nameOf,
  namesOf,
  optionalText,
  positionOf,
  requiredCitations,
  requiredText,
  someNames,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { expressionOf } from './expressions.ts';
import { periodWithinHolder } from './holder-life.ts';

export function factFrom(context: TransformContext, node: ast.Fact, provision: string | undefined): Fact {
  const { reporter } = context;
  const what: What = { kind: 'fact', name: node.name };
  const own = { fact: node.name };
  if (node.type === 'choice' && node.choices.length < 2) {
    reporter.at(node, 'name', languageComplaint('too-few-values', own));
  }
  if (node.type !== 'choice' && node.choices.length > 0) {
    reporter.at(node, 'type', languageComplaint('values-without-choice', own));
  }
  if (node.organs.length > 0 && node.type !== 'yes-no') {
    reporter.at(node, 'type', languageComplaint('determination-not-yes-no', own));
  }
  if (node.organs.length > 0 && node.default !== undefined) {
    reporter.at(node, 'default', languageComplaint('determination-assumed', own));
  }
  if (node.organs.length === 0 && node.default !== undefined && node.assumedAs === undefined) {
    reporter.at(node, 'default', languageComplaint('assumption-without-kind', own));
  }
  const values = node.choices.map((choice) => choice.name);
  if (node.default !== undefined && node.type === 'choice' && !values.includes(node.default)) {
    const data = { ...own, value: node.default, values };
    reporter.at(node, 'default', languageComplaint('default-no-value', data));
  }
  if (
    node.default !== undefined &&
    node.type === 'yes-no' &&
    node.default !== 'yes' &&
    node.default !== 'no'
  ) {
    const data = { ...own, value: node.default };
    reporter.at(node, 'default', languageComplaint('default-not-yes-no', data));
  }
  if (
    (node.minimum !== undefined || node.maximum !== undefined || node.unit !== undefined) &&
    node.type !== 'number' &&
    node.type !== 'amount'
  ) {
    const data = { ...own, type: node.type };
    reporter.at(node, 'type', languageComplaint('bounds-without-number', data));
  }
  if (
    node.minimum !== undefined &&
    node.maximum !== undefined &&
    compareDecimal(plain(node.minimum), plain(node.maximum)) > 0
  ) {
    const data = { ...own, minimum: node.minimum, maximum: node.maximum };
    reporter.at(node, 'maximum', languageComplaint('bounds-swapped', data));
  }
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    question: requiredText(context, node, node.question, { ...what, part: 'question' }, 'asks'),
    type: node.type,
    kind: node.organs.length > 0 ? 'determination' : node.default !== undefined ? 'assumption' : 'observable',
    organs: namesOf(node.organs),
    scope: node.scope ?? 'situation',
    choices: node.choices.map((choice) => ({
      id: choice.name,
      label: wordingOf(context, choice, { ...what, part: 'value', detail: choice.name }),
    })),
    default: node.default,
    assumedAs: node.assumedAs,
    minimum: node.minimum && plain(node.minimum),
    maximum: node.maximum && plain(node.maximum),
    unit: node.unit,
    role: node.place ? 'place' : node.attacked ? 'attacked' : undefined,
    provision,
    citations: citationsOf(context, node.citations),
  } as const);
}

export function termOf(context: TransformContext, node: ast.Term, provision: string | undefined): Term {
  const what: What = { kind: 'term', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    attack: node.attack || undefined,
    provision,
    definition: definitionOf(context, node.meaning, node.readings, node.silences),
    places: node.places && {
      complete: node.places.complete,
      outside: namesOf(node.places.outside),
      citations: citationsOf(context, node.places.citations),
    },
    note: optionalText(context, node.note, { ...what, part: 'note' }),
    citations: citationsOf(context, node.citations),
  });
}

export function definitionOf(
  context: TransformContext,
  meaning: ast.Expression | undefined,
  readings: readonly ast.Reading[],
  silences: readonly ast.Silence[],
): Definition {
  checkOneReadingADay(context, readings);
  return compact({
    meaning: meaning && expressionOf(context, meaning),
    readings: readings.map((reading) =>
      compact({
        holder: nameOf(reading.holder),
        period: periodWithinHolder(context, reading),
        known: dateOf(context, reading, 'known', reading.known),
        meaning: expressionOf(context, reading.meaning),
        note: optionalText(context, reading.note, {
          kind: 'holder',
          name: nameOf(reading.holder),
          part: 'reading-note',
        }),
        citations: requiredCitations(context, reading, reading.citations, {
          kind: 'holder',
          name: reading.holder.$refText,
          part: 'reading',
        }),
        position: positionOf(context, reading),
      }),
    ),
    silences: silences.map((silence) => ({
      holder: nameOf(silence.holder),
      manner: silence.manner,
      period: periodWithinHolder(context, silence),
      citations: requiredCitations(context, silence, silence.citations, {
        kind: 'holder',
        name: silence.holder.$refText,
        part: 'silence',
        detail: silence.manner,
      }),
    })),
  });
}

function checkOneReadingADay(context: TransformContext, readings: readonly ast.Reading[]): void {
  readings.forEach((reading, index) => {
    const earlier = readings
      .slice(0, index)
      .find((other) => nameOf(other.holder) === nameOf(reading.holder) && overlap(other, reading));
    if (!earlier) return;
    const line = (earlier.$cstNode?.range.start.line ?? 0) + 1;
    const data = { holder: reading.holder.$refText, line };
    context.reporter.at(reading, 'holder', languageComplaint('two-readings-a-day', data));
  });
}

/** Two half-open periods share a day. */
export function overlap(
  a: { from?: string | undefined; until?: string | undefined },
  b: { from?: string | undefined; until?: string | undefined },
): boolean {
  return (
    (a.until === undefined || b.from === undefined || b.from < a.until) &&
    (b.until === undefined || a.from === undefined || a.from < b.until)
  );
}

export function actFrom(context: TransformContext, node: ast.Act, provision: string | undefined): Act {
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'act', name: node.name }),
    obligation: node.obligation === 'non-aggression' ? 'nonAggression' : node.obligation,
    ways: someNames(node.ways),
    provision,
  });
}

export function qualifierOf(context: TransformContext, node: ast.Qualifier): Qualifier {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, { kind: 'qualifier', name: node.name }),
    citations: citationsOf(context, node.citations),
  };
}

export function constraintOf(context: TransformContext, node: ast.Constraint): Constraint {
  const what: What = { kind: 'constraint', name: node.name };
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    always: expressionOf(context, node.condition),
    citations: requiredCitations(context, node, node.citations, what),
  };
}

const plain = (number: string): string => number.replaceAll('_', '');
