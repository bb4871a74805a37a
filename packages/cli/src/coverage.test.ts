/**
 * Holds what the library has reached: no count may fall below the recorded one. After a gain, or a loss that is
 * meant, record anew: `npx anpo coverage --json > packages/cli/test-data/coverage.json`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coverage } from '@anpo/answers';
import { openLibrary, type Rulebook } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { compileLibrary } from '@anpo/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';

const coverageOf = (of: Rulebook) => coverage(openLibrary(of), {}, { language: 'en' }).data;
type Coverage = ReturnType<typeof coverageOf>;

const recorded: Coverage = JSON.parse(
  readFileSync(new URL('../test-data/coverage.json', import.meta.url), 'utf8'),
);

/** The counts of which more is better, by name. */
function gains({ instruments, documents, registers }: Coverage): ReadonlyMap<string, number> {
  return new Map([
    ...instruments.flatMap(({ id, provisions, status, marks, norms, exercised, untranslated }) => [
      [`${id}: provisions`, provisions] as const,
      [`${id}: encoded`, status.encoded] as const,
      [`${id}: confirmed`, marks.confirmed] as const,
      [`${id}: confirmed or secondary`, marks.confirmed + marks.secondary] as const,
      [`${id}: norms`, norms] as const,
      [`${id}: exercised by precedents`, exercised] as const,
      [`${id}: texts missing in one language, counted down`, -untranslated] as const,
    ]),
    ...documents.map(({ source, claims }) => [`${source}: statements covered`, claims] as const),
    ...Object.entries(registers).map(([name, number]) => [`register of ${name}`, number] as const),
  ]);
}

let rulebook: Rulebook;
beforeAll(async () => {
  const built = await compileLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
  if (!built.rulebook) throw new Error('the library is not sound: run `npx anpo check`');
  rulebook = built.rulebook;
});

describe('the coverage of the library', () => {
  it('falls nowhere below what was recorded', () => {
    const now = gains(coverageOf(rulebook));
    const fallen = [...gains(recorded)]
      .filter(([name, number]) => (now.get(name) ?? Number.NEGATIVE_INFINITY) < number)
      .map(([name, number]) => `${name}: ${now.get(name) ?? 'gone'}, recorded ${number}`);
    expect(fallen).toEqual([]);
  });

  it('leaves no text in one language alone', () => {
    const oneSided = coverageOf(rulebook).instruments.filter(({ untranslated }) => untranslated > 0);
    expect(oneSided.map(({ id }) => id)).toEqual([]);
  });
});

describe('anpo coverage', () => {
  it.each(['en', 'ja'])('prints the instruments, documents and registers in %s', async (lang) => {
    const { code, out, error } = await runCommand(['coverage', '--lang', lang]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    await expect(out).toMatchFileSnapshot(`../test-data/coverage.${lang}.txt`);
  });

  it('prints the same counts as JSON', async () => {
    const { out } = await runCommand(['coverage', '--json']);
    expect(JSON.parse(out).data).toEqual(coverageOf(smallRulebook()));
  });

  it('counts a norm as exercised only where an expectation reaches it', () => {
    const none = coverageOf({ ...rulebook, precedents: [] });
    expect(none.instruments.filter(({ exercised }) => exercised > 0)).toEqual([]);
    const one = rulebook.precedents.filter(({ id }) => id === 'v-senkaku');
    const { instruments } = coverageOf({ ...rulebook, precedents: one });
    expect(instruments.find(({ id }) => id === 'treaty-1960')?.exercised).toBeGreaterThan(0);
  });

  it('sees a text that one language lacks', () => {
    const provisions = rulebook.provisions.map((provision, index) =>
      index === 0 ? { ...provision, gist: { ...provision.gist, ja: ' ' } } : provision,
    );
    const { instruments } = coverageOf({ ...rulebook, provisions });
    const lacking = instruments.filter(({ untranslated }) => untranslated > 0);
    expect(lacking.map(({ id, untranslated }) => [id, untranslated])).toEqual([
      [provisions[0]?.instrument, 1],
    ]);
  });
});
