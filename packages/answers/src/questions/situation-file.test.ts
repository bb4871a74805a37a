import { ComplaintError, engineWords, sayComplaint } from '@anpo/engine';
import { describe, expect, it } from 'vitest';
import { answersWords } from '../complaints/words.ts';
import { readSituationFile } from './situation-file.ts';

const read = (text: string) => readSituationFile(text, 'a.yaml');

function complaintsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof ComplaintError)) throw error;
    return error.complaints.map((complaint) => {
      const { file, line, column } = complaint.where ?? {};
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      return `${place}: ${sayComplaint(complaint, 'en', [answersWords, engineWords]).message}`;
    });
  }
  return [];
}

describe('a situation file', () => {
  it.each(['1975-06-01', '"1975-06-01"', "'1975-06-01'"])('takes the date %s', (date) => {
    expect(read(`on: ${date}\nknown-on: ${date}\n`)).toMatchObject({
      on: { text: '1975-06-01', where: { file: 'a.yaml', line: 1, column: 5 } },
      known: { text: '1975-06-01' },
    });
  });

  it.each([
    ['yes', 'yes'],
    ['no', 'no'],
    ['true', 'true'],
    ['NO', 'NO'],
    ['"yes"', 'yes'],
    ['unknown', 'unknown'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
  ])('reads %s as %s', (written, value) => {
    expect(read(`facts:\n  f: ${written}\n`).given).toEqual([
      {
        fact: 'f',
        value,
        asserted: 'stipulated',
        incident: undefined,
        organ: undefined,
        where: { file: 'a.yaml', line: 2, column: 6 },
      },
    ]);
  });

  it('reads who asserts a fact, whose finding it is, and incidents', () => {
    const draft = read(`
title: {en: Raid, ja: 襲撃}
facts:
  mission: {value: yes, asserted: alleged}
  survival: {president-of-us: yes, cabinet-of-japan: {value: no, asserted: alleged}}
  mood: {value: grim, organ: diet}
incidents:
  raid: {attack: yes}
  ship:
`);
    expect(draft.title).toEqual({ en: 'Raid', ja: '襲撃' });
    expect(draft.incidents).toEqual(['raid', 'ship']);
    expect(draft.given.map(({ where: _, ...given }) => given)).toEqual([
      { fact: 'mission', value: 'yes', asserted: 'alleged' },
      { fact: 'survival', organ: 'president-of-us', value: 'yes', asserted: 'found' },
      { fact: 'survival', organ: 'cabinet-of-japan', value: 'no', asserted: 'alleged' },
      { fact: 'mood', organ: 'diet', value: 'grim', asserted: 'found' },
      { fact: 'attack', incident: 'raid', value: 'yes', asserted: 'stipulated' },
    ]);
  });

  it('complains about everything at once, with line and column', () => {
    expect(
      complaintsOf('onn: 1975-06-01\nfacts:\n  a: [1]\n  b:\n  c: {value: yes, asserted: rumoured}\n'),
    ).toEqual([
      'a.yaml:1:1: there is no key "onn" here',
      'a.yaml:3:6: "a" must be a single value',
      'a.yaml:4:3: "b" has no value: write one, or unknown',
      'a.yaml:5:29: nobody asserts a fact as "rumoured"',
    ]);
  });

  it.each([
    ['', 'a.yaml: a situation file is a list of `key: value` lines'],
    ['- 1', 'a.yaml:1:1: a situation file is a list of `key: value` lines'],
    [
      'on: &a 1975-06-01\nview: *a',
      'a.yaml:2:7: YAML anchors and aliases are not used here: write the value out',
    ],
    ['on: 1\non: 2', 'a.yaml:2:1: the key "on" is given twice: keep one of them'],
    ['facts: yes', 'a.yaml:1:8: "facts" must be a list of `name: value` lines'],
  ])('refuses %j', (text, complaint) => {
    expect(complaintsOf(text)).toEqual([complaint]);
  });

  it('may say its format, and of another format nothing else is told', () => {
    expect(read('format: 1\non: 1975-06-01\n')).toEqual(read('\non: 1975-06-01\n'));
    expect(complaintsOf('on: [1]\nfacts: yes\nfuture: 1\nformat: 2\n')).toEqual([
      'a.yaml:4:9: this situation has format 2, and this Anpo reads format 1',
    ]);
    expect(complaintsOf('format: 1.0')).toEqual([
      'a.yaml:1:9: this situation has format 1.0, and this Anpo reads format 1',
    ]);
    expect(complaintsOf('format:\n')).toEqual(['a.yaml:1:1: "format" has no value: write one, or unknown']);
  });

  it('says how to mend a colon in a text', () => {
    const read = () => readSituationFile('title:\n  en: Notice: what follows\n', 'a.yaml');
    expect(read).toThrow(
      expect.objectContaining({ complaints: [expect.objectContaining({ code: 'yaml-colon' })] }),
    );
  });

  it('says what is no YAML', () => {
    expect(complaintsOf('a: [')[0]).toMatch(/^a\.yaml:1:\d+: this is not YAML: /);
    expect(complaintsOf('['.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
