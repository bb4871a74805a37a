/** From a Rulebook to a plan: compile the Circuit, restrict it, order what is left. */
import { type Circuit, compileCircuit, type Rulebook, toDay } from '@anpo/engine';
import { oneDay, stretchesOf } from './dates.ts';
import { type Output, PLAN_VERSION, type Plan } from './plan.ts';
import { Restriction } from './restrict.ts';
import { schedule } from './schedule.ts';

export interface PlanOptions {
  /** The day of all rows. Absent: every row has its own, and is evaluated under the law of that day. */
  readonly on?: string | undefined;
  /** For rows with days of their own: days that all of them lie within, `[from, until)`. */
  readonly between?: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined;
  /** Use only what was public on this day. */
  readonly knownOn?: string | undefined;
  /** `all` (the default), a view, a holder, or holders in order. */
  readonly view?: string | readonly string[] | undefined;
  readonly incidents?: number | undefined;
  /** Keys of the columns that will be given. Facts without one are unknown, assumptions at their default. */
  readonly facts?: readonly string[] | undefined;
  /** Only the findings of these norms. */
  readonly norms?: readonly string[] | undefined;
  /** Also the guards of the amounts' pieces. */
  readonly amounts?: boolean | undefined;
  /** A Circuit of this Rulebook that is at hand already. */
  readonly circuit?: Circuit | undefined;
}

export function compilePlan(rulebook: Rulebook, options: PlanOptions = {}): Plan {
  const incidents = options.circuit?.incidents ?? options.incidents ?? 1;
  const circuit = options.circuit ?? compileCircuit(rulebook, { incidents });
  const day = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : toDay(text);
  const stretches =
    options.on === undefined
      ? stretchesOf(circuit, rulebook, day(options.between?.from), day(options.between?.until))
      : oneDay(toDay(options.on));
  const holders = holdersOf(rulebook, options.view ?? 'all');
  const known = day(options.knownOn);
  const restriction = new Restriction(rulebook, circuit, {
    stretches,
    known,
    holders,
    facts: options.facts && new Set(options.facts),
  });
  const norms = options.norms && new Set(options.norms);
  const outputs: Output[] = circuit.findings
    .filter((root) => !norms || norms.has(root.norm))
    .map(({ norm, bearer, incident, node }) => ({
      kind: 'finding',
      norm,
      bearer,
      ...(incident === undefined ? {} : { incident }),
      literal: restriction.literal(node),
    }));
  if (options.amounts) {
    for (const { amount, incident, guards } of circuit.amounts) {
      guards.forEach((guard, piece) => {
        outputs.push({
          kind: 'guard',
          amount,
          piece,
          ...(incident === undefined ? {} : { incident }),
          literal: restriction.literal(guard),
        });
      });
    }
  }
  const { builder, slots, inputs, uniforms } = restriction;
  return {
    version: PLAN_VERSION,
    library: rulebook.hash,
    view: holders,
    ...(known === undefined ? {} : { known }),
    incidents,
    ...schedule(builder, stretches, slots, inputs, uniforms, outputs),
  };
}

/** The holders a view stands for, in order; none for `all`. Throws for a name the Rulebook does not hold. */
export function holdersOf(rulebook: Rulebook, view: string | readonly string[]): readonly string[] {
  if (typeof view !== 'string') return view;
  if (view === 'all') return [];
  const found = rulebook.views.find((candidate) => candidate.id === view);
  if (found) return found.holders;
  if (rulebook.holders.some((holder) => holder.id === view)) return [view];
  const names = ['all', ...rulebook.views.map((item) => item.id), ...rulebook.holders.map((item) => item.id)];
  throw new RangeError(`there is no view or holder "${view}"; there are ${names.join(', ')}`);
}
