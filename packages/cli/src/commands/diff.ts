/** `anpo diff FROM TO`: what changed between two days, two views or two libraries. */
import { statSync } from 'node:fs';
import { checkSides, diff as differ, type SideKind, type WrittenSide } from '@anpo/answers';
import type { Library } from '@anpo/engine';
import { checkView, complain } from '@anpo/engine/complaint';
import { type ParsedArguments, textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import type { Context } from '../context.ts';
import { withProgress } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const diff: Command = {
  options: {
    on: { type: 'string' },
    'known-on': { type: 'string' },
    view: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 2,
  async run(parsed, context) {
    const [one, other] = parsed.positionals;
    if (one === undefined || other === undefined)
      return complain(commandComplaint('side-missing', { argument: one === undefined ? 'FROM' : 'TO' }));
    const library = new Libraries(parsed, context);
    const sides = [await library.side(one), await library.side(other)] as const;
    const shared = {
      on: textOf(parsed, 'on'),
      known: textOf(parsed, 'known-on'),
      view: textOf(parsed, 'view'),
      today: context.environment.today(),
    };
    checkSides(sides, shared);
    const sidesOf = [await library.of(sides[0]), await library.of(sides[1])] as const;
    const answered = await withProgress(context, () =>
      differ(sidesOf, { sides, ...shared }, readerOf(parsed, context)),
    );
    print(answered, parsed, context);
    return 0;
  },
};

/** The libraries that the sides name; the own one is loaded once, and only where it is needed. */
class Libraries {
  readonly #name: string | undefined;
  readonly #context: Context;
  #own: Promise<Library> | undefined;

  constructor(parsed: ParsedArguments, context: Context) {
    this.#name = textOf(parsed, 'library');
    this.#context = context;
  }

  async side(text: string): Promise<WrittenSide> {
    return { text, kind: await this.#kindOf(text) };
  }

  of({ text, kind }: WrittenSide): Promise<Library> {
    const { environment } = this.#context;
    if (kind === 'directory') return environment.loadLibrary(text, this.#context);
    return kind === 'revision' ? environment.loadRevision(text, this.#name, this.#context) : this.#loadOwn();
  }

  async #kindOf(text: string): Promise<SideKind> {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'date';
    const isDirectory = statSync(text, { throwIfNoEntry: false })?.isDirectory() === true;
    // A directory written as such is one even where a view has its name.
    if (isDirectory && /[\\/.]/.test(text)) return 'directory';
    if (checkView((await this.#loadOwn()).rulebook, text).length === 0) return 'view';
    return isDirectory ? 'directory' : 'revision';
  }

  #loadOwn(): Promise<Library> {
    this.#own ??= this.#context.environment.loadLibrary(this.#name, this.#context);
    return this.#own;
  }
}
