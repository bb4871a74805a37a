/**
 * Reads a query such as `never answer-armed-attack of JP when place is guam` with the names of a library: it is
 * built together with one more document, whose claim the query is.
 */
import type { Query, Rulebook } from '@anpo/engine';
import { buildRulebook, type LibraryText } from './build.ts';
import type { Problem } from './problem.ts';

export interface ParsedQuery {
  /** The library without the query. Present exactly if neither has an error. */
  readonly rulebook?: Rulebook;
  readonly query?: Query;
  /** What is wrong in the library. */
  readonly problems: readonly Problem[];
  /** What is wrong in the query; the column is that of its text. */
  readonly queryProblems: readonly Problem[];
}

const FILE = 'query-asked.anpo.md';
const ID = 'query-asked';
const before = '  because ';

export async function parseQuery(
  text: string,
  library: readonly LibraryText[],
  hash: string,
): Promise<ParsedQuery> {
  const document = [
    '```anpo',
    `source ${ID}-source en "-" ja "-" at "-" confirmed`,
    `claim ${ID} says en "-" ja "-" source ${ID}-source verdict holds`,
    // One line, so that nothing in it can close the block.
    `${before}${text.replace(/\s+/g, ' ').trim()}`,
    '```',
    '',
  ].join('\n');
  const { rulebook, problems } = await buildRulebook([...library, { file: FILE, text: document }], hash);
  const isOurs = ({ where }: Problem): boolean => where.file === FILE;
  const queryProblems = problems.filter(isOurs).map(({ where, ...rest }) => ({
    ...rest,
    where: { ...where, column: Math.max(1, where.column - before.length) },
  }));
  const rest = problems.filter((problem) => !isOurs(problem));
  const claim = rulebook?.claims.find(({ id }) => id === ID);
  if (!rulebook || !claim?.query) return { problems: rest, queryProblems };
  return {
    rulebook: {
      ...rulebook,
      claims: rulebook.claims.filter(({ id }) => id !== ID),
      sources: rulebook.sources.filter(({ id }) => id !== `${ID}-source`),
    },
    query: claim.query,
    problems: rest,
    queryProblems: [],
  };
}
