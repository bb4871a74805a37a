/** The situation that a command is asked about: from a file, from flags, or both. */
import type { Rulebook } from '@anpo/engine';
import { textOf as decoded, readTextFile } from '@anpo/node';
import { type OptionTable, type ParsedArguments, textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { type Draft, emptyDraft, type PlacedText } from './draft.ts';
import { readFactFlag } from './fact-flag.ts';
import { mergeDrafts, type Question, toQuestion } from './situation.ts';

/** The flags with which every command takes a situation. */
export const situationOptions: OptionTable = {
  fact: { type: 'string', multiple: true },
  on: { type: 'string' },
  'known-on': { type: 'string' },
  view: { type: 'string' },
};

/** Reads the file before the library, so that a slip in it is told at once. */
export async function readQuestion(
  file: string | undefined,
  parsed: ParsedArguments,
  context: Context,
): Promise<{ readonly rulebook: Rulebook; readonly question: Question }> {
  const draft = file === undefined ? emptyDraft : await readDraft(file, context);
  const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
  const merged = mergeDrafts(draft, draftOf(parsed, draft, rulebook, context));
  return {
    rulebook,
    question: toQuestion(merged, rulebook, context.environment.today(), context.messages),
  };
}

export async function readDraft(file: string, context: Context): Promise<Draft> {
  const text =
    file === '-'
      ? decoded(await context.environment.readStandardInput(), file)
      : readTextFile(file, 'situation');
  const { readSituationFile } = await import('./situation-file.ts');
  return readSituationFile(text, file, context.messages);
}

function draftOf(parsed: ParsedArguments, file: Draft, rulebook: Rulebook, { messages }: Context): Draft {
  const facts = new Set(rulebook.facts.map(({ id }) => id));
  const given = (parsed.lists.fact ?? []).map((text) =>
    readFactFlag(text, (name) => facts.has(name), file.incidents, messages),
  );
  const flag = (name: string): PlacedText | undefined => {
    const text = textOf(parsed, name);
    return text === undefined ? undefined : { text, where: `--${name}` };
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
