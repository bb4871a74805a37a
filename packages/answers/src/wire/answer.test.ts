/**
 * Every operation as a face would use it: a question over the wire, an answer in each language. What holds for
 * every answer is held here: it is plain data, it carries no shape of a terminal, both languages say the same
 * things in the same order, and what it names exists.
 */
import { ComplaintError, openLibrary, type Query, type Rulebook, sayComplaint } from '@anpo/engine';
import { makeExpectation, makePrecedent, smallRulebook, words } from '@anpo/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, ItemReference, Part } from '../answer/answer.ts';
import { answersWords } from '../complaints/words.ts';
import { answer, operationNames, schemas } from './index.ts';

const query: Query = {
  text: 'never answer-attack of JP',
  quantifier: 'never',
  left: { kind: 'norm', norm: 'answer-attack', bearers: ['JP'] },
  period: {},
};
const surroundings = { today: '2026-01-15', readQuery: async () => query };
const rulebook = smallRulebook({
  precedents: [
    makePrecedent({
      id: 'war-time',
      title: words('The answer given in war', '戦時の答え'),
      on: '1965-01-01',
      given: [{ fact: 'peace', value: 'no', asserted: 'stipulated' }],
      expectations: [
        makeExpectation({
          subject: { kind: 'norm', norm: 'no-action', bearers: ['JP'] },
          outcome: 'applies',
        }),
      ],
    }),
  ],
});
const library = openLibrary(rulebook);
const situation = { on: '1975-06-01', facts: { attack: true, place: 'okinawa' } };

const inputs: Readonly<Record<string, unknown>> = {
  assess: { situation },
  why: { situation, norm: 'answer-attack@JP' },
  whatif: { situation, norm: 'answer-attack@JP' },
  ask: { situation: { on: '1975-06-01' }, about: 'answer-attack' },
  diff: { from: { date: '1965-01-01' }, to: { date: '1975-06-01' } },
  compare: { situation },
  prove: { query: query.text },
  claims: {},
  audit: {},
  facts: {},
  show: { item: 'answer-attack' },
  backtest: {},
  coverage: {},
};

const ask = async (operation: string, language: 'en' | 'ja', input = inputs[operation]): Promise<Answer> =>
  (await answer(operation, library, input, { language, full: true }, surroundings)).answer;

/** What an answer says, without its words: kinds, depths, markers, names. */
function skeleton({ blocks }: Answer): unknown {
  return blocks.map(({ parts }) =>
    parts.map((part) => {
      const { kind } = part;
      if (kind === 'finding') return { kind, norm: part.norm, bearer: part.bearer, outcome: part.outcome };
      if (kind === 'text') return { kind, depth: part.depth, tone: part.tone };
      if (kind === 'rows') return { kind, depth: part.depth, rows: part.rows.length };
      if (kind === 'table') return { kind, columns: part.columns.length, rows: part.rows.length };
      return { kind };
    }),
  );
}

/** Every text of an answer, wherever it stands. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function itemsOf(value: unknown): readonly ItemReference[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'item' in value ? [value.item as ItemReference] : [];
  return [...own, ...Object.values(value).flatMap(itemsOf)];
}

describe.each(operationNames)('%s', (operation) => {
  it('says the same in both languages, as plain data', async () => {
    const [english, japanese] = [await ask(operation, 'en'), await ask(operation, 'ja')];
    expect(english.blocks.length).toBeGreaterThan(0);
    expect({ ...english, blocks: [] }).toMatchObject({ format: 1, operation, language: 'en' });
    expect(JSON.parse(JSON.stringify(english))).toEqual(english);
    expect(skeleton(japanese)).toEqual(skeleton(english));
  });

  it('has neither control characters nor what code leaves behind in its texts', async () => {
    for (const language of ['en', 'ja'] as const) {
      const texts = textsOf(await ask(operation, language));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(texts.filter((text) => /[\u0000-\u001f\u007f]|undefined|\[object/.test(text))).toEqual([]);
    }
  });

  it('names only items that exist', async () => {
    const found = itemsOf(await ask(operation, 'en'));
    const missing = found.filter(({ collection, id }) => {
      const items = rulebook[collection as keyof Rulebook] as readonly { id: string }[] | undefined;
      return !items?.some((item) => item.id === id);
    });
    expect(missing).toEqual([]);
  });

  it('numbers every source that it cites, in the order in which they are cited', async () => {
    const { blocks } = await ask(operation, 'en');
    const parts: readonly Part[] = blocks.flatMap((block) => block.parts);
    const listed = parts.flatMap((part) => (part.kind === 'sources' ? part.sources : []));
    expect(listed.map(({ number }) => number)).toEqual(listed.map((_, index) => index + 1));
  });

  it('refuses whatever has another form, and never with another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (input) => {
        try {
          await answer(operation, library, input, { language: 'en' }, surroundings);
        } catch (error) {
          expect(error).toBeInstanceOf(ComplaintError);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a question over the wire', () => {
  const complaintsOf = async (operation: string, input: unknown): Promise<readonly string[]> => {
    try {
      await answer(operation, library, input, { language: 'en' }, surroundings);
      return [];
    } catch (error) {
      if (!(error instanceof ComplaintError)) throw error;
      return error.complaints.map((complaint) => {
        const { message } = sayComplaint(complaint, 'en', [answersWords]);
        return `${complaint.where?.input ?? ''}: ${message}`;
      });
    }
  };

  it('is refused with the place and the mend', async () => {
    expect(await complaintsOf('asess', {})).toEqual([': there is no operation "asess"']);
    expect(await complaintsOf('assess', { situation: {}, logic: 'fuzzy' })).toEqual([
      'logic: this is one of exact, kleene',
    ]);
    expect(await complaintsOf('show', {})).toEqual(['item: this must be of the type string']);
    expect(await complaintsOf('facts', { wrod: 'x' })).toEqual([
      'input: "wrod" is not taken here: leave it out',
    ]);
  });

  it('has a schema for every operation', () => {
    expect(Object.keys(schemas)).toEqual(Object.keys(inputs));
  });
});
