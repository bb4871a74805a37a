/** A complaint that the user can mend, in both languages. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

export class ScreenError extends Error {
  readonly words: readonly Words[];
  constructor(words: readonly Words[]) {
    super(words.map((each) => each.en).join('\n'));
    this.name = 'ScreenError';
    this.words = words;
  }
}

export const complain = (en: string, ja: string): never => {
  throw new ScreenError([{ en, ja }]);
};
