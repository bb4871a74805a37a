/** Keeps the law of the days last asked about, with the diagrams that were made for it. */
import type { Circuit } from '../circuit/circuit.ts';
import { Law } from '../diagram/law.ts';
import type { Scene } from '../diagram/scene.ts';

const KEPT = 8;
const laws = new WeakMap<Circuit, Map<string, Law>>();

/** The law of a scene; made once, and kept while few others are asked for. */
export function lawFor(scene: Scene): Law {
  let kept = laws.get(scene.circuit);
  if (!kept) {
    kept = new Map();
    laws.set(scene.circuit, kept);
  }
  const key = `${scene.day} ${scene.known ?? ''}`;
  const law = kept.get(key) ?? new Law([{ scene }]);
  kept.delete(key);
  kept.set(key, law);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return law;
}
