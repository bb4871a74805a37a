import type { Problem } from '@anpo/language';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { createPainter } from './paint.ts';
import { renderProblems } from './problems.ts';

const problems: readonly Problem[] = [
  {
    severity: 'error',
    file: 'us-japan/treaty-1960.anpo.md',
    line: 102,
    column: 8,
    endLine: 102,
    endColumn: 20,
    message: 'there is no fact or term "armed-atack"',
    quote: '  when armed-atack and place is administered by JP',
    candidates: ['armed-attack', 'armed-attack-under-V'],
    mend: 'write one of the candidates, or declare a fact of this name',
  },
  {
    severity: 'warning',
    file: 'registers/places.anpo.md',
    line: 7,
    column: 22,
    endLine: 7,
    endColumn: 24,
    message: 'the Japanese name is followed by a stray word',
    quote: 'place okinawa ja "沖縄県" 余計',
    candidates: [],
  },
];

describe('problems of a library', () => {
  it.each(['en', 'ja'] as const)('are quoted and underlined in %s', async (language) => {
    const text = renderProblems(problems, {
      language,
      messages: messagesIn(language),
      width: 80,
      paint: createPainter(false),
      environment: undefined as never,
    });
    await expect(text).toMatchFileSnapshot(`../../test-data/problems.${language}.txt`);
  });
});
