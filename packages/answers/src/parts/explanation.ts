/** What an answer that explains is built with: the writer, the sources numbered so far, what was explained already. */
import type { CitedSource } from '@anpo/engine/findings';
import type { Citation } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';
import { SourceList } from './sources.ts';

export interface Explanation {
  readonly speaker: Speaker;
  readonly write: AnswerWriter;
  readonly cite: (citations: readonly CitedSource[], always: boolean) => readonly Citation[];
  readonly sources: SourceList;
  /** Conditions that were explained in this answer already. */
  readonly explained: Set<string>;
}

export function newExplanation(speaker: Speaker): Explanation {
  const sources = new SourceList(speaker);
  return {
    speaker,
    write: new AnswerWriter(),
    cite: (citations, always) => sources.cite(citations, always),
    sources,
    explained: new Set(),
  };
}

/** Closes an answer with the list of what it cited. */
export function writeSources({ write, sources, speaker }: Explanation): void {
  const part = sources.part();
  if (!part) return;
  write.apart();
  write.section(speaker.words.sources);
  write.add(part);
}
