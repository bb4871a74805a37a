/** A Circuit as plain JSON and back, so that it can be kept between runs. */
import type { Circuit } from './circuit.ts';

type PlainCircuit = Omit<Circuit, 'terms' | 'instruments' | 'constraints'> & {
  readonly terms: readonly (readonly [string, readonly number[]])[];
  readonly instruments: readonly (readonly [string, number])[];
  readonly constraints: readonly (readonly [string, readonly number[]])[];
};

/** A Circuit as a text to be kept; `circuitFromText` reads it. */
export function circuitToText(circuit: Circuit): string {
  const plain: PlainCircuit = {
    ...circuit,
    terms: [...circuit.terms],
    instruments: [...circuit.instruments],
    constraints: [...circuit.constraints],
  };
  return JSON.stringify(plain);
}

/** Reads what {@link circuitToText} wrote; the text must come from the same version. */
export function circuitFromText(text: string): Circuit {
  const plain = JSON.parse(text) as PlainCircuit;
  return {
    ...plain,
    terms: new Map(plain.terms),
    instruments: new Map(plain.instruments),
    constraints: new Map(plain.constraints),
  };
}
