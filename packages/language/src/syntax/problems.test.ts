/** Every slip of a file is told, each with the element that it stands in, whatever kind of element that is. */
import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../build.ts';
import { registers } from '../testing/library.ts';

const w = 'en "a" ja "あ"';

/** One element of each kind, with a word that cannot stand where it stands. */
const elements: Readonly<Record<string, string>> = {
  source: `source NAME ${w} att "b" confirmed`,
  party: `party NAME ${w} sourc gazette`,
  organ: `organ NAME off US ${w}`,
  holder: `holder NAME goverment ${w}`,
  view: `view NAME ${w} folows critics`,
  place: `place NAME ${w}\n  adminstered by US source gazette`,
  fact: `fact NAME yes-no ${w} askss ${w}`,
  term: `term NAME ${w} means true and`,
  act: `act NAME ${w} ${w}`,
  qualifier: `qualifier NAME en "a" jaa "あ"`,
  instrument: `instrument NAME\n  title ${w}\n  kindd treaty`,
  provision: `provision NAME encodedd`,
  duty: `duty NAME US must not-a-word\n  reviewd by nobody`,
  amount: `amount NAME in yenn ${w}`,
  constraint: `constraint NAME ${w} alwayss true`,
  facility: `facility NAME ${w} prefecture ${w}\n  opend "1950"`,
  event: `event NAME on 1970-01-01 about criss ${w}`,
  commitment: `commitment NAME of x ${w} promised ${w} stattus ${w}`,
  stance: `stance NAME on x by ${w} sayss ${w}`,
  glossary: `glossary NAME ${w} meanz ${w}`,
  precedent: `precedent NAME ${w} on 1970-01-01 given alarm is`,
  statement: `statement NAME on 1970-01-01 by ${w} sayss ${w}`,
  claim: `claim NAME says ${w} verdict failss`,
};

async function slipsOf(code: string): Promise<string[]> {
  const { problems } = await buildRulebook(
    [registers(), { file: 'a.anpo.md', text: `\`\`\`anpo\n${code}\n\`\`\`\n` }],
    '',
  );
  return problems.map(({ data: { element, name } }) => `${element} ${name}`);
}

describe('three slips', () => {
  it.each(Object.entries(elements))('of %s are told, each with its element', async (kind, element) => {
    const names = ['first', 'second', 'third'];
    const code = names.map((name) => element.replace('NAME', name)).join('\n');
    expect(await slipsOf(code)).toEqual(names.map((name) => `${kind} ${name}`));
  });

  it('are told where each is of another kind, sound elements between them', async () => {
    const sound = `qualifier sound ${w}`;
    const kinds = Object.keys(elements).filter((kind) => kind !== 'source');
    for (let index = 0; index < kinds.length; index += 3) {
      const some = kinds.slice(index, index + 3);
      const code = some.flatMap((kind) => [elements[kind]?.replace('NAME', 'x'), sound]).join('\n');
      expect(await slipsOf(code)).toEqual(some.map((kind) => `${kind} x`));
    }
  });
});

it('what could stand there is told in the words of the grammar', async () => {
  const { problems } = await buildRulebook(
    [registers(), { file: 'a.anpo.md', text: `\`\`\`anpo\nplace x ${w} caled "X" by US\n\`\`\`\n` }],
    '',
  );
  expect(problems[0]).toMatchObject({ code: 'cannot-stand-here', nearest: ['called'] });
});

it('nothing is told of what follows wording that is not closed', async () => {
  const code = `act first en "a ja "あ"\nact second en "a" jaa "あ"`;
  expect(await slipsOf(code)).toHaveLength(1);
});
