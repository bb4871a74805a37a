import { describe, expect, it } from 'vitest';
import { catalogues } from './edge.ts';

describe('the catalogues of all packages', () => {
  const codes = catalogues.flatMap(({ en }) => Object.keys(en));

  it('give each code one meaning', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('word every code in every language', () => {
    expect(catalogues.flatMap(({ ja }) => Object.keys(ja))).toEqual(expect.arrayContaining(codes));
  });
});
