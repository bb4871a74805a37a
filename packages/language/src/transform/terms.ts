/** Facts, terms with their readings, acts, qualifiers, constraints. */
import {
  type Act,
  type Constraint,
  compareDecimal,
  type Definition,
  type Fact,
  type Qualifier,
  type Term,
} from '@anpo/engine';
import type * as ast from '../generated/ast.ts';
import { withArticle } from '../nouns.ts';
import {
  citationsOf,
  compact,
  dateOf,
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
import { expressionOf } from './expressions.ts';

export function factFrom(context: TransformContext, node: ast.Fact, provision: string | undefined): Fact {
  const { reporter } = context;
  const what = `the fact "${node.name}"`;
  if (node.type === 'choice' && node.choices.length < 2) {
    reporter.at(node, 'name', {
      message: `${what} is a choice and lists fewer than two values`,
      mend: 'add value NAME en "…" ja "…" for each',
    });
  }
  if (node.type !== 'choice' && node.choices.length > 0) {
    reporter.at(node, 'type', {
      message: `${what} lists values but is not a choice`,
      mend: 'write choice, or leave the values out',
    });
  }
  if (node.organs.length > 0 && node.type !== 'yes-no') {
    reporter.at(node, 'type', {
      message: `${what} is determined by an organ and must be yes-no`,
      mend: 'word the determination as a question for yes or no',
    });
  }
  if (node.organs.length > 0 && node.default !== undefined) {
    reporter.at(node, 'default', {
      message: `${what} is for an organ to determine and cannot be assumed`,
      mend: 'leave out assumed',
    });
  }
  if (
    node.default !== undefined &&
    node.type === 'choice' &&
    !node.choices.some((choice) => choice.name === node.default)
  ) {
    reporter.at(node, 'default', {
      message: `${what} assumes "${node.default}", which is none of its values`,
      candidates: node.choices.map((choice) => choice.name),
      mend: 'assume one of its values',
    });
  }
  if (
    node.default !== undefined &&
    node.type === 'yes-no' &&
    node.default !== 'yes' &&
    node.default !== 'no'
  ) {
    reporter.at(node, 'default', {
      message: `${what} is yes or no and assumes "${node.default}"`,
      candidates: ['yes', 'no'],
      mend: 'assume yes or no',
    });
  }
  if (
    (node.minimum !== undefined || node.maximum !== undefined || node.unit !== undefined) &&
    node.type !== 'number' &&
    node.type !== 'amount'
  ) {
    reporter.at(node, 'type', {
      message: `${what} is ${withArticle(node.type)} and has bounds or a unit`,
      mend: 'leave out at least, at most and in, or make it a number or an amount',
    });
  }
  if (
    node.minimum !== undefined &&
    node.maximum !== undefined &&
    compareDecimal(plain(node.minimum), plain(node.maximum)) > 0
  ) {
    reporter.at(node, 'maximum', {
      message: `${what} is at most ${node.maximum}, below its least ${node.minimum}`,
      mend: 'swap the two bounds',
    });
  }
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    question: requiredText(context, node, node.question, `the question of ${what}`, 'asks'),
    type: node.type,
    kind: node.organs.length > 0 ? 'determination' : node.default !== undefined ? 'assumption' : 'observable',
    organs: namesOf(node.organs),
    scope: node.scope ?? 'situation',
    choices: node.choices.map((choice) => ({
      id: choice.name,
      label: wordingOf(context, choice, `the value "${choice.name}" of ${what}`),
    })),
    default: node.default,
    minimum: node.minimum && plain(node.minimum),
    maximum: node.maximum && plain(node.maximum),
    unit: node.unit,
    role: node.place ? 'place' : node.attacked ? 'attacked' : undefined,
    provision,
    citations: citationsOf(context, node.citations),
  } as const);
}

export function termOf(context: TransformContext, node: ast.Term, provision: string | undefined): Term {
  const what = `the term "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    attack: node.attack || undefined,
    provision,
    definition: definitionOf(context, node.meaning, node.readings, node.silences),
    note: optionalText(context, node.note, `the note on ${what}`),
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
        period: periodOf(context, reading),
        known: dateOf(context, reading, 'known', reading.known),
        meaning: expressionOf(context, reading.meaning),
        note: optionalText(context, reading.note, 'the note on a reading'),
        citations: requiredCitations(
          context,
          reading,
          reading.citations,
          `the reading of ${reading.holder.$refText}`,
        ),
        position: positionOf(context, reading),
      }),
    ),
    silences: silences.map((silence) => ({
      holder: nameOf(silence.holder),
      manner: silence.manner,
      period: periodOf(context, silence),
      citations: requiredCitations(
        context,
        silence,
        silence.citations,
        `that ${silence.holder.$refText} ${silence.manner}`,
      ),
    })),
  });
}

function checkOneReadingADay(context: TransformContext, readings: readonly ast.Reading[]): void {
  readings.forEach((reading, index) => {
    const earlier = readings
      .slice(0, index)
      .find((other) => nameOf(other.holder) === nameOf(reading.holder) && overlap(other, reading));
    if (!earlier) return;
    context.reporter.at(reading, 'holder', {
      message: `${reading.holder.$refText} holds two readings on one day: the other is on line ${(earlier.$cstNode?.range.start.line ?? 0) + 1}`,
      mend: 'end the earlier reading on the day the later one begins: until DATE',
    });
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
    label: wordingOf(context, node, `the act "${node.name}"`),
    obligation: node.obligation === 'non-aggression' ? 'nonAggression' : node.obligation,
    provision,
  });
}

export function qualifierOf(context: TransformContext, node: ast.Qualifier): Qualifier {
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, `the qualifier "${node.name}"`),
    citations: citationsOf(context, node.citations),
  };
}

export function constraintOf(context: TransformContext, node: ast.Constraint): Constraint {
  const what = `the constraint "${node.name}"`;
  return {
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    always: expressionOf(context, node.condition),
    citations: requiredCitations(context, node, node.citations, what),
  };
}

const plain = (number: string): string => number.replaceAll('_', '');
