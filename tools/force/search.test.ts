import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSentence } from '@anpo/engine/wording';
import { compileLibrary } from '@anpo/node';
import { describe, expect, test } from 'vitest';
import { combinations, notLaw, otherVerbed } from './search.ts';

const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
if (!rulebook) throw new Error('the library does not stand');
const sentences = rulebook.norms.flatMap((norm) =>
  norm.bearers.slice(0, 1).map(({ id }) => ({ norm, sentence: ruleSentence(rulebook, norm, id) })),
);

describe('in what words rules are said', () => {
  test('one sentence of each combination of force, order and kind reads as such a text does', async () => {
    const text = combinations(rulebook)
      .map(({ name, norm, sentence: { en, ja } }) => `${name}: ${norm}\n  ${en}\n  ${ja}\n`)
      .join('');
    await expect(text).toMatchFileSnapshot('frames.txt');
  });

  test("every rule whose text has another verb speaks in it, or was read and says the same in its kind's", () => {
    const same = readFileSync(join(import.meta.dirname, 'same.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(otherVerbed(rulebook).map(({ id }) => id)).toEqual(same);
  });

  test('義務を負う stands in law between states alone, and what is no law says that it is none', () => {
    const bound = sentences.filter(({ sentence }) => sentence.ja.includes('義務を負う'));
    expect(bound.length).toBeGreaterThan(100);
    expect(bound.filter(({ norm }) => norm.force !== 'binding' || norm.order !== 'international')).toEqual(
      [],
    );
    const unbound = new Set(notLaw(rulebook).map(({ id }) => id));
    for (const { norm, sentence } of sentences) {
      expect(/[（。](政治的な|政策上の)/.test(sentence.ja), norm.id).toBe(unbound.has(norm.id));
      expect(/ \((a political|policy)/.test(sentence.en), norm.id).toBe(unbound.has(norm.id));
    }
  });

  test('every act is inflected in Japanese', () => {
    const clumsy = /ことを禁じられる|ことを要する[（。]|ことをしない/;
    expect(sentences.filter(({ sentence }) => clumsy.test(sentence.ja)).map(({ norm }) => norm.id)).toEqual(
      [],
    );
  });
});
