import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { chooseLanguage } from './index.ts';
import { japanese } from './japanese.ts';

/** Every entry by its path, down to the texts. */
function entries(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, item]) => entries(item, `${path}.${key}`));
}

describe('messages', () => {
  it('say the same things in both languages', () => {
    expect(entries(japanese, '')).toEqual(entries(english, ''));
  });

  it.each([
    [['--lang', 'ja'], { ANPO_LANG: 'en' }, 'ja'],
    [['--lang=en'], { LANG: 'ja_JP.UTF-8' }, 'en'],
    [[], { ANPO_LANG: 'ja', LANG: 'C' }, 'ja'],
    [[], { LANG: 'ja_JP.UTF-8' }, 'ja'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [[], {}, 'en'],
    [['--lang'], { LANG: 'ja' }, 'ja'],
  ] as const)('chooses the language from %j and %j', (argv, variables, expected) => {
    expect(chooseLanguage(argv, variables)).toBe(expected);
  });
});
