/** Every code of the language is complained of by some fixture, and said in every language without a gap. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineWords } from '@anpo/engine';
import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../build.ts';
import type { Problem } from '../problem.ts';
import { buildCode, registers } from '../testing/library.ts';
import { mendOf, say } from '../testing/print.ts';
import { languageWords } from './index.ts';

const directory = join(import.meta.dirname, '../../test-data/errors');
const fixtures = readdirSync(directory).filter((name) => name.endsWith('.anpo.md'));
const codes = Object.keys(languageWords.en).sort();

const wording = 'en "a" ja "あ"';
/** What takes texts longer than a fixture is read. */
const long = [
  `term x ${wording} means ${Array.from({ length: 2500 }, () => 'true').join(' and ')} andd true`,
  `amount x in yen ${wording} is ${Array.from({ length: 600 }, () => '1').join(' plus ')} source gazette`,
  Array.from({ length: 120 }, (_, index) => `term t${index} ${wording} means t${index + 1}\n`).join('') +
    `term t120 ${wording} means true`,
  `${Array.from(
    { length: 120 },
    (_, index) => `amount a${index} in yen ${wording} is a${index + 1} source gazette\n`,
  ).join('')}amount a120 in yen ${wording} is 1 source gazette`,
];

async function complaintsOfAll(): Promise<readonly Problem[]> {
  const all: Problem[] = [];
  for (const code of long) all.push(...(await buildCode(code)).problems);
  for (const file of fixtures) {
    const text = readFileSync(join(directory, file), 'utf8');
    all.push(...(await buildRulebook([registers(), { file, text }], '')).problems);
  }
  return all;
}

describe('the words of the language', async () => {
  const complaints = await complaintsOfAll();

  it('are asked for by a fixture, each of them', () => {
    const produced = new Set(complaints.map(({ code }) => code));
    expect(codes.filter((code) => !produced.has(code))).toEqual([]);
  });

  it('say everything in both languages, what stands there, how to mend it and what could stand there', () => {
    for (const complaint of complaints) {
      const english = say(complaint, 'en');
      const japanese = say(complaint, 'ja');
      for (const { message, mend = '', candidates = [] } of [english, japanese])
        expect([message, mend, ...candidates].join('\n')).not.toMatch(/undefined|\[object|^\s*$|NaN/);
      expect(japanese.message).toMatch(/[぀-ヿ一-鿿]/);
      expect(mendOf(complaint, 'en') && mendOf(complaint, 'ja')).toBeTruthy();
      expect(japanese.candidates?.length).toBe(english.candidates?.length);
    }
  });

  it('have codes of their own', () => {
    expect(codes.filter((code) => Object.hasOwn(engineWords.en, code))).toEqual([]);
    expect(Object.keys(languageWords.ja).sort()).toEqual(codes);
  });
});
