/** Runs the precedents that can notice against each mutant. */
import { type BacktestReport, openLibrary, overAll, type Rulebook } from '@anpo/engine';
import type { Precedent } from '@anpo/engine/rulebook';
import { type Mutant, mutantsOf } from './mutants.ts';
import { Reach } from './reach.ts';

export interface MutationResult {
  readonly tried: readonly Mutant[];
  readonly survivors: readonly Mutant[];
}

/** A change is noticed where the outcome of any recorded answer is another than for the law as it is. */
export function mutate(rulebook: Rulebook, instruments: readonly string[]): MutationResult {
  const tried = mutantsOf(rulebook, instruments);
  const reach = new Reach(rulebook);
  const reached = new Map(rulebook.precedents.map((precedent) => [precedent, reach.ofPrecedent(precedent)]));
  const before = outcomes(overAll.backtest(openLibrary(rulebook)));
  // The most specific precedents first: they are the likeliest to notice and the cheapest to ask.
  const specific = [...rulebook.precedents].sort(
    (a, b) => (reached.get(a)?.size ?? 0) - (reached.get(b)?.size ?? 0),
  );
  const survivors = tried.filter((mutant) => {
    const able = specific.filter((precedent) => reached.get(precedent)?.has(mutant.touches));
    return !able.some((precedent) => notices(mutant, precedent, reached.get(precedent) ?? new Set(), before));
  });
  return { tried, survivors };
}

function notices(
  mutant: Mutant,
  precedent: Precedent,
  reach: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
): boolean {
  const after = outcomes(
    overAll.backtest(openLibrary({ ...sliceOf(mutant.rulebook, reach), precedents: [precedent] })),
  );
  return [...after].some(([key, status]) => before.get(key) !== status);
}

/** The part of a Rulebook that a precedent rests on: compiling the rest for every change would cost the more time. */
function sliceOf(rulebook: Rulebook, reach: ReadonlySet<string>): Rulebook {
  const reached = <T extends { id: string }>(items: readonly T[]): T[] =>
    items.filter(({ id }) => reach.has(id));
  return {
    ...rulebook,
    norms: reached(rulebook.norms),
    terms: reached(rulebook.terms),
    amounts: reached(rulebook.amounts),
    instruments: reached(rulebook.instruments),
    constraints: [],
  };
}

/** By precedent, expectation and bearer: whether it was reproduced. */
function outcomes({ rows }: BacktestReport): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => [`${row.precedent} ${row.expectation ?? ''} ${row.bearer ?? ''}`, row.status]),
  );
}
