/**
 * Which names a reference can mean. Names are visible across the whole library; values (`is …`) are those of
 * the fact they stand with.
 */
import {
  type AstNode,
  DefaultNameProvider,
  EMPTY_SCOPE,
  MapScope,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
} from 'langium';
import type { Library } from './generated/ast.ts';
import {
  isGiven,
  isInstrument,
  isLibrary,
  isProvision,
  isReferenceExpression,
  isValueTest,
  Party,
  Place,
} from './generated/ast.ts';
import type { DeclaredDescription, NameTable } from './names/table.ts';

export class AnpoNameProvider extends DefaultNameProvider {
  /** A provision is known by its instrument and its own name: `treaty-1960/V.1`. */
  override getName(node: AstNode): string | undefined {
    if (!isProvision(node)) return super.getName(node);
    const instrument = instrumentBefore(node);
    return instrument === undefined ? node.name : `${instrument}/${node.name}`;
  }
}

const owners = new WeakMap<Library, ReadonlyMap<AstNode, string>>();

/** The name of the instrument whose file part an element stands in. */
export function instrumentBefore(node: AstNode): string | undefined {
  const library = node.$container;
  if (!isLibrary(library)) return undefined;
  let owned = owners.get(library);
  if (!owned) {
    const found = new Map<AstNode, string>();
    let name: string | undefined;
    for (const element of library.elements) {
      if (isInstrument(element)) name = element.name;
      if (name !== undefined) found.set(element, name);
    }
    owned = found;
    owners.set(library, owned);
  }
  return owned.get(node);
}

export class AnpoScopeProvider implements ScopeProvider {
  readonly #names: NameTable;
  readonly #typeOf: (info: ReferenceInfo) => string;

  constructor(names: NameTable, typeOf: (info: ReferenceInfo) => string) {
    this.#names = names;
    this.#typeOf = typeOf;
  }

  getScope(info: ReferenceInfo): Scope {
    const holder = valueHolder(info);
    if (!holder) return this.#names.scopeOf(this.#typeOf(info));
    const description = this.#names.describe(holder.kind, holder.name);
    return description ? this.#valuesOf(description) : EMPTY_SCOPE;
  }

  #valuesOf({ declaration, values }: DeclaredDescription): Scope {
    if (declaration.type !== 'Fact') return EMPTY_SCOPE;
    if (declaration.sort === 'party') return this.#names.scopeOf(Party.$type);
    if (declaration.sort === 'place') return this.#names.scopeOf(Place.$type);
    return new MapScope(values);
  }
}

/** What a value is asked of, where the reference is one to a value. */
export function valueHolder({
  container,
  property,
}: ReferenceInfo): { readonly kind: 'Referable' | 'Fact'; readonly name: string } | undefined {
  if (isValueTest(container)) {
    const expression = container.$container;
    return isReferenceExpression(expression)
      ? { kind: 'Referable', name: expression.reference.$refText }
      : undefined;
  }
  return isGiven(container) && property === 'value'
    ? { kind: 'Fact', name: container.fact.$refText }
    : undefined;
}
