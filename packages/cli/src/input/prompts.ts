/** Puts the questions of an interview on a terminal. */

import { type Fact, parseValue, type Rulebook, toDay } from '@anpo/engine';
import { isCancel, log, outro, select, text } from '@clack/prompts';
import type { Context } from '../context.ts';
import type { Asked } from './interview.ts';

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
  { asked, text: message, why, canGoBack }: PutQuestion,
  rulebook: Rulebook,
  on: string,
  context: Context,
): Promise<Reply> {
  const { messages } = context;
  const { reasoning } = messages;
  log.message(why);
  const { fact } = asked;
  const controls = [
    { value: UNKNOWN, label: messages.unknownValue },
    ...(canGoBack ? [{ value: BACK, label: reasoning.goBack }] : []),
    { value: FINISH, label: reasoning.finish },
  ];
  if (fact.type === 'number' || fact.type === 'amount' || fact.type === 'date') {
    const reply = await text({
      message: `${message}${messages.inBrackets(reasoning.typedControls(canGoBack))}`,
      placeholder: fact.type === 'date' ? 'YYYY-MM-DD' : '12',
      validate: (value) => complaint(value ?? '', fact, rulebook, on, context),
    });
    return replyOf(isCancel(reply) ? FINISH : typed(reply));
  }
  const choices = choicesOf(fact, rulebook, context);
  if (choices.length <= MOST_CHOICES) {
    const options = [...choices, ...controls];
    const reply = await select({ message, options, showInstructions: false });
    return replyOf(isCancel(reply) ? FINISH : reply);
  }
  return searched(
    choices,
    controls,
    `${message}${messages.inBrackets(reasoning.search(canGoBack))}`,
    context,
  );
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
  const { reasoning } = messages;
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
          : reasoning.noMatch(value ?? ''),
    });
    if (isCancel(part)) return { kind: 'finish' };
    const control = typed(part);
    if (isControl(control)) return replyOf(control);
    const found = matching(part);
    const [only] = found;
    if (found.length === 1 && only) return { kind: 'value', value: only.value };
    const shown = found.slice(0, MOST_CHOICES * 2).map(({ value, label }) => ({ value, label }));
    const options = [...shown, { value: AGAIN, label: reasoning.searchAgain }, ...controls];
    const reply = await select({ message, options, maxItems: MOST_CHOICES + 4, showInstructions: false });
    if (isCancel(reply)) return { kind: 'finish' };
    if (reply !== AGAIN) return replyOf(reply);
  }
}

/** Ends the interview with a line. */
export const sayDone = (line: string): void => outro(line);

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

function complaint(
  value: string,
  fact: Fact,
  rulebook: Rulebook,
  on: string,
  { messages }: Context,
): string | undefined {
  const text = typed(value);
  if (isControl(text)) return undefined;
  try {
    parseValue(rulebook, fact, text, toDay(on));
    return undefined;
  } catch {
    return fact.type === 'date' ? messages.dateValues : messages.numberValues(fact.minimum, fact.maximum);
  }
}

function choicesOf(fact: Fact, rulebook: Rulebook, { language, messages }: Context): readonly Choice[] {
  const choice = ({ id, label }: { id: string; label: { en: string; ja: string } }): Choice => ({
    value: id,
    label: label[language],
    words: `${id} ${label.en} ${label.ja}`,
  });
  const { yes, no } = messages.reasoning;
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
