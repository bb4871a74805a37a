/**
 * The examples and witnesses that answers show: which of them name a party that has no part in what they show,
 * neither a home party, nor a party of an instrument asked about, nor one that the question names; and which are
 * of a day on which nothing that they are about was in force.
 */
import { type Circuit, compileCircuit } from '@anpo/engine/circuit';
import { audit, checkClaims, differenceOf, type ExampleSituation } from '@anpo/engine/reasoning';
import { homeParties, indexRulebook, type Rulebook } from '@anpo/engine/rulebook';

/** An example with what it is an example of. */
export interface Shown {
  readonly where: string;
  readonly example: ExampleSituation;
  /** The norms that it is about, or instruments. */
  readonly about: readonly string[];
  /** The question in words: what it names is given. */
  readonly asked: string;
}

/** A party in an example that has no part in it. */
export interface Stranger {
  readonly where: string;
  readonly fact: string;
  readonly party: string;
}

/** Days between which the law is compared, and the day of the audit: those that the printed examples ask for. */
const DIFFERENCES = [
  ['1960-06-22', '1960-06-23'],
  ['2014-06-30', '2016-03-29'],
] as const;
const AUDITED = '2016-03-29';

/** What the proofs of every claim, differences and an audit show, in this order. */
export function shownExamples(rulebook: Rulebook): readonly Shown[] {
  const circuit = compileCircuit(rulebook);
  return [...ofClaims(rulebook), ...ofDifferences(rulebook, circuit), ...ofAudit(rulebook, circuit)];
}

/** The parties that have no part in the examples that name them. */
export function strangers(rulebook: Rulebook, shown: readonly Shown[]): readonly Stranger[] {
  const home = new Set(homeParties(rulebook));
  const index = indexRulebook(rulebook);
  return shown.flatMap(({ where, example, about, asked }) => {
    const words = new Set(asked.split(/[^\w-]+/));
    const concerned = new Set(
      about.flatMap((id) => {
        const instrument = index.find('norm', id)?.instrument ?? id;
        return index.find('instrument', instrument)?.parties.map(({ party }) => party) ?? [];
      }),
    );
    return example.given.flatMap(({ fact, value }) => {
      if (index.find('fact', fact)?.type !== 'party') return [];
      const party = String(value);
      const known = home.has(party) || concerned.has(party) || words.has(party);
      return known ? [] : [{ where, fact, party }];
    });
  });
}

/** An example on a day on which nothing that it is about is in force by its dates. */
export interface OutOfLife {
  readonly where: string;
  readonly on: string;
}

/** The examples of days before or after the life of every norm and instrument that they are about. */
export function outOfLife(rulebook: Rulebook, shown: readonly Shown[]): readonly OutOfLife[] {
  const index = indexRulebook(rulebook);
  return shown.flatMap(({ where, example: { on }, about }) => {
    const periods = about.flatMap((id) => {
      const norm = index.find('norm', id);
      const instrument = index.find('instrument', norm?.instrument ?? id);
      return instrument ? [[instrument.period, ...(norm ? [norm.period] : [])]] : [];
    });
    const lives = periods.some((each) =>
      each.every(
        ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
      ),
    );
    return periods.length === 0 || lives ? [] : [{ where, on }];
  });
}

function ofClaims(rulebook: Rulebook): Shown[] {
  const claims = new Map(rulebook.claims.map((claim) => [claim.id, claim]));
  return checkClaims(rulebook).flatMap(({ claim, verdicts }) =>
    verdicts.flatMap(({ proofs }) =>
      proofs.flatMap(({ bearer, witness, counterexample, rules }) => {
        const asked = claims.get(claim)?.query?.text ?? '';
        const about = rulebook.norms.flatMap(({ id }) => (asked.includes(id) ? [id] : []));
        return [witness, counterexample].flatMap((example) =>
          example ? [{ where: `claim ${claim} ${bearer ?? ''} ${rules.length}`, example, about, asked }] : [],
        );
      }),
    ),
  );
}

function ofDifferences(rulebook: Rulebook, circuit: Circuit): Shown[] {
  return DIFFERENCES.flatMap(([from, to]) =>
    differenceOf({ rulebook, circuit, on: from }, { rulebook, circuit, on: to }).norms.flatMap(
      ({ before, after, bearer, gained, lost }) =>
        [gained?.example, lost?.example].flatMap((example) =>
          example
            ? [
                {
                  where: `difference ${from} ${to} ${after ?? before} of ${bearer}`,
                  example,
                  about: [before, after].flatMap((id) => id ?? []),
                  asked: '',
                },
              ]
            : [],
        ),
    ),
  );
}

function ofAudit(rulebook: Rulebook, circuit: Circuit): Shown[] {
  const ids = new Set([...rulebook.norms, ...rulebook.instruments].map(({ id }) => id));
  const found = audit(rulebook, circuit, { on: AUDITED });
  return Object.entries(found).flatMap(([check, results]) =>
    typeof results === 'string' ? [] : results.flatMap((result: unknown) => examplesIn(check, result, ids)),
  );
}

/** The examples anywhere in a result, about the norms and instruments that the result names. */
function examplesIn(check: string, result: unknown, ids: ReadonlySet<string>): Shown[] {
  const examples: ExampleSituation[] = [];
  const about = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === 'string' && ids.has(part)) about.add(part);
    else if (isExample(part)) examples.push(part);
    else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) visit(each);
  };
  visit(result);
  return examples.map((example) => ({
    where: `audit ${check} ${[...about].join(' ')}`,
    example,
    about: [...about],
    asked: '',
  }));
}

const isExample = (part: unknown): part is ExampleSituation =>
  typeof part === 'object' && part !== null && 'on' in part && 'given' in part && 'unread' in part;
