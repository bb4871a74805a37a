/** `anpo assess`: what the law makes of a situation. */
import { assessSituation, type Rulebook } from '@anpo/engine';
import { type ParsedArguments, textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { type Draft, emptyDraft, type PlacedText } from '../input/draft.ts';
import { readFactFlag } from '../input/fact-flag.ts';
import { readInput } from '../input/read-file.ts';
import { mergeDrafts, toQuestion } from '../input/situation.ts';
import { renderAssessment } from '../render/assessment.ts';
import type { Command } from './index.ts';

export const assess: Command = {
  options: {
    fact: { type: 'string', multiple: true },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    view: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const [file] = parsed.positionals;
    const draft = file === undefined ? emptyDraft : await readDraft(file, context);
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    const merged = mergeDrafts(draft, draftOf(parsed, draft, rulebook, context));
    const question = toQuestion(merged, rulebook, context.environment.today(), context.messages);
    const assessment = assessSituation(rulebook, question.situation, { view: question.view });
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(assessment, undefined, 2)}\n`
        : renderAssessment(
            assessment,
            rulebook,
            { full: parsed.values.all === true, today: question.today },
            context,
          ),
    );
    return 0;
  },
};

async function readDraft(file: string, context: Context): Promise<Draft> {
  const text = await readInput(file, context);
  const { readSituationFile } = await import('../input/situation-file.ts');
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
