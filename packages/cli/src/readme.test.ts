/** The transcript in the README is what the command prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

it('shows a real transcript', () => {
  const readme = readFileSync(at('README.md'), 'utf8');
  const block = /```text\n\$ npx anpo assess examples\/(\S+)\.yaml\n([\s\S]*?)\n…\n```/.exec(readme);
  const printed = readFileSync(at(`examples/${block?.[1]}.en.txt`), 'utf8');
  expect(printed.startsWith(block?.[2] as string)).toBe(true);
});
