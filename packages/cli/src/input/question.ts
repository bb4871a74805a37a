/** The situation that a command is asked about: from a file, from flags, or both. */
import { type Draft, emptyDraft, mergeDrafts, type PlacedText, readFactFlag } from '@anpo/answers/questions';
import type { Library, Rulebook } from '@anpo/engine';
import { presentNames } from '@anpo/engine/situation';
import { textOf as decoded, readTextFile } from '@anpo/node';
import { type OptionTable, type ParsedArguments, textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';

/** The flags with which every command takes a situation. */
export const situationOptions: OptionTable = {
  fact: { type: 'string', multiple: true },
  on: { type: 'string' },
  'known-on': { type: 'string' },
  view: { type: 'string' },
};

/** A situation as it was written in a file and on the command line, with the library that it is put to. */
export interface Asked {
  readonly library: Library;
  readonly situation: Draft;
  /** The day it is where the command runs. */
  readonly today: string;
}

/** Reads the file before the library, so that a slip in it is told at once. */
export async function readQuestion(
  file: string | undefined,
  parsed: ParsedArguments,
  context: Context,
): Promise<Asked> {
  const draft = file === undefined ? emptyDraft : await readDraft(file, context);
  const { environment } = context;
  const library = await environment.loadLibrary(textOf(parsed, 'library'), context);
  const { rulebook } = library;
  const situation = mergeDrafts(rulebook, draft, draftOf(parsed, draft, rulebook));
  return { library, situation, today: environment.today() };
}

export async function readDraft(file: string, context: Context): Promise<Draft> {
  const text =
    file === '-'
      ? decoded(await context.environment.readStandardInput(), file)
      : readTextFile(file, 'situation');
  const { readSituationFile } = await import('@anpo/answers/situation-file');
  return readSituationFile(text, file);
}

function draftOf(parsed: ParsedArguments, file: Draft, rulebook: Rulebook): Draft {
  const facts = new Set(rulebook.facts.map(({ id }) => id));
  const { item } = presentNames(rulebook);
  const given = (parsed.lists.fact ?? []).map((text) =>
    readFactFlag(text, (name) => facts.has(item(name)), file.incidents),
  );
  const flag = (name: string): PlacedText | undefined => {
    const text = textOf(parsed, name);
    return text === undefined ? undefined : { text, where: { input: `--${name}` } };
  };
  return {
    on: flag('on'),
    known: flag('known-on'),
    view: flag('view'),
    // Without a file the flags name the incidents; with one, a new name would more likely be a slip.
    incidents:
      file.incidents.length > 0
        ? []
        : given.flatMap(({ incident }) => (incident === undefined ? [] : [incident])),
    given,
  };
}
