/**
 * A library as data: the law, the reference data that is read only where something asks for it, and the Circuit.
 * The one build of them serves the cache in the tree and the published package alike.
 */
import { circuitFromText, circuitToText, type Library, openLibrary } from '@anpo/engine';
import type { Circuit } from '@anpo/engine/circuit';
import { complain } from '@anpo/engine/complaint';
import { type Law, type ReferenceData, referenceKeys } from '@anpo/engine/rulebook';
import { nodeComplaint } from '../words/codes.ts';
import { engineHash } from './key.ts';
import { withLazy } from './lazy.ts';
import type { Entry } from './store.ts';

export const artefactNames = ['law.json', 'reference.json', 'circuit.json', 'engine.txt'] as const;
export type Artefacts = Readonly<Record<(typeof artefactNames)[number], string>>;

/** The artefacts of a library, each the text of its file; `engine.txt` says what made them and will read them. */
export function buildArtefacts(library: Library): Artefacts {
  const law: Record<string, unknown> = { ...library.rulebook };
  const reference: Record<string, unknown> = {};
  for (const name of referenceKeys) {
    reference[name] = law[name];
    delete law[name];
  }
  return {
    'law.json': JSON.stringify(law),
    'reference.json': JSON.stringify(reference),
    'circuit.json': circuitToText(library.circuit()),
    'engine.txt': library.engineHash ?? engineHash() ?? '',
  };
}

/** The library of an entry with artefacts, or undefined where the law is not whole; the rest is read when asked for. */
export function openArtefacts(entry: Entry): Library | undefined {
  const law = entry.read('law.json');
  if (law === undefined) return undefined;
  let data: ReferenceData | undefined;
  const read = <K extends keyof ReferenceData>(name: K): ReferenceData[K] => {
    data ??= JSON.parse(
      entry.read('reference.json') ??
        complain(nodeComplaint('library-data-altered', { place: entry.directory })),
    ) as ReferenceData;
    return data[name];
  };
  const properties = Object.fromEntries(referenceKeys.map((name) => [name, () => read(name)]));
  const rulebook = withLazy<Law, ReferenceData>(
    JSON.parse(law) as Law,
    properties as { readonly [K in keyof ReferenceData]: () => ReferenceData[K] },
  );
  return openLibrary(rulebook, { circuit: () => keptCircuit(entry), engineHash: hashKept(entry) });
}

/** The hash of the engine that made an entry. */
export const hashKept = (entry: Entry): string | undefined => entry.read('engine.txt') || undefined;

/** Without a whole one the Circuit is compiled from the law. */
function keptCircuit(entry: Entry): Circuit | undefined {
  const text = entry.read('circuit.json');
  return text === undefined ? undefined : circuitFromText(text);
}
