/** Puts the questions of an interview on a terminal. */

import type { Asked } from '@anpo/answers';
import { engineWords, type Rulebook, sayComplaint } from '@anpo/engine';
import { checkValue } from '@anpo/engine/complaint';
import type { Fact } from '@anpo/engine/rulebook';
import { isCancel, log, outro, select, text } from '@clack/prompts';
import type { Context } from '../context.ts';
import { printable } from '../terminal/printable.ts';

/** A value, or what to do instead of answering. */
export type Reply = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'back' | 'finish' };

export interface PutQuestion {
  readonly asked: Asked;
  readonly text: string;
  /** Why it is asked. */
  readonly why: string;
  readonly canGoBack: boolean;
}

const BACK = ':back';
const FINISH = ':finish';
const UNKNOWN = 'unknown';
const AGAIN = ':again';
/** More choices than this are searched. */
const MOST_CHOICES = 9;

export async function putQuestion(
  { asked, canGoBack, ...said }: PutQuestion,
  rulebook: Rulebook,
  context: Context,
): Promise<Reply> {
  const { messages, words } = context;
  const message = printable(said.text);
  log.message(printable(said.why));
  const { fact } = asked;
  const controls = [
    { value: UNKNOWN, label: words.unknownValue },
    ...(canGoBack ? [{ value: BACK, label: messages.goBack }] : []),
    { value: FINISH, label: messages.finish },
  ];
  if (fact.type === 'number' || fact.type === 'amount' || fact.type === 'date') {
    const reply = await text({
      message: `${message}${words.inBrackets(messages.typedControls(canGoBack))}`,
      placeholder: fact.type === 'date' ? 'YYYY-MM-DD' : '12',
      validate: (value) => complaint(value ?? '', fact, rulebook, context),
    });
    return replyOf(isCancel(reply) ? FINISH : typed(reply));
  }
  const choices = choicesOf(fact, rulebook, context);
  if (choices.length <= MOST_CHOICES) {
    const options = [...choices, ...controls];
    const reply = await select({ message, options, showInstructions: false });
    return replyOf(isCancel(reply) ? FINISH : reply);
  }
  return searched(choices, controls, `${message}${words.inBrackets(messages.search(canGoBack))}`, context);
}

interface Choice {
  readonly value: string;
  readonly label: string;
  /** In every language, to be found by. */
  readonly words: string;
}

/** Of many choices: first a part of the name, then which of those that have it. */
async function searched(
  choices: readonly Choice[],
  controls: readonly { value: string; label: string }[],
  message: string,
  { messages }: Context,
): Promise<Reply> {
  const matching = (part: string): readonly Choice[] => {
    const wanted = part.trim().toLowerCase();
    const exact = choices.filter(
      ({ value, label }) => value.toLowerCase() === wanted || label === part.trim(),
    );
    return exact.length > 0 ? exact : choices.filter(({ words }) => words.toLowerCase().includes(wanted));
  };
  for (;;) {
    const part = await text({
      message,
      validate: (value) =>
        isControl(typed(value ?? '')) || matching(value ?? '').length > 0
          ? undefined
          : messages.noMatch(value ?? ''),
    });
    if (isCancel(part)) return { kind: 'finish' };
    const control = typed(part);
    if (isControl(control)) return replyOf(control);
    const found = matching(part);
    const [only] = found;
    if (found.length === 1 && only) return { kind: 'value', value: only.value };
    const shown = found.slice(0, MOST_CHOICES * 2).map(({ value, label }) => ({ value, label }));
    const options = [...shown, { value: AGAIN, label: messages.searchAgain }, ...controls];
    const reply = await select({ message, options, maxItems: MOST_CHOICES + 4, showInstructions: false });
    if (isCancel(reply)) return { kind: 'finish' };
    if (reply !== AGAIN) return replyOf(reply);
  }
}

/** Ends the interview with a line. */
export const sayDone = (line: string): void => outro(printable(line));

function replyOf(value: string): Reply {
  if (value === BACK) return { kind: 'back' };
  if (value === FINISH) return { kind: 'finish' };
  return { kind: 'value', value };
}

const controlSigns = new Map([
  ['?', UNKNOWN],
  ['<', BACK],
  ['.', FINISH],
]);

const typed = (value: string): string => controlSigns.get(value.trim()) ?? value.trim();

const isControl = (text: string): boolean => text === UNKNOWN || text === BACK || text === FINISH;

/** What is wrong with a value as it is typed: only what would be right is said, there is little room. */
function complaint(value: string, fact: Fact, rulebook: Rulebook, { language }: Context): string | undefined {
  const text = typed(value);
  const [wrong] = isControl(text) ? [] : checkValue(rulebook, fact, text);
  if (!wrong) return undefined;
  const { message, mend } = sayComplaint(wrong, language, [engineWords]);
  return mend ?? message;
}

function choicesOf(fact: Fact, rulebook: Rulebook, { language, messages }: Context): readonly Choice[] {
  const choice = ({ id, label }: { id: string; label: { en: string; ja: string } }): Choice => ({
    value: id,
    label: printable(label[language]),
    words: `${id} ${label.en} ${label.ja}`,
  });
  const { yes, no } = messages;
  switch (fact.type) {
    case 'yes-no':
      return [
        { value: 'yes', label: yes, words: yes },
        { value: 'no', label: no, words: no },
      ];
    case 'choice':
      return fact.choices.map(choice);
    case 'party':
      return rulebook.parties.map(choice);
    case 'place':
      return rulebook.places.map(choice);
    default:
      return [];
  }
}
