import { describe, expect, it } from 'vitest';
import { rulebookOfCode } from '../testing/library.ts';

describe('former names', () => {
  it('are entered for elements, values and provisions, and for nothing that was never renamed', async () => {
    const { instruments, provisions, facts, norms, acts } = await rulebookOfCode(`
instrument treaty formerly pact, league
  title en "The treaty" ja "条約"
  kind treaty, binding
  parties US, JP
  signed 1960-01-19
  in force from 1960-06-23
  contents V
  source gazette
provision V formerly 5, old.5 encoded gist en "They act." ja "行動する。" source gazette
act meet-danger en "meet the danger" ja "危険に対処する"
fact weapon formerly arms choice en "weapon" ja "武器" asks en "Which weapon?" ja "どの武器か。"
  value guns formerly rifles en "guns" ja "銃"
  value bombs en "bombs" ja "爆弾"
duty answer formerly reply each of US, JP must meet-danger
  when weapon is guns
  reviewed by nobody
`);
    const former = (items: readonly { id: string; formerly?: string[] | undefined }[]) =>
      items.map(({ id, formerly }) => [id, formerly]);
    expect(former(instruments)).toEqual([['treaty', ['pact', 'league']]]);
    expect(former(provisions)).toEqual([['treaty/V', ['treaty/5', 'treaty/old.5']]]);
    expect(former(facts)).toEqual([['weapon', ['arms']]]);
    expect(former(facts[0]?.choices ?? [])).toEqual([
      ['guns', ['rifles']],
      ['bombs', undefined],
    ]);
    expect(former(norms)).toEqual([['answer', ['reply']]]);
    expect(former(acts)).toEqual([['meet-danger', undefined]]);
  });
});
