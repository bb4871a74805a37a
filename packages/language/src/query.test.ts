/** A query read with the names of a Rulebook is what it would be as one more text of the library. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Query, Rulebook } from '@anpo/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import type { LibraryText } from './read.ts';
import { smallLibrary } from './testing/library.ts';

const library = smallLibrary();

async function soundLibrary(texts: readonly LibraryText[]): Promise<Rulebook> {
  const { rulebook, problems } = await buildRulebook(texts, 'test');
  if (!rulebook) throw new Error(JSON.stringify(problems[0]));
  return rulebook;
}

/** The same query as a claim of the library, built with it. */
async function builtWithLibrary(query: string): Promise<ParsedQuery> {
  const text = `\`\`\`anpo
source query-asked-source en "-" ja "-" at "-" confirmed
claim query-asked says en "-" ja "-" source query-asked-source verdict holds
  because ${query}
\`\`\`
`;
  const file = 'query-asked.anpo.md';
  const { rulebook, problems } = await buildRulebook([...library, { file, text }], 'test');
  const asked = rulebook?.claims.find(({ id }) => id === 'query-asked')?.query as Query;
  return asked ? { query: asked, problems: [] } : { problems };
}

/** A claim may go on where a query ends, and has a name: this alone may differ. */
const differ = ['expected', 'element', 'name', 'kind'];

/** The query, or what is wrong with it and where. */
function essence({ query, problems }: ParsedQuery): unknown {
  if (query) return query;
  return problems.map(({ code, where, nearest, data }) => ({
    code,
    nearest,
    // In the claim the query begins in the eleventh column of the fourth line.
    column: where.line === 4 ? Math.max(1, where.column - 10) : where.column,
    data: Object.fromEntries(Object.entries(data).filter(([key]) => !differ.includes(key))),
  }));
}

const right = [
  'never answer-attack of JP when where-attack is rock since 1960-06-23',
  'whenever that (attack-in-territory and not survival-threatened as found by cabinet) implies threat',
  'possible consult-on-request of each of US, JP when 30 days after request-date has passed until 1999-01-01',
  'equivalent that serious and weapon is one of guns, missiles',
  'whenever that (treaty in force) implies old-use applies to US',
];
const wrong = [
  'never answer-attack of JP when where-attack is rokc',
  'never answer-atack of JP',
  'never answer-attack of cabinet',
  'always that (weapon is bombs)',
  'always that (serious is guns)',
  'always that (aircraft is guns)',
  'always that (victim is the bearer)',
  'always that (old-use applies to JP)',
  'always that (threat and)',
  'always that (threat',
  'whn threat',
  'always that (request-date is from 2001-02-30)',
  'always that (100_001 days after request-date has passed)',
  'always that threat implies threat',
  'always that (victim is “US”)',
  '```',
];

describe('a query', () => {
  it.each([...right, ...wrong])('%s', async (query) => {
    const rulebook = await soundLibrary(library);
    const parsed = await parseQuery(query, rulebook);
    expect(essence(parsed)).toEqual(essence(await builtWithLibrary(query)));
    expect(parsed.query !== undefined).toBe(right.includes(query));
  });

  it('is the same for words that stand elsewhere in the library, in any order', async () => {
    const rulebook = await soundLibrary(library);
    const words = [...right, ...wrong, 'cost islands mainland gazette treaty/V own-attack damage notice-date']
      .join(' ')
      .match(/[\w./-]+|[(),]/g) as string[];
    const changes = fc.array(fc.record({ at: fc.nat(), word: fc.constantFrom(...words) }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...right), changes, async (query, edits) => {
        const parts = query.match(/[\w./-]+|[(),]/g) as string[];
        for (const { at, word } of edits) parts[at % parts.length] = word;
        const text = parts.join(' ');
        expect(essence(await parseQuery(text, rulebook))).toEqual(essence(await builtWithLibrary(text)));
      }),
      { seed: 19600623, numRuns: 100 },
    );
  });

  it('may use names of before', async () => {
    const rulebook = await soundLibrary(library);
    const renamed: Rulebook = {
      ...rulebook,
      facts: rulebook.facts.map((fact) =>
        fact.id === 'weapon'
          ? {
              ...fact,
              formerly: ['arms'],
              choices: fact.choices.map((each) =>
                each.id === 'guns' ? { ...each, formerly: ['rifles'] } : each,
              ),
            }
          : fact,
      ),
      norms: rulebook.norms.map((norm) =>
        norm.id === 'answer-attack' ? { ...norm, formerly: ['answer-raid'] } : norm,
      ),
    };
    const before = 'never answer-raid of JP when arms is one of rifles, missiles';
    const today = 'never answer-attack of JP when weapon is one of guns, missiles';
    expect((await parseQuery(today, renamed)).query).toBeDefined();
    expect(await parseQuery(before, renamed)).toEqual(await parseQuery(today, renamed));
  });

  it('keeps the names of two Rulebooks apart, asked in turn and at once', async () => {
    const rulebook = await soundLibrary(library);
    const other = { ...rulebook, places: [], norms: [] };
    const [first, second, third] = await Promise.all(
      [rulebook, other, rulebook].map((asked) => parseQuery(right[0] as string, asked)),
    );
    expect(first?.query).toBeDefined();
    expect(second?.query).toBeUndefined();
    expect(third).toEqual(first);
  });
});

describe('the claims of the library', () => {
  it('have the queries that are read with the names of its Rulebook', { timeout: 120_000 }, async () => {
    const directory = join(import.meta.dirname, '../../../library');
    const texts = readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.anpo.md'))
      .map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));
    const rulebook = await soundLibrary(texts);
    const queries = rulebook.claims.flatMap(({ query }) => (query ? [query] : []));
    expect(queries.length).toBeGreaterThan(50);
    for (const query of queries)
      expect(await parseQuery(query.text, rulebook)).toEqual({ query, problems: [] });
  });
});
