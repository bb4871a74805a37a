/**
 * What is asked of a whole library rather than of one situation: proofs, differences, comparisons, the audit, the
 * precedents. Functions and not methods, so that a page which asks of situations alone need not carry them.
 */
import { ALL_VIEWS, holdersOfView } from './assess/views.ts';
import { checkDay, checkView, refuse } from './check/check.ts';
import type { AskedSituation, Library, Side } from './library.ts';
import { backtest as backtestLibrary } from './precedents/backtest.ts';
import type { BacktestReport } from './precedents/report.ts';
import { type Audit, audit as auditLibrary } from './reasoning/audit/audit.ts';
import { type CheckedClaim, checkClaim } from './reasoning/claims.ts';
import { type ComparedAct, compareFindings, type Parting, partingsOf } from './reasoning/compare.ts';
import { type Difference, differenceOf } from './reasoning/difference.ts';
import { withUsualOpen } from './reasoning/given.ts';
import { type AllianceProfile, profileDay as firstProfileDay, profileOf } from './reasoning/profile.ts';
import type { Proof, ProofOptions } from './reasoning/prove/proof.ts';
import { prove as proveQuery } from './reasoning/prove/prove.ts';
import { type CompiledQueries, compileQueries } from './reasoning/query.ts';
import type { Instrument, Query } from './rulebook/schema.ts';

/** What changed from one side to the other: for which situations, and what changed it. */
export function differ(library: Library, from: Side, to: Side): Difference {
  const [one, other] = [from, to].map(({ library: own = library, on, known, view = ALL_VIEWS }) => {
    refuse([
      ...checkDay(on),
      ...(known === undefined ? [] : checkDay(known)),
      ...checkView(own.rulebook, view),
    ]);
    const { rulebook } = own;
    return { rulebook, circuit: own.circuit(), on, known, view: holdersOfView(rulebook, view) };
  });
  return differenceOf(one as NonNullable<typeof one>, other as NonNullable<typeof other>);
}

/** Queries made ready to be proved; compiling many at once takes little longer than one. */
export function compile(library: Library, queries: readonly Query[]): CompiledQueries {
  return compileQueries(library.rulebook, queries, library.circuit());
}

/** One proof a bearer of the query, with its witness or a counterexample; the query holds where all of them do. */
export function prove(
  library: Library,
  query: Query,
  options: Omit<ProofOptions, 'view'> & { readonly view?: string } = {},
): readonly Proof[] {
  const { view = ALL_VIEWS, ...rest } = options;
  return proveQuery(compile(library, [query]), 0, { ...rest, view: holdersOfView(library.rulebook, view) });
}

/** Proves the claims of the library that state a query, one after another as they are taken. */
export function* claims(library: Library): Generator<CheckedClaim, void, undefined> {
  const stated = library.rulebook.claims.filter(({ query }) => query !== undefined);
  const compiled = compile(
    library,
    stated.flatMap(({ query }) => query ?? []),
  );
  for (const [index, claim] of stated.entries()) yield checkClaim(compiled, claim, index);
}

/** The findings of several instruments side by side, act by act. */
export function compare(
  library: Library,
  asked: AskedSituation,
  instruments: readonly string[],
): readonly ComparedAct[] {
  const { law, givens } = library.ask(asked);
  return compareFindings(law, instruments, givens);
}

/** Where one instrument binds and another does not, over all situations within what is given. */
export function partings(
  library: Library,
  asked: AskedSituation,
  instrument: string,
  other: string,
): readonly Parting[] {
  const situation = withUsualOpen(library.rulebook, asked.situation);
  const { law, givens } = library.ask({ ...asked, situation });
  return partingsOf(law, instrument, other, givens);
}

/** The day asked about where the instrument can be in force then, else the first on which it is. */
export function profileDay(library: Library, instrument: Instrument, on: string): string {
  return firstProfileDay(library.law(on), instrument);
}

/** What a treaty obliges each of its members to, on the day of {@link profileDay}. */
export function profile(library: Library, instrument: Instrument, on: string): AllianceProfile {
  return profileOf(library.law(profileDay(library, instrument, on)), instrument);
}

/**
 * What conflicts, is missing, never applies or makes no difference on a day. `steps` bounds the work, counted as
 * a Budget counts it; what was not reached is listed.
 */
export function audit(
  library: Library,
  {
    on,
    view = ALL_VIEWS,
    steps,
  }: {
    readonly on: string;
    readonly view?: string | undefined;
    readonly steps?: number | undefined;
  },
): Audit {
  refuse([...checkDay(on), ...checkView(library.rulebook, view)]);
  return auditLibrary(library.rulebook, library.circuit(), {
    on,
    view: holdersOfView(library.rulebook, view),
    ...(steps === undefined ? {} : { steps }),
  });
}

/** Holds the library against the recorded answers of its precedents. */
export function backtest(library: Library): BacktestReport {
  return backtestLibrary(library.rulebook);
}
