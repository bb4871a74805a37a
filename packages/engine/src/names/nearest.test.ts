import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest names', () => {
  const names = ['armed-attack', 'armed-force', 'place', 'victim'];
  it('finds a misspelt name', () => expect(nearest('armed-atack', names, 3)).toEqual(['armed-attack']));
  it('finds a name that holds the text', () => expect(nearest('attack', names, 3)).toEqual(['armed-attack']));
  it('finds nothing for what is far from all', () => expect(nearest('xyzzy', names, 3)).toEqual([]));
  it('gives no more than asked', () => expect(nearest('armed', names, 1)).toHaveLength(1));
});
