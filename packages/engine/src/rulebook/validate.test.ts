import { describe, expect, it } from 'vitest';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { RulebookError, validateRulebook } from './validate.ts';

describe('validation of a Rulebook', () => {
  it('returns what is one', () => {
    const rulebook = smallRulebook();
    expect(validateRulebook(JSON.parse(JSON.stringify(rulebook)))).toEqual(rulebook);
  });

  it('names the path of what is wrong', () => {
    const [norm] = smallRulebook().norms;
    const wrong = { ...smallRulebook(), norms: [norm, { ...norm, kind: 'wish' }], hash: 3 };
    expect(() => validateRulebook(wrong)).toThrow(RulebookError);
    expect(() => validateRulebook(wrong)).toThrow(/at norms\[1\]\.kind: /);
    expect(() => validateRulebook(wrong)).toThrow(/at hash: /);
    expect(() => validateRulebook(null)).toThrow(/at the top: /);
  });

  it('refuses what it does not know, and another version', () => {
    expect(() => validateRulebook({ ...smallRulebook(), extra: [] })).toThrow(/extra/);
    expect(() => validateRulebook({ ...smallRulebook(), version: 2 })).toThrow(/at version: /);
  });

  it('says how many more problems there are', () => {
    const facts = Array.from({ length: 30 }, () => ({}));
    expect(() => validateRulebook({ ...smallRulebook(), facts })).toThrow(/and \d+ more/);
  });
});
