/**
 * A Rulebook as it is kept between runs: the law in one entry, the reference data in another that is read only
 * where something asks for it, and the Circuit in a third. An assessment needs the first and the last.
 */
import {
  circuitFromText,
  circuitToText,
  compileCircuit,
  offerCircuit,
  type Rulebook,
  withLazy,
} from '@anpo/engine';
import { readCache, writeCache } from './cache.ts';

const WHOLE = 'whole';

const referenceKeys = [
  'precedents',
  'statements',
  'claims',
  'facilities',
  'events',
  'commitments',
  'stances',
  'glossary',
] as const satisfies readonly (keyof Rulebook)[];

type ReferenceData = Pick<Rulebook, (typeof referenceKeys)[number]>;
type Law = Omit<Rulebook, keyof ReferenceData>;

/** The Rulebook kept under the key, or undefined where it is not there whole. */
export function readKept(caches: readonly string[], key: string): Rulebook | undefined {
  const law = readCache(caches, `${key}-law`);
  if (law === undefined || readCache(caches, `${key}-marker`) !== WHOLE) return undefined;
  let data: ReferenceData | undefined;
  const read = <K extends keyof ReferenceData>(name: K): ReferenceData[K] => {
    if (!data) {
      const text = readCache(caches, `${key}-reference`);
      if (text === undefined) {
        // The next run must not trip over the same half.
        writeCache(caches, `${key}-marker`, '');
        throw new Error(
          'the reference data kept beside the law is gone; run the command again and it is made anew',
        );
      }
      data = JSON.parse(text) as ReferenceData;
    }
    return data[name];
  };
  const properties = Object.fromEntries(referenceKeys.map((name) => [name, () => read(name)]));
  const rulebook = withLazy<Law, ReferenceData>(
    JSON.parse(law) as Law,
    properties as { readonly [K in keyof ReferenceData]: () => ReferenceData[K] },
  );
  return withKeptCircuit(rulebook, caches, key);
}

/** Keeps a Rulebook under the key. The marker is written last: without it the entry counts as absent. */
export function writeKept(caches: readonly string[], key: string, rulebook: Rulebook): void {
  const law: Record<string, unknown> = { ...rulebook };
  const reference: Record<string, unknown> = {};
  for (const name of referenceKeys) {
    reference[name] = law[name];
    delete law[name];
  }
  writeCache(caches, `${key}-law`, JSON.stringify(law));
  writeCache(caches, `${key}-reference`, JSON.stringify(reference));
  writeCache(caches, `${key}-marker`, WHOLE);
}

/** Lets the Rulebook's Circuit be kept beside it: compiling takes longer than reading. */
export function withKeptCircuit(rulebook: Rulebook, caches: readonly string[], key: string): Rulebook {
  const circuitKey = `${key}-circuit`;
  offerCircuit(rulebook, () => {
    const text = readCache(caches, circuitKey);
    if (text !== undefined) return circuitFromText(text);
    const circuit = compileCircuit(rulebook);
    writeCache(caches, circuitKey, circuitToText(circuit));
    return circuit;
  });
  return rulebook;
}
