/** Citations with what a reader needs to check them. */
import type { CitedSource } from '../findings/reason.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Citation, Mark, Rulebook } from '../rulebook/schema.ts';

export function cite(rulebook: Rulebook, citations: readonly Citation[]): readonly CitedSource[] {
  const index = indexRulebook(rulebook);
  return citations.map((citation) => {
    const source = index.source(citation.source);
    return { ...citation, title: source.title, address: source.address };
  });
}

const order: readonly Mark[] = ['confirmed', 'secondary', 'contested', 'unconfirmed'];

/** The best confirmation among citations; nothing cited is unconfirmed. */
export function bestMark(citations: readonly Citation[]): Mark {
  return order.find((mark) => citations.some((citation) => citation.mark === mark)) ?? 'unconfirmed';
}
