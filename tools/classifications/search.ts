/**
 * Values of choices that may be the legal answer itself: their label says in the words of a provision what a norm
 * or a term under that provision turns on, so that whoever chooses the value has classified the case. What can be
 * seen is to be asked instead, and who classifies it how is a reading.
 */
import type { Rulebook } from '@anpo/engine';

type Expression = NonNullable<Rulebook['norms'][number]['condition']>;

export interface Classification {
  /** `fact=value`. */
  readonly value: string;
  /** The provisions whose words it repeats. */
  readonly provisions: readonly string[];
}

export function classifyingValues(rulebook: Rulebook): readonly Classification[] {
  const words = new Map(
    rulebook.provisions.map(({ id, gist, phrase }) => [id, wordsOf(`${gist?.en ?? ''} ${phrase?.en ?? ''}`)]),
  );
  const labels = new Map(
    rulebook.facts.flatMap(({ id, choices }) =>
      choices.map((choice): [string, ReadonlySet<string>] => [
        `${id}=${choice.id}`,
        wordsOf(choice.label.en),
      ]),
    ),
  );
  const found = new Map<string, Set<string>>();
  const look = (provision: string | undefined, expression: Expression | undefined): void => {
    const said = provision === undefined ? undefined : words.get(provision);
    if (provision === undefined || !said || !expression) return;
    for (const value of valuesIn(expression)) {
      const label = labels.get(value);
      if (!label || label.size === 0 || ![...label].every((word) => said.has(word))) continue;
      found.set(value, (found.get(value) ?? new Set()).add(provision));
    }
  };
  for (const { provision, condition } of rulebook.norms) look(provision, condition);
  for (const { provision, definition } of rulebook.terms) {
    look(provision, definition.meaning);
    for (const { meaning } of definition.readings) look(provision, meaning);
  }
  return [...found].map(([value, provisions]) => ({ value, provisions: [...provisions] }));
}

function valuesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'value':
      return expression.values.map((value) => `${expression.fact}=${value}`);
    case 'not':
      return valuesIn(expression.of);
    case 'and':
    case 'or':
      return expression.of.flatMap(valuesIn);
    default:
      return [];
  }
}

const unsaying = new Set(
  'the and for with from that this which who whom whose what are was were not its their into than other another such any each party parties state states'.split(
    ' ',
  ),
);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
      .filter((word) => !unsaying.has(word))
      .map((word) => word.slice(0, 5)),
  );

/** Of lines `fact=value: why it can be seen, or that it is to be mended`; `#` begins a remark. */
export const knownValues = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => line.slice(0, line.indexOf(':'))),
  );
