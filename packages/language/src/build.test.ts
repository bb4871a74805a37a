import { join } from 'node:path';
import { compileCircuit } from '@anpo/engine/circuit';
import { rulebookSchema } from '@anpo/engine/schema';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import type { Problem } from './problem.ts';
import { createServices } from './services.ts';
import { buildCode, rulebookOfCode, smallLibrary } from './testing/library.ts';
import { messageOf } from './testing/print.ts';

const wording = 'en "a" ja "あ"';

describe('buildRulebook', () => {
  it('makes exactly this Rulebook of a small library', async () => {
    const { rulebook, problems } = await buildRulebook(smallLibrary(), 'small');
    expect(problems).toEqual([]);
    expect(rulebookSchema.parse(rulebook)).toEqual(rulebook);
    await expect(`${JSON.stringify(rulebook, null, 2)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, '../test-data/library/rulebook.expected.txt'),
    );
  });

  it('makes a Rulebook that compiles', async () => {
    const { rulebook } = await buildRulebook(smallLibrary(), 'small');
    expect(rulebook && compileCircuit(rulebook, { incidents: 3 }).findings.length).toBeGreaterThan(5);
  });

  it('is the same whatever the line ends, positions included', async () => {
    const windows = smallLibrary().map(({ file, text }) => ({ file, text: text.replaceAll('\n', '\r\n') }));
    expect((await buildRulebook(windows, 'small')).rulebook).toEqual(
      (await buildRulebook(smallLibrary(), 'small')).rulebook,
    );
  });

  it('builds alike again, after a failure, and several at once', async () => {
    const { rulebook } = await buildRulebook(smallLibrary(), 'small');
    const wrong = smallLibrary().map(({ file, text }) => ({
      file,
      text: text.replace('means', 'means x or'),
    }));
    const results = await Promise.all([
      buildRulebook(smallLibrary(), 'small'),
      buildRulebook(wrong, 'small'),
      buildRulebook(smallLibrary().slice(0, 1), 'small'),
      buildRulebook(smallLibrary(), 'small'),
    ]);
    expect(results.map((result) => result.rulebook !== undefined)).toEqual([true, false, false, true]);
    expect(results[3]?.rulebook).toEqual(rulebook);
    expect((await buildRulebook(smallLibrary(), 'small')).rulebook).toEqual(rulebook);
    // Nothing of an earlier library is left behind.
    expect((await buildRulebook(smallLibrary().slice(0, 1), '')).problems.length).toBeGreaterThan(0);
  });

  it('reads a text alike whatever was read before it', () => {
    const { LangiumParser } = createServices().language.parser;
    const errorsIn = (code: string): number =>
      LangiumParser.parse(`\`\`\`anpo\n${code}\n\`\`\`\n`).parserErrors.length;
    expect(
      errorsIn(
        'power p x can act toward US when bearer is a party to t or false reviewed by nobody\namount y in yen',
      ),
    ).toBe(1);
    expect(errorsIn('prohibition p x must not act when 30 years after d has passed')).toBe(0);
  });

  it('quotes lines without their carriage return', async () => {
    const { problems } = await buildRulebook(
      [{ file: 'a.anpo.md', text: `\`\`\`anpo\r\nterm x ${wording} means y\r\n\`\`\`\r\n` }],
      '',
    );
    expect(problems).toMatchObject([{ where: { line: 2, column: 28, quote: `term x ${wording} means y` } }]);
  });

  it('is the same whatever the order of the files, order apart', async () => {
    const { rulebook } = await buildRulebook(smallLibrary().reverse(), 'small');
    expect(rulebook?.norms.map((norm) => norm.id).sort()).toContain('answer-attack');
  });

  it('reports problems by file, line and column', async () => {
    const { problems } = await buildRulebook(
      [
        {
          file: 'b.anpo.md',
          text: `\`\`\`anpo\nterm x ${wording} means y\nterm z ${wording} means y\n\`\`\`\n`,
        },
        { file: 'a.anpo.md', text: `\`\`\`anpo\nterm v ${wording} means y\n\`\`\`\n` },
      ],
      '',
    );
    expect(problems.map(({ where: { file, line } }) => `${file}:${line}`)).toEqual([
      'a.anpo.md:2',
      'b.anpo.md:2',
      'b.anpo.md:3',
    ]);
  });

  it('says once that a file has a slip, and no more of its consequences', async () => {
    const { problems } = await buildCode(`term x ${wording} means (a\nterm y ${wording} means x`);
    expect(problems).toHaveLength(1);
  });

  it('shows at most a hundred unknown names of a file', async () => {
    const { problems } = await buildCode(
      Array.from({ length: 300 }, (_, index) => `term t${index} ${wording} means u${index}`).join('\n'),
    );
    expect(problems).toHaveLength(100);
  });
});

describe('names', () => {
  it('resolve across files, and provisions by their instrument', async () => {
    const { rulebook } = await buildRulebook(smallLibrary(), '');
    expect(rulebook?.claims.find((claim) => claim.id === 'cost-is-known')?.evidence).toEqual([
      'cost',
      'treaty/V',
      'answer-attack',
    ]);
  });

  it('of values are those of their fact, though two facts share them', async () => {
    const rulebook = await rulebookOfCode(`
fact early choice ${wording} asks ${wording} value same ${wording} value first ${wording}
fact late choice ${wording} asks ${wording} value same ${wording} value second ${wording}
fact where place ${wording} asks ${wording}
fact who party ${wording} asks ${wording}
term x ${wording} means early is same and late is one of same, second and where is rock and who is one of US, JP`);
    expect(rulebook.terms[0]?.definition.meaning).toEqual({
      kind: 'and',
      of: [
        { kind: 'value', fact: 'early', values: ['same'] },
        { kind: 'value', fact: 'late', values: ['same', 'second'] },
        { kind: 'place', fact: 'where', places: ['rock'] },
        { kind: 'value', fact: 'who', values: ['US', 'JP'] },
      ],
    });
  });

  it('may be words that the field uses', async () => {
    const rulebook = await rulebookOfCode(`fact place place ${wording} asks ${wording}
term claim ${wording} means place is administered by JP`);
    expect(rulebook.terms[0]?.id).toBe('claim');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('may be %s', async (name) => {
    const rulebook = await rulebookOfCode(`fact ${name} yes-no ${wording} asks ${wording}
term x ${wording} means not ${name}`);
    expect(rulebook.terms[0]?.definition.meaning).toEqual({ kind: 'not', of: { kind: 'fact', fact: name } });
    const unknown = await buildCode(`term x ${wording} means ${name}`);
    expect(messageOf(unknown.problems[0] as Problem)).toBe(
      `there is no fact, term, norm or instrument "${name}"`,
    );
  });
});

const facts = `
fact alarm yes-no ${wording} asks ${wording}
fact where place ${wording} asks ${wording}
fact who party ${wording} asks ${wording}
fact ships number ${wording} asks ${wording}
fact notice date ${wording} asks ${wording}
fact survival yes-no determined by cabinet, president ${wording} asks ${wording}
instrument treaty title ${wording} kind treaty, binding parties US in force from 1960-06-23 source gazette`;

describe('expressions', () => {
  it.each([
    ['true', { kind: 'constant', value: true }],
    ['not alarm', { kind: 'not', of: { kind: 'fact', fact: 'alarm' } }],
    [
      'alarm or alarm and not alarm',
      {
        kind: 'or',
        of: [
          { kind: 'fact', fact: 'alarm' },
          {
            kind: 'and',
            of: [
              { kind: 'fact', fact: 'alarm' },
              { kind: 'not', of: { kind: 'fact', fact: 'alarm' } },
            ],
          },
        ],
      },
    ],
    ['ships is at least 1_000', { kind: 'threshold', fact: 'ships', at: '1000' }],
    ['ships is less than 3', { kind: 'not', of: { kind: 'threshold', fact: 'ships', at: '3' } }],
    ['notice is from 1970-06-23', { kind: 'threshold', fact: 'notice', at: '1970-06-23' }],
    [
      'notice is before 1970-06-23',
      { kind: 'not', of: { kind: 'threshold', fact: 'notice', at: '1970-06-23' } },
    ],
    ['date before 1970-06-23', { kind: 'not', of: { kind: 'date', at: '1970-06-23' } }],
    [
      '13 months after notice has passed',
      { kind: 'elapsed', fact: 'notice', duration: { count: 13, unit: 'months' } },
    ],
    ['treaty in force', { kind: 'in-force', instrument: 'treaty' }],
    ['who is a party to treaty', { kind: 'member', fact: 'who', instrument: 'treaty' }],
    ['who is the bearer', { kind: 'value', fact: 'who', values: [], bearer: true }],
    ['bearer is one of US, JP', { kind: 'bearer', values: ['US', 'JP'] }],
    ['bearer is a party to treaty', { kind: 'member', instrument: 'treaty' }],
    [
      'where is claimed by JP',
      { kind: 'relation', fact: 'where', relation: 'claimed', party: { kind: 'party', id: 'JP' } },
    ],
    [
      'where is controlled by bearer',
      { kind: 'relation', fact: 'where', relation: 'controlled', party: { kind: 'bearer' } },
    ],
    [
      'survival as found by cabinet',
      { kind: 'fact', fact: 'survival', organ: { kind: 'organ', id: 'cabinet' } },
    ],
    ['survival as found by US', { kind: 'fact', fact: 'survival', organ: { kind: 'party', id: 'US' } }],
    ['survival as found by bearer', { kind: 'fact', fact: 'survival', organ: { kind: 'bearer' } }],
    ['some incident has (alarm)', { kind: 'some-incident', of: { kind: 'fact', fact: 'alarm' } }],
  ])('%s', async (text, expected) => {
    const rulebook = await rulebookOfCode(`${facts}\nterm x ${wording} means ${text}`);
    expect(rulebook.terms[0]?.definition.meaning).toEqual(expected);
  });
});
