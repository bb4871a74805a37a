#!/usr/bin/env node
// Starts the anpo command. Plain JavaScript, so that an old Node.js can still read it and say what is wrong.
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 19)) {
  module.enableCompileCache?.();
  await import('../src/main.ts');
} else {
  console.error(
    [
      `anpo needs Node.js 22.19 or newer; this is ${process.version}.`,
      'In a checkout, start it with `npx anpo` or `npm run`: they use the Node.js 24 that `npm ci` installs (Linux, Windows x64).',
      'Elsewhere, install Node.js 24 first.',
      `anpo には Node.js 22.19 以降が必要です（現在は ${process.version}）。`,
      'リポジトリでは `npx anpo` または `npm run` から起動すると、`npm ci` が導入する Node.js 24 が使われます（Linux、Windows x64）。',
      'それ以外の環境では、先に Node.js 24 を導入してください。',
    ].join('\n'),
  );
  process.exitCode = 1;
}
