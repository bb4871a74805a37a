import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { shownExamples, strangers } from './search.ts';

const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
if (!rulebook) throw new Error('the library does not stand');
const shown = shownExamples(rulebook);

describe('examples and witnesses', () => {
  test('name no party that has no part in what they show', () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(strangers(rulebook, shown)).toEqual([]);
  });
});
