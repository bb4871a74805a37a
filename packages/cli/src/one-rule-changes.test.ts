/**
 * A change of one rule is told in fewer lines than a screen has, by what made it and not norm by norm: over the days
 * of the library on which one rule turned.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diff } from '@anpo/answers/operations/diff';
import { type Language, type Library, openLibrary } from '@anpo/engine';
import { formatDay } from '@anpo/engine/calendar';
import { compileLibrary } from '@anpo/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPainter } from './terminal/paint.ts';
import { printAnswer } from './terminal/print-answer.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LINES = 20;
/** Norms that an instrument of "one rule" may bring; each is a sentence to be told. */
const RULES = 3;
/** Every how manieth day is looked at; all of them with ANPO_WHOLE. */
const STEP = process.env.ANPO_WHOLE ? 1 : 6;

describe('a change of one rule', () => {
  let library: Library;
  beforeAll(async () => {
    const { rulebook } = await compileLibrary(join(root, 'library'));
    if (!rulebook) throw new Error('the library is not sound: run `npx anpo check`');
    library = openLibrary(rulebook);
  });

  const told = (from: string, to: string, language: Language) => {
    const sides = [from, to].map((text) => ({ text, kind: 'date' as const }));
    const [one, other] = sides as [(typeof sides)[number], (typeof sides)[number]];
    const { data, answer } = diff(
      [library, library],
      { sides: [one, other], today: '2026-01-15' },
      { language },
    );
    const text = printAnswer(answer, { width: 80, paint: createPainter(false) }).trimEnd();
    return { data, text, lines: text.split('\n').length };
  };

  it.each([
    ['2011-12-15', '2011-12-16', 'jc-official-duty-2011', 'drinking-ends-duty'],
    ['1995-10-24', '1995-10-25', 'jc-custody-1995', undefined],
  ])('that an assumption hid before, from %s to %s', (from, to, cause, term) => {
    const { data, text, lines } = told(from, to, 'en');
    expect(data.norms.length).toBeGreaterThan(0);
    expect(new Set(data.norms.flatMap(({ causes }) => causes.map(({ id }) => id)))).toEqual(new Set([cause]));
    expect(new Set(data.norms.map(({ through }) => through))).toEqual(new Set([term]));
    expect(text).toContain(to);
    expect(lines).toBeLessThan(LINES);
  });

  it('on any day of the library', () => {
    const days = library.circuit().atoms.flatMap((atom) => (atom.kind === 'date' ? [atom.at] : []));
    const looked = [...new Set(days)].sort((a, b) => a - b).filter((_, index) => index % STEP === 0);
    let found = 0;
    for (const day of looked) {
      const [from, to] = [formatDay(day - 1), formatDay(day)];
      const { data, lines } = told(from, to, 'en');
      const causes = new Set(
        data.norms.flatMap((norm) => norm.causes.map(({ kind, id }) => `${kind} ${id}`)),
      );
      const own = data.norms.filter(({ through }) => through === undefined);
      const rules = new Set(own.map(({ before, after }) => after ?? before));
      if (causes.size !== 1 || rules.size > RULES) continue;
      found += 1;
      expect(lines, `${to}: ${[...causes]}`).toBeLessThan(LINES);
      expect(told(from, to, 'ja').lines, `${to} in Japanese`).toBeLessThan(LINES);
    }
    expect(found).toBeGreaterThan(looked.length / 10);
  });
});
