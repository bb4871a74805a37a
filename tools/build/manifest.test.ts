import { expect, it } from 'vitest';
import { publishedManifest } from './manifest.ts';

it('names what was built, and nothing of the tree', () => {
  const manifest = {
    name: '@anpo/one',
    version: '0.1.0',
    private: true,
    exports: {
      '.': './src/index.ts',
      './part': './src/part/index.ts',
      './testing': './src/testing/index.ts',
      './data/*': './data/*',
    },
    scripts: { generate: 'make' },
    dependencies: { '@anpo/two': '0.1.0' },
    devDependencies: { three: '1.0.0' },
  };
  expect(publishedManifest(manifest, ['data'])).toEqual({
    name: '@anpo/one',
    version: '0.1.0',
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './part': { types: './dist/part/index.d.ts', default: './dist/part/index.js' },
      './data/*': './data/*',
      './package.json': './package.json',
    },
    dependencies: { '@anpo/two': '0.1.0' },
    files: ['dist', 'data'],
  });
});
