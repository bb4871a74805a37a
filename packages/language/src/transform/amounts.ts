/** Amounts and other dated parameters. */
import type { Amount, Instrument, Provision, ValueExpression } from '@anpo/engine/rulebook';
import type * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
import {
  compact,
  dateOf,
  nameOf,
  periodOf,
  positionOf,
  requiredCitations,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { durationOf, expressionOf } from './expressions.ts';
import { overlap } from './terms.ts';

export function amountOf(
  context: TransformContext,
  node: ast.Amount,
  instrument: Instrument | undefined,
  provision: Provision | undefined,
): Amount {
  const what: What = { kind: 'amount', name: node.name };
  const unconditional = node.pieces.filter((piece) => piece.condition === undefined);
  unconditional.forEach((piece, index) => {
    const other = unconditional.slice(0, index).find((earlier) => overlap(earlier, piece));
    if (other) {
      const line = (other.$cstNode?.range.start.line ?? 0) + 1;
      const complaint = languageComplaint('two-amounts-a-day', { amount: node.name, line });
      context.reporter.at(piece, 'value', complaint);
    }
  });
  return compact({
    id: node.name,
    position: positionOf(context, node),
    label: wordingOf(context, node, what),
    unit: node.unit === 'dates' ? 'date' : node.unit,
    provision: provision?.id,
    instrument: provision && instrument?.id,
    territory: provision && !node.anywhere ? instrument?.territory : undefined,
    anywhere: node.anywhere ? true : undefined,
    pieces: node.pieces.map((piece) =>
      compact({
        value: valueFrom(context, piece.value),
        when: piece.condition && expressionOf(context, piece.condition),
        period: periodOf(context, piece),
        citations: requiredCitations(context, piece, piece.citations, { ...what, part: 'piece' }),
      }),
    ),
  }) as Amount;
}

function valueFrom(context: TransformContext, node: ast.ValueExpression): ValueExpression {
  switch (node.$type) {
    case 'ValueNumber':
      return { kind: 'number', value: numberText(node.number, node.denominator) };
    case 'ValueDate':
      return { kind: 'date', value: dateOf(context, node, 'date', node.date) as string };
    case 'ValueReference':
      return context.names.find('ValueSource', nameOf(node.reference))?.type === 'Amount'
        ? { kind: 'amount', amount: nameOf(node.reference) }
        : { kind: 'fact', fact: nameOf(node.reference) };
    case 'ValueAfter':
      return { kind: 'after', of: valueFrom(context, node.of), duration: durationOf(context, node.duration) };
    case 'ValueOperation': {
      const kinds = { plus: 'sum', minus: 'difference', times: 'product' } as const;
      return {
        kind: kinds[node.operator],
        left: valueFrom(context, node.left),
        right: valueFrom(context, node.right),
      };
    }
  }
}

export function numberText(number: string, denominator: string | undefined): string {
  const plain = number.replaceAll('_', '');
  return denominator === undefined ? plain : `${plain}/${denominator.replaceAll('_', '')}`;
}
