/**
 * Restricts a Circuit to a date, to what was known on a day, or to a view, each alone or together. The result
 * has the same Kleene values wherever the situation agrees with what was fixed.
 */
import { type Day, toDay } from '../calendar/date.ts';
import { CircuitBuilder } from './builder.ts';
import type { Atom, Choice, Circuit, NodeId } from './circuit.ts';
import { substitute } from './rebuild.ts';

export interface Restriction {
  readonly date?: string | undefined;
  readonly known?: string | undefined;
  /** Holders in their order. With the date left free, whose reading is adopted stays a question of the date. */
  readonly view?: readonly string[] | undefined;
}

export function restrict(circuit: Circuit, restriction: Restriction): Circuit {
  const date = restriction.date === undefined ? undefined : toDay(restriction.date);
  const known = restriction.known === undefined ? undefined : toDay(restriction.known);
  const view = restriction.view?.length ? restriction.view : undefined;
  const choices = Map.groupBy(circuit.choices, ({ key }) => key);
  const fixed = (at: Day, value: Day | undefined, atom: Atom, builder: CircuitBuilder): NodeId =>
    value === undefined ? builder.atom(atom) : builder.constant(value >= at);
  return substitute(circuit, (atom, builder, node) => {
    switch (atom.kind) {
      case 'date':
        return fixed(atom.at, date, atom, builder);
      case 'known':
        return fixed(atom.at, known, atom, builder);
      case 'reading':
        if (!view) return builder.atom(atom);
        return adopted(choices.get(atom.choice) ?? [], view, atom.holder, builder, node);
      case 'held':
        if (!view) return builder.atom(atom);
        return builder.or(view.map((holder) => holds(choices.get(atom.choice) ?? [], holder, builder, node)));
      default:
        return builder.atom(atom);
    }
  });
}

/** True where the holder has a reading of the choice: one choice may stand several times. */
function holds(
  choices: readonly Choice[],
  holder: string,
  builder: CircuitBuilder,
  node: (old: NodeId) => NodeId,
): NodeId {
  const options = choices.flatMap((choice) => choice.options).filter((option) => option.holder === holder);
  return builder.or(options.map((option) => node(option.valid)));
}

/** True where the holder is the first of the view that has a reading. */
function adopted(
  choices: readonly Choice[],
  view: readonly string[],
  holder: string,
  builder: CircuitBuilder,
  node: (old: NodeId) => NodeId,
): NodeId {
  const place = view.indexOf(holder);
  if (place < 0) return CircuitBuilder.false;
  return builder.and([
    holds(choices, holder, builder, node),
    ...view.slice(0, place).map((earlier) => builder.not(holds(choices, earlier, builder, node))),
  ]);
}
