/** `anpo diff FROM TO`: what changed between two days, two views or two libraries. */
import { statSync } from 'node:fs';
import {
  circuitFor,
  type DifferenceSide,
  differenceOf,
  holdersOfView,
  parseDay,
  type Rulebook,
} from '@anpo/engine';
import { type ParsedArguments, textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';
import { checkView } from '../input/situation.ts';
import { type NamedSide, renderDifference } from '../render/difference.ts';
import { withProgress } from '../render/progress.ts';
import { withNamesOf } from '../rulebook/common-names.ts';
import type { Command } from './command.ts';

type Kind = 'date' | 'view' | 'directory' | 'revision';

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
    const { messages, environment } = context;
    const [one, other] = parsed.positionals;
    if (one === undefined || other === undefined) {
      const message = messages.argumentMissing(one === undefined ? 'FROM' : 'TO');
      return fail({ message, mend: messages.reasoning.sidesMend });
    }
    const sides = await sidesOf([one, other], parsed, context);
    const difference = await withProgress(context, () => differenceOf(sides[0].side, sides[1].side));
    environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify({ from: jsonSide(sides[0]), to: jsonSide(sides[1]), ...difference }, undefined, 2)}\n`
        : renderDifference(difference, sides, parsed.values.all === true, context),
    );
    return 0;
  },
};

const jsonSide = ({ side, view }: NamedSide): unknown => ({
  library: side.rulebook.hash,
  on: side.on,
  known: side.known,
  view,
});

async function sidesOf(
  texts: readonly [string, string],
  parsed: ParsedArguments,
  context: Context,
): Promise<readonly [NamedSide, NamedSide]> {
  const { messages, environment } = context;
  const { reasoning } = messages;
  const library = textOf(parsed, 'library');
  const on = dateFlag('on', parsed, context);
  const known = dateFlag('known-on', parsed, context);
  const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
  let own: Rulebook | undefined;
  const loadOwn = async (): Promise<Rulebook> => {
    own ??= await environment.loadRulebook(library, context);
    return own;
  };
  const kindOf = async (text: string): Promise<Kind> => {
    if (isDate(text)) return 'date';
    const isDirectory = statSync(text, { throwIfNoEntry: false })?.isDirectory() === true;
    // A directory written as such is one even where a view has its name.
    if (isDirectory && /[\\/.]/.test(text)) return 'directory';
    const { views, holders } = await loadOwn();
    if (text === 'all' || [...views, ...holders].some(({ id }) => id === text)) return 'view';
    return isDirectory ? 'directory' : 'revision';
  };
  const kinds = [await kindOf(texts[0]), await kindOf(texts[1])] as const;
  const isLibrary = (kind: Kind): boolean => kind === 'directory' || kind === 'revision';
  if (kinds[0] !== kinds[1] && !(isLibrary(kinds[0]) && isLibrary(kinds[1]))) {
    // A slip in a name reads as a revision.
    const slip = texts.find((_, index) => kinds[index] === 'revision');
    if (slip !== undefined) return fail({ message: reasoning.sideUnknown(slip), mend: reasoning.sidesMend });
    return fail({ message: reasoning.sidesDiffer, mend: reasoning.sidesMend });
  }
  if (kinds[0] === 'date' && on !== undefined)
    return fail({ where: '--on', message: reasoning.diffDatesClash });
  if (kinds[0] === 'view' && textOf(parsed, 'view') !== undefined)
    return fail({ where: '--view', message: reasoning.diffViewClash });
  const load = async (text: string, kind: Kind): Promise<Rulebook> => {
    if (kind === 'directory') return environment.loadRulebook(text, context);
    return kind === 'revision' ? environment.loadRevision(text, library, context) : loadOwn();
  };
  const rulebooks = [await load(texts[0], kinds[0]), await load(texts[1], kinds[1])] as const;
  const sideOf = (index: 0 | 1): NamedSide => {
    const [text, kind] = [texts[index], kinds[index]];
    const rulebook = withNamesOf(rulebooks[index], rulebooks[1 - index] as Rulebook);
    if (kind === 'date' && parseDay(text) === undefined) return fail({ message: messages.notADate(text) });
    const view = kind === 'view' ? text : (textOf(parsed, 'view') ?? 'all');
    checkView({ text: view, where: '--view' }, rulebook, messages);
    const side: DifferenceSide = {
      rulebook,
      circuit: circuitFor(rulebook, 1),
      on: kind === 'date' ? text : (on ?? environment.today()),
      known,
      view: holdersOfView(rulebook, view),
    };
    return { side, view, text, kind };
  };
  return [sideOf(0), sideOf(1)];
}

function dateFlag(name: string, parsed: ParsedArguments, { messages }: Context): string | undefined {
  const text = textOf(parsed, name);
  if (text !== undefined && parseDay(text) === undefined)
    return fail({ where: `--${name}`, message: messages.notADate(text) });
  return text;
}
