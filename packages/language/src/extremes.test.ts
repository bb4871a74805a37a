/** Texts far beyond any law: deep, long and large. None may crash or hang, and time must grow with size only. */
import { compileCircuit } from '@anpo/engine/circuit';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import { DEEPEST, LONGEST_CALCULATION } from './syntax/depth.ts';
import { buildCode, registers, rulebookOfCode } from './testing/library.ts';
import { messageOf } from './testing/print.ts';
import { syntheticLaw } from './testing/synthetic-law.ts';

const wording = 'en "a" ja "あ"';
const alarm = `fact alarm yes-no ${wording} asks ${wording}\n`;
const termOf = (meaning: string): string => `${alarm}term x ${wording} means ${meaning}`;

describe('deep nesting', { timeout: 60_000 }, () => {
  const deep: [string, string][] = [
    ['parentheses', `${'('.repeat(10_000)}alarm${')'.repeat(10_000)}`],
    ['negations', `${'not '.repeat(10_000)}alarm`],
    ['negations of parentheses', `${'not ('.repeat(10_000)}alarm${')'.repeat(10_000)}`],
    ['incidents', `${'some incident has ('.repeat(10_000)}alarm${')'.repeat(10_000)}`],
    ['unclosed parentheses', '('.repeat(100_000)],
    ['parentheses of parentheses', `${'(alarm and '.repeat(10_000)}alarm${')'.repeat(10_000)}`],
  ];
  it.each(deep)('of 10 000 %s is an error', async (_, meaning) => {
    const { problems } = await buildCode(termOf(meaning));
    expect(problems.map(messageOf)).toEqual([`the expression is nested more than ${DEEPEST} deep`]);
  });

  it('goes as deep as it says', async () => {
    const levels = DEEPEST - 1;
    const rulebook = await rulebookOfCode(termOf(`${'('.repeat(levels)}alarm${')'.repeat(levels)}`));
    expect(compileCircuit(rulebook).terms.get('x')).toHaveLength(1);
  });

  it('counts the parentheses that are open, and nothing else', async () => {
    await rulebookOfCode(termOf(Array.from({ length: 3000 }, () => '(not alarm)').join(' or ')));
    await rulebookOfCode(`${alarm}term x en "${'('.repeat(99)}" ja "あ" means alarm // ${'('.repeat(99)}`);
  });

  it('of calculations is an error', async () => {
    const sum = (terms: number): string =>
      `amount cost in yen ${wording} is ${Array.from({ length: terms }, () => '1').join(' plus ')} source gazette`;
    await rulebookOfCode(sum(LONGEST_CALCULATION));
    const { problems } = await buildCode(sum(50_000));
    expect(problems.map(messageOf)).toEqual([
      `the calculation has more than ${LONGEST_CALCULATION} operations`,
    ]);
  });

  it('of definitions is an error', async () => {
    const chain = (length: number, first: string): string =>
      `${alarm}${Array.from({ length }, (_, index) => `term t${index} ${wording} means ${index + 1 < length ? `t${index + 1}` : first}\n`).join('')}`;
    await rulebookOfCode(chain(100, 'alarm'));
    const { problems } = await buildCode(chain(20_000, 'alarm'));
    expect(problems.map(messageOf)).toEqual(['"t0" is defined by a chain of more than 100 others']);
    const circle = await buildCode(chain(20_000, 't0'));
    expect(circle.problems).toHaveLength(1);
  });
});

describe('long texts', { timeout: 60_000 }, () => {
  it('reads a line of half a million characters', async () => {
    const line = Array.from({ length: 30_000 }, () => 'alarm').join(' and not ');
    const rulebook = await rulebookOfCode(termOf(line));
    expect(rulebook.terms).toHaveLength(1);
  });

  it('reads wording of a million characters', async () => {
    const long = '日本 and \\" '.repeat(100_000);
    await rulebookOfCode(`${alarm}term x en "${long}" ja "${long}" means alarm`);
  });

  it('finds the slip in wording of a million characters', async () => {
    const { problems } = await buildCode(`${alarm}term x en "${'a '.repeat(500_000)} ja "あ" means alarm`);
    expect(problems[0]?.code).toBe('unclosed-wording');
  });

  it('finds one slip in a long element', async () => {
    const line = Array.from({ length: 20_000 }, () => 'alarm').join(' and ');
    const { problems } = await buildCode(termOf(`${line} andd alarm`));
    expect(problems).toHaveLength(1);
  });

  it('complains of ten thousand slips in good time', async () => {
    const slips = Array.from(
      { length: 10_000 },
      (_, index) => `term t${index} ${wording} meens alarm\n`,
    ).join('');
    const { problems } = await buildCode(alarm + slips);
    expect(problems.length).toBeGreaterThan(5);
  });

  it('complains of ten thousand terms without Japanese in good time', async () => {
    const slips = Array.from({ length: 10_000 }, (_, index) => `term t${index} en "a" means alarm\n`).join(
      '',
    );
    const { problems } = await buildCode(alarm + slips);
    expect(problems).toHaveLength(10_000);
  });
});

describe('large libraries', { timeout: 120_000 }, () => {
  it('are read whole', async () => {
    const text = `\`\`\`anpo\n${syntheticLaw(2700)}\n\`\`\`\n`;
    expect(text.length).toBeGreaterThan(2_000_000);
    const { rulebook, problems } = await buildRulebook([registers(), { file: 'law.anpo.md', text }], '');
    expect(problems).toEqual([]);
    expect(rulebook?.norms).toHaveLength(2700);
  });

  it('says what is missing where every name is wrong', async () => {
    const text = syntheticLaw(1500).replaceAll(' when u', ' when wrong-u');
    const { problems } = await buildCode(text);
    expect(problems).toHaveLength(100);
  });
});
