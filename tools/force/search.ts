/**
 * In what words rules are said: one sentence of each combination of force, legal order and kind, and the rules
 * whose provision speaks with another verb than the frame of their kind.
 */
import { indexRulebook, type Norm, type Rulebook, type Text } from '@anpo/engine/rulebook';
import { ruleSentence } from '@anpo/engine/wording';

export interface Combination {
  /** Such as "binding, international, duty". */
  readonly name: string;
  readonly count: number;
  readonly norm: string;
  readonly sentence: Text;
}

/** One example of each combination, the first of the library, in the order of their names. */
export function combinations(rulebook: Rulebook): readonly Combination[] {
  const groups = Map.groupBy(rulebook.norms, ({ force, order, kind }) => `${force}, ${order}, ${kind}`);
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, norms]) => {
      const norm = norms[0] as Norm;
      const sentence = ruleSentence(rulebook, norm, norm.bearers[0]?.id ?? '');
      return { name, count: norms.length, norm: norm.id, sentence };
    });
}

/** Verbs and forms of the operative words that "must", "must not", "may" and their like do not carry. */
const otherVerbs: Readonly<Record<Norm['kind'], RegExp>> = {
  duty: /\b(would|could|declares?|recogni[sz]es? the|intends?|intention|waives?|renounces?|acknowledges?|may|right to|powers? |authority|governed by)\b|宣言|意図|放棄する|権限|権能|権利を|ものとする|必要とする|責めに任|規律され/,
  prohibition:
    /\b(would|could|declares?|intends?|intention|renounces?|refrained|takes no|does not|no claim)\b|宣言|意図|放棄|とらない|持たず|作らず|慎む/,
  permission:
    /\b(would|could|intends?|is granted|are granted|the right|rights? of|inherent right|nothing|within self-defence|within individual)\b|許され|権利|得る|含まれ|範囲/,
  power: /\b(is granted|the right|primary right|exclusive jurisdiction)\b|権利/,
  immunity: /\b(does not|releases?)\b|影響/,
};

/** Rules in the words of their kind whose provision has, in its operative words or its gist, another verb. */
export function otherVerbed(rulebook: Rulebook): readonly Norm[] {
  const index = indexRulebook(rulebook);
  return rulebook.norms.filter((norm) => {
    if (norm.words !== undefined) return false;
    const { gist, phrase } = index.provision(norm.provision);
    const words = [gist, phrase].flatMap((text) => (text === undefined ? [] : [text.en, text.ja]));
    return words.some((text) => otherVerbs[norm.kind].test(text));
  });
}

/** Rules that are no law in force between states or in a state, worded as if they were. */
export const notLaw = (rulebook: Rulebook): readonly Norm[] =>
  rulebook.norms.filter(({ force }) => force !== 'binding');

/** Duties of a country's own law that end as treaties do. */
export const ownLaw = (rulebook: Rulebook): readonly Norm[] =>
  rulebook.norms.filter(({ force, order }) => force === 'binding' && order !== 'international');
