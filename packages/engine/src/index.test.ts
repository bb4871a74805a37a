import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

/** Each name that the entry shows, with the file that it comes from. */
const names = [...source('index.ts').matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
  ([, list = '', file = '']) =>
    list
      .split(',')
      .map((name) => name.replace(/\btype\b/, '').trim())
      .filter((name) => name !== '')
      .map((name) => [name, file] as const),
);

describe('the entry of the engine', () => {
  test('stays narrow: what only the own packages need has entries of its own', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names.length).toBeLessThanOrEqual(36);
  });

  test.each(names)('says what %s is', (name, file) => {
    const declared = new RegExp(`\\*/\\nexport (?:class|const|function|interface|type) ${name}\\b`);
    expect(source(file)).toMatch(declared);
  });
});
