/** What an answer about all situations keeps of the assumptions, said once. */
import type { Speaker } from '../speaker.ts';

export function standingWords({ words, rulebook }: Speaker): string {
  const count = (kind: 'frame' | 'undone'): number =>
    rulebook.facts.filter(({ assumedAs }) => assumedAs === kind).length;
  return words.reasoning.standing(count('frame'), count('undone'));
}
