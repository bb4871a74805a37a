/** Texts kept open give what building all of them anew gives, whatever was put in place of what. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import type { LibraryText } from './read.ts';
import { createServices } from './services.ts';
import { edited, edits, exchanged, exchanges, pieces } from './testing/edits.ts';
import { smallLibrary } from './testing/library.ts';
import { openTexts } from './texts.ts';

const library = smallLibrary();
const services = createServices();

/** What somebody does in an editor: changes a text a little or much, takes it away, or puts the first one back. */
const step = fc.record({
  at: fc.nat(library.length - 1),
  change: fc.oneof(
    {
      weight: 4,
      arbitrary: exchanges.map((some) => (text: string) => exchanged(pieces(text), some).join('')),
    },
    {
      weight: 3,
      arbitrary: edits.map((some) => (text: string) => edited(text.split(/(?<=\n)/), some).join('')),
    },
    { weight: 1, arbitrary: edits.map((some) => (text: string) => edited(pieces(text), some).join('')) },
    { weight: 1, arbitrary: fc.constant(() => undefined) },
    // Another wording, which keeps a sound law sound.
    { weight: 3, arbitrary: fc.constant((text: string) => text.replaceAll('en "', 'en "! ')) },
    { weight: 5, arbitrary: fc.constant((text: string) => text) },
  ),
  /** Whether the change starts from the text as it was at first, or as it is. */
  anew: fc.integer({ min: 0, max: 3 }).map((some) => some > 0),
});

describe('open texts', { timeout: 300_000 }, () => {
  it('come to what they come to when all are built anew', async () => {
    let sound = 0;
    let unsound = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        const open = openTexts(library, services);
        const texts = new Map(library.map((text) => [text.file, text]));
        for (const { at, change, anew } of steps) {
          const { file, text: first } = library[at] as LibraryText;
          const text = change(anew ? first : (texts.get(file)?.text ?? first));
          if (text === undefined) {
            open.remove(file);
            texts.delete(file);
          } else {
            open.put({ file, text });
            texts.set(file, { file, text });
          }
          const kept = await open.build('test');
          const built = await buildRulebook([...texts.values()], 'test');
          expect(kept).toEqual(built);
          expect(JSON.stringify(kept.rulebook)).toBe(JSON.stringify(built.rulebook));
          if (kept.rulebook) sound++;
          else unsound++;
        }
        open.close();
      }),
      { seed: 19600623, numRuns: 30 },
    );
    expect(Math.min(sound, unsound)).toBeGreaterThan(20);
  });

  it('are made anew only where something that they read is changed', async () => {
    const open = openTexts(library, services);
    const before = (await open.build('test')).rulebook;
    const { file, text } = library.find(({ text: each }) => each.includes('party US')) as LibraryText;
    open.put({ file, text: text.replace('"United States"', '"The States"') });
    const after = (await open.build('test')).rulebook;
    expect(after?.parties[0]?.label.en).toBe('The States');
    expect(after?.norms[0]).toBe(before?.norms[0]);
    expect(after?.claims[0]).toBe(before?.claims[0]);

    open.put({
      file,
      text: text.replace(
        'source memoir en "A memoir" ja "回想録" unconfirmed',
        'source memoir en "A memoir" ja "回想録" secondary',
      ),
    });
    const marked = (await open.build('test')).rulebook;
    const term = marked?.terms.find(({ id }) => id === 'serious');
    expect(term?.definition.silences[0]?.citations[0]?.mark).toBe('secondary');
    open.close();
  });

  it('answer one after the other, each with the texts as they stood when it was its turn', async () => {
    const open = openTexts(library, services);
    const { file, text } = library.find(({ text: each }) => each.includes('party US')) as LibraryText;
    const first = open.build('one');
    const second = first.then(() => {
      open.put({ file, text: text.replace('party JP', 'party JPN') });
      return open.build('two');
    });
    expect((await first).rulebook?.hash).toBe('one');
    expect((await second).rulebook).toBeUndefined();
    open.put({ file, text });
    expect(await open.build('one')).toEqual(await first);
    open.close();
  });
});
