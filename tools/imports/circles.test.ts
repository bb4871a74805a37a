import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesOf, fileGraph, folderGraph, importsOf } from './graph.ts';

const packages = join(import.meta.dirname, '../../packages');
const names = readdirSync(packages).filter((name) => existsSync(join(packages, name, 'src')));

describe('imports', () => {
  test.each(names)('of %s run in no circle', (name) => {
    expect(circlesOf(fileGraph(join(packages, name, 'src')))).toEqual([]);
  });

  test('of the folders of the engine run in no circle', () => {
    expect(circlesOf(folderGraph(fileGraph(join(packages, 'engine/src'))))).toEqual([]);
  });
});

describe('the graph of imports', () => {
  test('reads every way of importing', () => {
    const text = `import './a.ts';
import type { B } from './b.ts';
import {
  c,
  type C,
} from './c.ts';
export * from './d.ts';
const e = await import('./e.ts');`;
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
  });

  test('finds circles, of one, of many and through folders', () => {
    const graph = new Map(
      Object.entries({
        'a/one.ts': ['b/two.ts'],
        'b/two.ts': ['a/three.ts'],
        'a/three.ts': [],
        'c/self.ts': ['c/self.ts'],
        'd/x.ts': ['d/y.ts'],
        'd/y.ts': ['d/x.ts', 'a/one.ts'],
      }).map(([name, imported]) => [name, new Set(imported)]),
    );
    expect(circlesOf(graph)).toEqual([['c/self.ts'], ['d/x.ts', 'd/y.ts']]);
    expect(circlesOf(folderGraph(graph))).toEqual([['a', 'b']]);
  });
});
