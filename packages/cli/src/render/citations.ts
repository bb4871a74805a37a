/** Numbers the sources as they are first cited, so that a reason cites [2] and the list below says what that is. */
import type { CitedSource } from '@anpo/engine';
import type { Context } from '../context.ts';
import type { Page } from './page.ts';

export class SourceList {
  readonly #context: Context;
  readonly #sources = new Map<string, { readonly number: number; readonly cited: CitedSource }>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** `[2, p. 14; NOT CONFIRMED]`. The mark always shows; a confirmed one may be left to the list of sources. */
  cite(citations: readonly CitedSource[], always: boolean): string {
    const { messages } = this.#context;
    return citations
      .map((citation) => {
        const place = citation.at === undefined ? '' : `, ${citation.at}`;
        const mark = always || citation.mark !== 'confirmed' ? `; ${messages.shortMarks[citation.mark]}` : '';
        return `[${this.#numberOf(citation)}${place}${mark}]`;
      })
      .join('');
  }

  print(page: Page): void {
    const { language, messages, paint } = this.#context;
    if (this.#sources.size === 0) return;
    page.blank();
    page.heading(messages.sources, paint.heading);
    for (const { number, cited } of this.#sources.values()) {
      const address = cited.address === undefined ? '' : `  ${cited.address}`;
      page.text(`${cited.title[language]}${address}`, `[${number}] `);
    }
  }

  #numberOf(cited: CitedSource): number {
    const known = this.#sources.get(cited.source);
    if (known) return known.number;
    const number = this.#sources.size + 1;
    this.#sources.set(cited.source, { number, cited });
    return number;
  }
}
