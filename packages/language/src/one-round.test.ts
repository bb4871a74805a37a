/** Everything that is wrong is told in one round, and nothing that is wrong only because something else is. */
import { describe, expect, it } from 'vitest';
import { buildRulebook } from './build.ts';
import type { LibraryText } from './read.ts';
import { registers, smallLibrary } from './testing/library.ts';

const w = 'en "a" ja "あ"';
const facts = `fact alarm yes-no ${w} asks ${w}\nfact ships number ${w} asks ${w}`;
const treaty = `instrument treaty title ${w} kind treaty, binding parties US, JP in force from 1960-06-23 contents V source gazette
provision V encoded gist ${w} source gazette
act act-1 ${w}`;

async function wrong(
  texts: Readonly<Record<string, string>>,
  registersText = registers().text,
): Promise<string[]> {
  const { rulebook, problems } = await buildRulebook(
    [
      { file: 'registers.anpo.md', text: registersText },
      ...Object.entries(texts).map(([file, code]) => ({
        file: `${file}.anpo.md`,
        text: code.includes('```') ? code : `\`\`\`anpo\n${code}\n\`\`\`\n`,
      })),
    ],
    '',
  );
  expect(rulebook).toBeUndefined();
  return problems.map(({ code, where }) => `${where.file.replace('.anpo.md', '')}:${where.line} ${code}`);
}

describe('in one round', () => {
  it('a slip in one file hides no unknown name in another', async () => {
    expect(await wrong({ a: `term x ${w} meanz true`, b: `term y ${w} means nobody-home` })).toEqual([
      'a:2 cannot-stand-here',
      'b:2 no-such-name',
    ]);
  });

  it.each([
    ['a word', `${facts}\nterm x ${w} meanz true`],
    ['a fence', `\`\`\`Anpo\n${facts}\nterm x ${w} means true\n\`\`\`\n`],
    ['a block without its end', `\`\`\`anpo\n${facts}\nterm x ${w} means true\n`],
    ['nesting', `${facts}\nterm x ${w} means ${'('.repeat(50)}true${')'.repeat(50)}`],
  ])('names of a file with a slip in %s are not called unknown', async (_, a) => {
    const found = await wrong({
      a,
      b: `${facts.replaceAll('fact ', 'fact other-')}\nterm y ${w} means x and alarm and ships is at least 3`,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^a:/);
  });

  it('provisions and values of a file with a slip are not called unknown', async () => {
    const a = `${treaty}\nfact weapon choice ${w} asks ${w} value guns ${w} value bombs ${w}\nterm x meanz true`;
    const b = `term y ${w} means weapon is guns\nclaim c says ${w} source gazette verdict fails because of treaty/V`;
    expect(await wrong({ a, b })).toEqual(['a:6 cannot-stand-here']);
  });

  it('an unknown name hides neither wrong types nor missing wording, in its own file and in others', async () => {
    const a = `${facts}\nterm x ${w} means nobody-home\nterm y en "a" means ships`;
    expect(await wrong({ a, b: `term z ${w} means alarm is at least 3` })).toEqual([
      'a:4 no-such-name',
      'a:5 wording-missing',
      'a:5 fact-asked-wrongly',
      'b:2 yes-no-tested',
    ]);
  });

  it('the library as a whole is checked as far as it hangs on nothing wrong', async () => {
    const a = `${treaty}\nduty d US must act-1 when false reviewed by nobody\nterm i ${w} means j\nterm j ${w} means i`;
    expect(await wrong({ a, b: `term x ${w} means nobody-home` })).toEqual([
      'a:5 condition-never',
      'a:6 defined-by-itself',
      'b:2 no-such-name',
    ]);
  });

  it('what follows from an unknown name is not told', async () => {
    const a = `${facts}\n${treaty.replace('parties US, JP', 'parties US, JPN')}
term gone ${w} means nobody-home
term danger ${w} means gone
duty d1 US must act-1 when danger reviewed by nobody
duty d2 each of parties to treaty-x must act-1 reviewed by nobody
precedent p ${w} on 1970-01-01, stated on 1970-01-01 by ${w} source gazette
  given alarm expect d2 of US applies expect d1 of JPN applies
term t ${w} means d2 applies to US
term v ${w} means weapn is guns`;
    expect(await wrong({ a })).toEqual([
      'a:4 no-such-name',
      'a:7 no-such-name',
      'a:10 no-such-name',
      'a:12 no-such-name',
      'a:14 no-such-name',
    ]);
  });

  it('what follows from an impossible date is not told', async () => {
    const a = `${treaty.replace('from 1960-06-23', 'from 1960-06-31 until 1970-01-01')}
duty d US must act-1 from 1965-01-01 until 1966-01-01 reviewed by nobody`;
    expect(await wrong({ a })).toEqual(['a:2 no-such-day']);
  });

  it('what follows from registers that cannot be read is not told', async () => {
    const a = `${facts}\n${treaty} \nduty d each of US, JP must act-1 when where is islands reviewed by nobody
fact where place, assumed rock as usual ${w} asks ${w}
fact survival yes-no determined by cabinet ${w} asks ${w}
term x ${w} means survival as found by US`;
    const broken = registers().text.replace('```anpo', '```anpo\nparty ( ');
    expect(await wrong({ a, b: `term y ${w} means nobody-home` }, broken)).toEqual([
      'b:2 no-such-name',
      'registers:6 no-new-name',
    ]);
  });

  it('under a provision that belongs to no instrument, norms are not told', async () => {
    expect(
      await wrong({
        a: `act act-1 ${w}\nprovision V encoded gist ${w} source gazette\nduty d US must act-1 reviewed by nobody`,
      }),
    ).toEqual(['a:3 provision-outside']);
  });
});

describe('one slip in a sound library', { timeout: 60_000 }, () => {
  const library = smallLibrary();
  const withLine = (file: string, number: number, line: string): LibraryText[] =>
    library.map((text) =>
      text.file === file ? { file, text: text.text.split('\n').with(number, line).join('\n') } : text,
    );
  /** The first lines of elements, each with its file, number, words before the name, and the name. */
  const heads = library.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, number) => {
      const [, before, name] = /^([a-z]+ )([\w.-]+)/.exec(line) ?? [];
      return before === undefined || name === undefined ? [] : [{ file, number, line, before, name }];
    }),
  );

  it.each(library.map(({ file }) => file))('of a word in %s is told there alone', async (file) => {
    for (const { number, line } of heads.filter((head) => head.file === file)) {
      const { problems } = await buildRulebook(withLine(file, number, `( ${line}`), '');
      expect(problems.map(({ where }) => where.file)).toEqual([file]);
    }
  });

  it('of a name is told where the name is used, and nothing besides', async () => {
    const ofNames = [
      'no-such-name',
      'not-in-register',
      'default-not-in-register',
      'provision-unaccounted',
      'provision-not-in-contents',
    ];
    let told = 0;
    for (const { file, number, line, before, name } of heads) {
      const changed = `${before}${name}-gone${line.slice(before.length + name.length)}`;
      const { problems } = await buildRulebook(withLine(file, number, changed), '');
      told += problems.length;
      expect([name, ...new Set(problems.map(({ code }) => code))]).toEqual([
        name,
        ...new Set(problems.map(({ code }) => code).filter((code) => ofNames.includes(code))),
      ]);
    }
    expect(told).toBeGreaterThan(heads.length);
  });
});
