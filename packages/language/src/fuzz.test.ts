/**
 * Whatever stands in the files, the language answers with problems or with a Rulebook that validates and
 * compiles: it never throws and never hangs. The seed is fixed; ANPO_FUZZ_SEED tries another, ANPO_FUZZ_TIMES as many times more.
 */
import { openLibrary, overAll } from '@anpo/engine';
import { compileCircuit } from '@anpo/engine/circuit';
import { rulebookSchema } from '@anpo/engine/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import { isError } from './problem.ts';
import type { LibraryText } from './read.ts';
import { edited, edits, exchanged, exchanges, pieces, token } from './testing/edits.ts';
import { smallLibrary } from './testing/library.ts';
import { say } from './testing/print.ts';

const seed = Number(process.env.ANPO_FUZZ_SEED ?? 19600623);
const times = Number(process.env.ANPO_FUZZ_TIMES ?? 1);
/** How many are tried: a text that is refused at once costs little, a law that compiles much. */
const SHORT = 500;
const LAWS = 60;
const library = smallLibrary();
const [cases, registers, treaty] = library.map(({ text }) => text) as [string, string, string];

const fenced = (code: string): string => `\`\`\`anpo\n${code}\n\`\`\`\n`;

async function survives(files: readonly LibraryText[]): Promise<boolean> {
  const { rulebook, problems } = await buildRulebook(files, 'fuzz');
  const complained = problems.some(isError);
  expect(rulebook === undefined).toBe(complained);
  for (const problem of problems) {
    const { line, column, quote, file } = problem.where;
    const text = files.find((candidate) => candidate.file === file)?.text ?? '';
    for (const language of ['en', 'ja'] as const)
      expect(say(problem, language).message).not.toMatch(/undefined|\[object/);
    expect(quote).toBe((text.split('\n')[line - 1] ?? '').trimEnd());
    expect(column).toBeGreaterThan(0);
  }
  if (rulebook) {
    rulebookSchema.parse(rulebook);
    compileCircuit(rulebook, { incidents: 2 });
    // Compiles what precedents ask, each for its bearer and incident.
    overAll.backtest(openLibrary(rulebook));
  }
  return rulebook !== undefined;
}

async function fuzz<T>(
  tried: number,
  arbitrary: fc.Arbitrary<T>,
  files: (value: T) => LibraryText[],
): Promise<number> {
  let sound = 0;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      if (await survives(files(value))) sound++;
    }),
    { seed, numRuns: tried * times },
  );
  return sound;
}

const withTreaty = (text: string): LibraryText[] => [
  { file: 'registers.anpo.md', text: registers },
  { file: 'treaty.anpo.md', text },
  { file: 'cases.anpo.md', text: cases },
];

describe(`fuzz (seed ${seed})`, { timeout: 120_000 * times }, () => {
  it('takes any characters', async () => {
    await fuzz(SHORT, fc.string({ unit: 'binary', maxLength: 400 }), (text) => [
      { file: 'a.anpo.md', text: fenced(text) },
    ]);
    await fuzz(SHORT, fc.string({ unit: 'binary', maxLength: 400 }), (text) => [{ file: 'a.anpo.md', text }]);
  });

  it('takes any bytes', async () => {
    const decoder = new TextDecoder();
    await fuzz(SHORT, fc.uint8Array({ maxLength: 2000 }), (bytes) => [
      { file: 'a.anpo.md', text: fenced(decoder.decode(bytes)) },
    ]);
  });

  it('takes any soup of its own words', async () => {
    await fuzz(2 * LAWS, fc.array(token, { maxLength: 120 }), (soup) => [
      { file: 'registers.anpo.md', text: registers },
      { file: 'a.anpo.md', text: fenced(soup.join(' ')) },
    ]);
  });

  it('takes a law with words deleted, doubled, swapped, put in and cut off', async () => {
    const parts = pieces(treaty);
    await fuzz(LAWS, edits, (changes) => withTreaty(edited(parts, changes).join('')));
  });

  it('takes a law with lines deleted, doubled and swapped', async () => {
    const parts = treaty.split(/(?<=\n)/);
    expect(await fuzz(LAWS, edits, (changes) => withTreaty(edited(parts, changes).join('')))).toBeGreaterThan(
      0,
    );
  });

  it('compiles every law that passes the checks, words exchanged', async () => {
    const parts = pieces(treaty);
    expect(
      await fuzz(LAWS, exchanges, (changes) => withTreaty(exchanged(parts, changes).join(''))),
    ).toBeGreaterThan(0);
  });

  it.each([
    ['registers', 'registers.anpo.md', registers],
    ['cases', 'cases.anpo.md', cases],
  ])('compiles %s that pass the checks, words exchanged', async (_, name, text) => {
    const parts = pieces(text);
    const others = library.filter(({ file }) => file !== name);
    const files = (changed: string): LibraryText[] => [{ file: name, text: changed }, ...others];
    expect(
      await fuzz(LAWS, exchanges, (changes) => files(exchanged(parts, changes).join(''))),
    ).toBeGreaterThan(0);
  });
});
