/** Functions as words are made from: conjunctions of conditions on facts, with the part of situations each has. */

import { shareOf } from '../diagram/count.ts';
import { type Conjunction, conjunctionDiagram, coverOf } from '../diagram/cover.ts';
import type { Law } from '../diagram/law.ts';
import { type Diagram, not } from '../diagram/manager.ts';
import { type Allowed, fix } from '../diagram/quantify.ts';
import type { Question, ValueClass, Variable } from '../diagram/variables.ts';

/** One question has one of these answers, which is the same as none of the others. */
export interface Condition {
  readonly question: Question;
  readonly in: readonly ValueClass[];
  readonly notIn: readonly ValueClass[];
}

export interface Description {
  /** It holds exactly where one of these conjunctions does; an empty conjunction is "always". */
  readonly anyOf: readonly { readonly allOf: readonly Condition[]; readonly share: number }[];
  /** True where the list says when the function does not hold, which is shorter. */
  readonly except: boolean;
  /** Conjunctions left out because there were too many; their situations are not described. */
  readonly leftOut: number;
  /**
   * The part of all situations in which it holds. Each yes and no, each value, each stretch between two
   * thresholds, each holder weighs the same; the facts are taken as independent. It is no probability.
   */
  readonly share: number;
}

const SHOWN = 12;

/** Undefined where the limits of the work did not suffice. */
export function describe(
  law: Law,
  diagram: Diagram,
  possible: Diagram,
  allowed: Allowed = [],
): Description | undefined {
  const { manager, weights } = law;
  const fixed = law.attempt(() => [fix(manager, diagram, allowed), fix(manager, possible, allowed)] as const);
  if (!fixed) return undefined;
  const [wanted, worlds] = fixed;
  const whole = shareOf(manager, worlds, weights, allowed);
  const part = (of: Diagram): number =>
    whole === 0 ? 0 : shareOf(manager, manager.and(of, worlds), weights, allowed) / whole;
  const direct = coverOf(manager, wanted, worlds);
  const inverse = direct && direct.length <= 2 ? undefined : coverOf(manager, not(wanted), worlds);
  const except = inverse !== undefined && (direct === undefined || inverse.length < direct.length / 2);
  const cover = except ? inverse : direct;
  if (!cover) return undefined;
  return law.attempt(() => {
    const anyOf = cover
      .map((conjunction) => ({
        allOf: conditionsOf(law, conjunction),
        share: part(conjunctionDiagram(manager, conjunction)),
      }))
      .sort((a, b) => b.share - a.share);
    return {
      anyOf: anyOf.slice(0, SHOWN),
      except,
      leftOut: Math.max(0, anyOf.length - SHOWN),
      share: part(wanted),
    };
  });
}

function conditionsOf(law: Law, conjunction: Conjunction): readonly Condition[] {
  return [...conjunction].map(([level, inside]) => {
    const { question, classes } = law.variables[level] as Variable;
    return {
      question,
      in: classes.filter((_, value) => inside.includes(value)),
      notIn: classes.filter((_, value) => !inside.includes(value)),
    };
  });
}
