import { wordsIn } from '@anpo/answers';
import type { Complaint } from '@anpo/engine';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { createPainter } from './paint.ts';
import { renderProblems } from './print-problems.ts';

const problems: readonly Complaint[] = [
  {
    code: 'no-such-name',
    data: {
      wanted: 'Referable',
      name: 'armed-atack',
      near: ['armed-attack'],
      candidates: ['armed-attack', 'armed-attack-under-V'],
    },
    nearest: ['armed-attack'],
    where: {
      file: 'us-japan/treaty-1960.anpo.md',
      line: 102,
      column: 8,
      endLine: 102,
      endColumn: 19,
      quote: '  when armed-atack and place is administered by JP',
    },
  },
  {
    code: 'cannot-stand-here',
    data: {
      found: '余計',
      element: 'place',
      name: 'okinawa',
      near: [],
      expected: ['word called', 'name Party'],
    },
    severity: 'warning',
    where: {
      file: 'registers/places.anpo.md',
      line: 7,
      column: 24,
      endLine: 7,
      endColumn: 26,
      quote: 'place okinawa ja "沖縄県" 余計',
    },
  },
];

describe('problems of a library', () => {
  it.each(['en', 'ja'] as const)('are quoted and underlined in %s', async (language) => {
    const text = renderProblems(problems, {
      language,
      messages: messagesIn(language),
      words: wordsIn(language),
      width: 80,
      paint: createPainter(false),
      environment: undefined as never,
    });
    await expect(text).toMatchFileSnapshot(`../../test-data/problems.${language}.txt`);
  });
});
