/** The law of a situation's day over a Circuit, made anew. For tests. */
import type { Circuit } from '../../circuit/circuit.ts';
import { Law, type LawOptions } from '../../diagram/law.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import { resolveSituation } from '../../situation/resolved.ts';
import type { Situation } from '../../situation/situation.ts';

export function lawOfDay(
  rulebook: Rulebook,
  circuit: Circuit,
  situation: Situation,
  options?: LawOptions,
): Law {
  const { day, known } = resolveSituation(rulebook, situation);
  return new Law([{ scene: { rulebook, circuit, day, known } }], options);
}
