/** Numbers the sources as they are first cited, so that a reason cites [2] and the list below says what that is. */
import type { CitedSource } from '@anpo/engine/findings';
import type { Citation, SourcesPart } from '../answer/answer.ts';
import type { Speaker } from '../speaker.ts';

export class SourceList {
  readonly #speaker: Speaker;
  readonly #sources = new Map<string, { readonly number: number; readonly cited: CitedSource }>();

  constructor(speaker: Speaker) {
    this.#speaker = speaker;
  }

  /** The mark always shows where `always` is set; else a confirmed one is left to the list of sources. */
  cite(citations: readonly CitedSource[], always: boolean): readonly Citation[] {
    const { words } = this.#speaker;
    return citations.map((citation) => ({
      number: this.#numberOf(citation),
      source: citation.source,
      ...(citation.at === undefined ? {} : { at: citation.at }),
      ...(always || citation.mark !== 'confirmed' ? { mark: words.shortMarks[citation.mark] } : {}),
    }));
  }

  /** The list of what was cited; undefined where nothing was. */
  part(): SourcesPart | undefined {
    if (this.#sources.size === 0) return undefined;
    const sources = [...this.#sources.values()].map(({ number, cited }) => ({
      number,
      source: cited.source,
      title: this.#speaker.say(cited.title),
      ...(cited.address === undefined ? {} : { address: cited.address }),
    }));
    return { kind: 'sources', sources };
  }

  #numberOf(cited: CitedSource): number {
    const known = this.#sources.get(cited.source);
    if (known) return known.number;
    const number = this.#sources.size + 1;
    this.#sources.set(cited.source, { number, cited });
    return number;
  }
}
