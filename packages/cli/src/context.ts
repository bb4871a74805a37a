/** What every command and renderer is given: the language, the width, the colours, the world outside. */
import type { Environment } from './environment.ts';
import type { Language, Messages } from './messages/index.ts';
import type { Painter } from './render/paint.ts';

export interface Context {
  readonly environment: Environment;
  readonly language: Language;
  readonly messages: Messages;
  /** Columns to wrap at. */
  readonly width: number;
  readonly paint: Painter;
}
