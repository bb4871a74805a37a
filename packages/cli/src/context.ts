/** What every command is given: the reader's language and words, the terminal, the world outside. */
import type { Words } from '@anpo/answers';
import type { Language } from '@anpo/engine';
import type { Environment } from './environment.ts';
import type { Messages } from './messages/index.ts';
import type { Painter } from './terminal/paint.ts';

export interface Context {
  readonly environment: Environment;
  readonly language: Language;
  /** The command line's own words. */
  readonly messages: Messages;
  /** The words of answers, punctuation included. */
  readonly words: Words;
  /** Columns to wrap at. */
  readonly width: number;
  readonly paint: Painter;
}
