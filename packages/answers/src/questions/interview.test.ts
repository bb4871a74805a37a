import { openLibrary } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';

describe('an interview', () => {
  it('goes back, and asks no question twice', () => {
    const library = openLibrary(smallRulebook());
    const situation = { on: '1975-06-01', incidents: [], given: [] };
    const interview = new Interview(library, { situation, view: 'all', today: false }, () => true);
    const first = interview.next().asked;
    if (!first) throw new Error('nothing was asked');
    interview.answer(first.question, 'unknown');
    expect(interview.next().asked?.question).not.toEqual(first.question);
    expect(interview.back()).toBe(true);
    expect(interview.next().asked?.question).toEqual(first.question);
    expect(interview.back()).toBe(false);
  });
});
