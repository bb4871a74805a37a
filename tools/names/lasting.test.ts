import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFact, makeRulebook, smallRulebook, words } from '@anpo/engine/testing';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { forgotten, linesOf, namesOf } from './lasting.ts';

const choice = (id: string, formerly?: string[]) => ({
  id,
  label: words(id),
  ...(formerly ? { formerly } : {}),
});
const weapon = makeFact({ id: 'weapon', type: 'choice', choices: [choice('guns'), choice('bombs')] });
const lasting = ['fact weapon', 'value weapon guns', 'value weapon bombs'];

describe('names that must last', () => {
  test('are those of the law, values among them', () => {
    const names = namesOf(smallRulebook());
    expect(names).toEqual(
      expect.arrayContaining([
        'fact attack',
        'norm answer-attack',
        'provision treaty/V',
        'value unit platoon',
      ]),
    );
    expect(forgotten(smallRulebook(), names)).toEqual([]);
  });

  test('may be added to, and may change where the former name is kept', () => {
    const renamed = {
      ...weapon,
      id: 'arms',
      formerly: ['weapon'],
      choices: [choice('rifles', ['guns']), choice('bombs'), choice('mines')],
    };
    expect(forgotten(makeRulebook({ facts: [renamed] }), lasting)).toEqual([]);
  });

  test('are missed where they are taken out or renamed without a word', () => {
    const { choices: _, ...bare } = weapon;
    const renamed = makeRulebook({ facts: [{ ...bare, id: 'arms', choices: [choice('rifles')] }] });
    expect(forgotten(renamed, lasting)).toEqual([
      'fact weapon: write "formerly weapon" after the name of the fact that took its place',
      'value weapon guns: write "formerly guns" after the name of the value of weapon that took its place',
      'value weapon bombs: write "formerly bombs" after the name of the value of weapon that took its place',
    ]);
    // A former name of another kind is not what was meant.
    const act = { ...makeFact({ id: 'other' }), formerly: ['weapon'] };
    expect(forgotten(makeRulebook({ facts: [act] }), ['norm weapon'])).toHaveLength(1);
  });
});

describe('the library', { timeout: 120_000 }, () => {
  test('understands every name that it ever published', async () => {
    const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
    if (!rulebook) throw new Error('there is no Rulebook');
    const text = readFileSync(join(import.meta.dirname, 'lasting-names.txt'), 'utf8');
    expect(linesOf(text).length).toBeGreaterThan(0);
    expect(forgotten(rulebook, linesOf(text))).toEqual([]);
  });
});
