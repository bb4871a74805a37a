/**
 * What one text may know of another: the heads of elements, as plain data. Texts and a finished Rulebook declare alike
 * (`text.ts`, `rulebook.ts`), so that a name means the same wherever its element was read from.
 */
import type * as ast from '../generated/ast.ts';

export interface FactDeclaration {
  readonly type: 'Fact';
  readonly name: string;
  readonly sort: ast.FactType;
  /** The organs that determine it, by name. */
  readonly organs: readonly string[];
  readonly choices: readonly string[];
}

export interface NormDeclaration {
  readonly type: 'Norm';
  readonly name: string;
  /** Those it binds, in order: actors by name, or all parties to an instrument. */
  readonly bearers: readonly ({ readonly actor: string } | { readonly partiesTo: string })[];
}

export interface InstrumentDeclaration {
  readonly type: 'Instrument';
  readonly name: string;
  /** Their periods as they are written, not yet checked. */
  readonly parties: readonly { readonly party: string; readonly from?: string; readonly until?: string }[];
}

export interface OrganDeclaration {
  readonly type: 'Organ';
  readonly name: string;
  readonly party: string;
}

export interface HolderDeclaration {
  readonly type: 'Holder';
  readonly name: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface SourceDeclaration {
  readonly type: 'Source';
  readonly name: string;
  readonly mark: ast.Mark;
}

type BareType = Exclude<ast.Element['$type'], 'Fact' | 'Norm' | 'Instrument' | 'Organ' | 'Holder' | 'Source'>;

/** An element of which nothing but its name matters elsewhere. */
export type BareDeclaration = {
  readonly [T in BareType]: { readonly type: T; readonly name: string };
}[BareType];

export type Declaration =
  | FactDeclaration
  | NormDeclaration
  | InstrumentDeclaration
  | OrganDeclaration
  | HolderDeclaration
  | SourceDeclaration
  | BareDeclaration;

type DeclarationOf<T> = Extract<Declaration, { readonly type: T }>;

/** What a reference may ask for: one type of element, or any of several. */
export interface Kinds {
  readonly Fact: FactDeclaration;
  readonly Norm: NormDeclaration;
  readonly Instrument: InstrumentDeclaration;
  readonly Organ: OrganDeclaration;
  readonly Holder: HolderDeclaration;
  readonly Source: SourceDeclaration;
  readonly Actor: DeclarationOf<ast.Actor['$type']>;
  readonly Referable: DeclarationOf<ast.Referable['$type']>;
  readonly ValueSource: DeclarationOf<ast.ValueSource['$type']>;
}

export interface Names {
  /** What a name stands for; undefined where there is no such element. */
  find<Kind extends keyof Kinds>(kind: Kind, name: string): Kinds[Kind] | undefined;
}

/** The names of those that a norm binds, parties to instruments among them; undefined where one of these is not there. */
export function boundBy(names: Names, norm: NormDeclaration): string[] | undefined {
  const bound: string[] = [];
  for (const bearer of norm.bearers) {
    if ('actor' in bearer) bound.push(bearer.actor);
    else {
      const instrument = names.find('Instrument', bearer.partiesTo);
      if (!instrument) return undefined;
      bound.push(...instrument.parties.map(({ party }) => party));
    }
  }
  return bound;
}
