/** From a Rulebook to a plan: compile the Circuit, restrict it, order what is left. */
import type { Rulebook } from '@anpo/engine';
import { toDay } from '@anpo/engine/calendar';
import { compileCircuit, type FindingRoot } from '@anpo/engine/circuit';
import { holdersOfView, meantNorm, refuse } from '@anpo/engine/complaint';
import { checkPlan } from './check.ts';
import { oneDay, stretchesOf } from './dates.ts';
import type { PlanOptions } from './options.ts';
import { type Output, PLAN_VERSION, type Plan } from './plan.ts';
import { Restriction } from './restrict.ts';
import { schedule } from './schedule.ts';

/** Throws a ComplaintError for days, views, norms and facts that the Rulebook does not know. */
export function compilePlan(rulebook: Rulebook, options: PlanOptions = {}): Plan {
  refuse(checkPlan(rulebook, options));
  const incidents = options.circuit?.incidents ?? options.incidents ?? 1;
  const circuit = options.circuit ?? compileCircuit(rulebook, { incidents });
  const day = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : toDay(text);
  const stretches =
    options.on === undefined
      ? stretchesOf(circuit, rulebook, day(options.between?.from), day(options.between?.until))
      : oneDay(toDay(options.on));
  const { view = 'all' } = options;
  const views = typeof view === 'string' ? [view] : view;
  const holders = [...new Set(views.flatMap((each) => holdersOfView(rulebook, each)))];
  const known = day(options.knownOn);
  const restriction = new Restriction(rulebook, circuit, {
    stretches,
    known,
    holders,
    facts: options.facts && new Set(options.facts),
  });
  const outputs: Output[] = circuit.findings
    .filter(wanted(rulebook, options.norms))
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
  const { builder, slots, inputs, uniforms, assumed } = restriction;
  return {
    version: PLAN_VERSION,
    library: rulebook.hash,
    view: holders,
    ...(known === undefined ? {} : { known }),
    incidents,
    assumed: [...assumed].sort(),
    ...schedule(builder, stretches, slots, inputs, uniforms, outputs),
  };
}

/** Whether a finding is of one of the norms, and of the bearer that is named. */
function wanted(rulebook: Rulebook, norms: readonly string[] | undefined): (root: FindingRoot) => boolean {
  if (!norms) return () => true;
  const meant = norms.map((text) => ({
    ...meantNorm(rulebook, text),
    all: !text.includes('@'),
  }));
  return (root) =>
    meant.some(({ norm, bearers, all }) => root.norm === norm.id && (all || bearers.includes(root.bearer)));
}
