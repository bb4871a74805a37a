/** Runs the precedents that can notice against each mutant. */
import { type BacktestReport, backtest, type Precedent, type Rulebook } from '@anpo/engine';
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
  const before = outcomes(backtest(rulebook));
  const survivors = tried.filter((mutant) => {
    const able = rulebook.precedents.filter((precedent) => reached.get(precedent)?.has(mutant.touches));
    return !able.some((precedent) => notices(mutant, precedent, before));
  });
  return { tried, survivors };
}

function notices(mutant: Mutant, precedent: Precedent, before: ReadonlyMap<string, string>): boolean {
  const after = outcomes(backtest({ ...mutant.rulebook, precedents: [precedent] }));
  return [...after].some(([key, status]) => before.get(key) !== status);
}

/** By precedent, expectation and bearer: whether it was reproduced. */
function outcomes({ rows }: BacktestReport): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => [`${row.precedent} ${row.expectation ?? ''} ${row.bearer ?? ''}`, row.status]),
  );
}
