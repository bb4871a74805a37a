/** All names that texts may use, by what may be asked for: those of the texts that are open, or of a kept Rulebook. */
import {
  type AstNodeDescription,
  DefaultIndexManager,
  type LangiumDocument,
  MapScope,
  type Scope,
  type URI,
} from 'langium';
import type { Declaration, Kinds, Names } from './declaration.ts';

/** A name as the linker finds it, with what it declares. */
export interface DeclaredDescription extends AstNodeDescription {
  readonly declaration: Declaration;
  /** The values of a fact that is a choice. */
  readonly values: readonly AstNodeDescription[];
}

const KEPT = 'kept:rulebook';

/** Scopes are kept until a name changes: without that, linking is quadratic. */
export class NameTable extends DefaultIndexManager implements Names {
  readonly #scopes = new Map<string, Scope>();

  /** Lets texts use these names too, in place of those entered before. */
  keep(descriptions: readonly DeclaredDescription[]): void {
    this.symbolIndex.set(KEPT, [...descriptions]);
    this.symbolByTypeIndex.clear(KEPT);
    this.#scopes.clear();
  }

  /** What a text declares as before stays the same declaration, so that whoever read it can tell. */
  override async updateContent(document: LangiumDocument): Promise<void> {
    const uri = document.uri.toString();
    const before = new Map(
      this.#declared(uri).map(({ declaration }) => [JSON.stringify(declaration), declaration]),
    );
    await super.updateContent(document);
    const now = this.#declared(uri).map((description) =>
      Object.assign(description, {
        declaration: before.get(JSON.stringify(description.declaration)) ?? description.declaration,
      }),
    );
    this.symbolIndex.set(uri, now);
    this.#scopes.clear();
  }

  /** The names that a text declares. */
  declaredIn(uri: URI): string[] {
    return this.#declared(uri.toString()).map(({ name }) => name);
  }

  #declared(uri: string): DeclaredDescription[] {
    return (this.symbolIndex.get(uri) ?? []).filter(isDeclared);
  }

  override removeContent(uri: URI): void {
    super.removeContent(uri);
    this.#scopes.clear();
  }

  /** All elements that a reference of this type may name. */
  scopeOf(type: string): Scope {
    let scope = this.#scopes.get(type);
    if (!scope) {
      // Of two elements with one name, which is an error, the same is meant in whatever order the texts were read.
      const files = [...this.symbolIndex.keys()].sort();
      scope = new MapScope(files.flatMap((file) => this.getFileDescriptions(file, type)));
      this.#scopes.set(type, scope);
    }
    return scope;
  }

  describe(type: string, name: string): DeclaredDescription | undefined {
    const description = this.scopeOf(type).getElement(name);
    return description && isDeclared(description) ? description : undefined;
  }

  find<Kind extends keyof Kinds>(kind: Kind, name: string): Kinds[Kind] | undefined {
    // The scope of a kind holds declarations of its types alone.
    return this.describe(kind, name)?.declaration as Kinds[Kind] | undefined;
  }
}

const isDeclared = (description: AstNodeDescription): description is DeclaredDescription =>
  'declaration' in description;
