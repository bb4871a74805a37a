/** The arrows of the house: which package may import which, and which run in a browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf } from './graph.ts';

const packages = join(import.meta.dirname, '../../packages');

/** What each package imports of the others. Nothing imports `cli` but `anpo`, which starts it. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  language: ['engine'],
  columns: ['engine'],
  answers: ['engine', 'columns'],
  screen: ['engine', 'columns'],
  node: ['engine', 'language', 'columns'],
  cli: ['engine', 'language', 'columns', 'answers', 'screen', 'node'],
  anpo: ['engine', 'node', 'cli'],
};
const inBrowser = ['engine', 'language', 'columns', 'answers'];

/** Files of a package that are neither tests nor made for them. */
const sources = (name: string): readonly string[] =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)(testing|conformance)\//.test(file),
  );
const importsIn = (name: string, file: string): readonly string[] =>
  importsOf(readFileSync(join(packages, name, 'src', file), 'utf8'));

describe('the house', () => {
  test('has the rooms that are drawn', () => {
    expect(readdirSync(packages).sort()).toEqual(Object.keys(arrows).sort());
  });

  test.each(Object.keys(arrows))('%s imports only what its arrows lead to', (name) => {
    const wrong = sources(name).flatMap((file) =>
      importsIn(name, file)
        .map((imported) => [imported, /^@anpo\/([^/]+)/.exec(imported)?.[1]] as const)
        .filter(([, other]) => other !== undefined && !arrows[name]?.includes(other))
        .map(([imported]) => `${file}: ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(inBrowser)('%s runs in a browser: nothing of it is of Node.js', (name) => {
    const wrong = sources(name).flatMap((file) =>
      importsIn(name, file)
        .filter((imported) => /^node:|^@duckdb\/|^apache-arrow/.test(imported))
        .map((imported) => `${file}: ${imported}`),
    );
    expect(wrong).toEqual([]);
    const others = Object.keys(arrows).filter((other) => !inBrowser.includes(other));
    expect(arrows[name]?.filter((other) => others.includes(other))).toEqual([]);
  });

  test.each(Object.keys(arrows))('%s names in its manifest what it imports, and nothing else', (name) => {
    const manifest = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const imported = sources(name)
      .flatMap((file) => importsIn(name, file))
      .filter((text) => !text.startsWith('.') && !text.startsWith('node:'))
      .map((text) =>
        text
          .split('/')
          .slice(0, text.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual([...new Set(imported)].sort());
  });
});
