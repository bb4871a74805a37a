/** Functions as words are made from: conjunctions of conditions on facts, with the part of situations each has. */

import { shareOf } from '../diagram/count.ts';
import { type Conjunction, conjunctionDiagram, coverOf } from '../diagram/cover.ts';
import type { Law } from '../diagram/law.ts';
import { type Diagram, not } from '../diagram/manager.ts';
import { type Allowed, fix } from '../diagram/quantify.ts';
import type { Question, ValueClass, Variable } from '../diagram/variables.ts';
import { supportOf } from '../diagram/walk.ts';

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
  const fixed = law.attempt(() => {
    const wanted = fix(manager, diagram, allowed);
    const worlds = fix(manager, possible, allowed);
    const bounds = supportOf(manager, wanted, worlds).flatMap((level) => {
      const classes = allowed[level];
      return classes === undefined ? [] : [manager.literal(level, (value) => classes.includes(value))];
    });
    return [wanted, manager.all([worlds, ...bounds])] as const;
  });
  if (!fixed) return undefined;
  const [wanted, worlds] = fixed;
  const whole = shareOf(manager, worlds, weights);
  const part = (of: Diagram): number =>
    whole === 0 ? 0 : shareOf(manager, manager.and(of, worlds), weights) / whole;
  const direct = coverOf(manager, wanted, worlds);
  const exceptions = direct && direct.length <= 6 ? undefined : exceptionsOf(law, wanted, worlds);
  const except = exceptions !== undefined && (direct === undefined || exceptions.length < direct.length / 2);
  const cover = except ? exceptions : direct;
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

/** When it does not hold; only where it mostly does, since exceptions to the rare explain nothing. */
function exceptionsOf(law: Law, wanted: Diagram, worlds: Diagram): readonly Conjunction[] | undefined {
  const { manager, weights } = law;
  const mostly =
    shareOf(manager, manager.and(wanted, worlds), weights) * 2 > shareOf(manager, worlds, weights);
  return mostly ? coverOf(manager, not(wanted), worlds) : undefined;
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
