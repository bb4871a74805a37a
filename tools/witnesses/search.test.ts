import { join } from 'node:path';
import { compileQueries, prove } from '@anpo/engine/reasoning';
import { parseQuery } from '@anpo/language';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { outOfLife, shownExamples, strangers } from './search.ts';

const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
if (!rulebook) throw new Error('the library does not stand');
const shown = shownExamples(rulebook);

describe('examples and witnesses', () => {
  test('name no party that has no part in what they show', () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(strangers(rulebook, shown)).toEqual([]);
  });

  test('are of the life of what they are about, but where a claim is about another time', () => {
    // Two ask whether there was such a duty before 1960, one finds that the Committee sat otherwise until 1990.
    const claims = ['course-inequalities', 'guide-expanded-responsibilities', 'course-two-plus-two'];
    const outside = outOfLife(rulebook, shown);
    expect(outside.filter(({ where }) => !claims.some((claim) => where.includes(claim)))).toEqual([]);
    expect(outside.filter(({ on }) => on < '1952-04-28')).toEqual([]);
  });

  test('state what matters to them and no more', async () => {
    const asked = 'never answer-armed-attack of JP when place is guam since 1960-06-23';
    const { query } = await parseQuery(asked, rulebook);
    if (!query) throw new Error('the query does not stand');
    const [proof] = prove(compileQueries(rulebook, [query]), 0, {});
    expect(proof?.witness).toMatchObject({
      on: '1960-06-23',
      given: [{ fact: 'place', value: 'guam' }],
      unread: [],
    });
  });
});
