/**
 * Which names a reference can mean. Names are visible across the whole library; values (`is …`) are those of
 * the fact they stand with. Scopes are cached until a document changes: without that, linking is quadratic.
 */
import {
  type AstNode,
  DefaultNameProvider,
  DefaultScopeProvider,
  EMPTY_SCOPE,
  type LangiumCoreServices,
  MapScope,
  type ReferenceInfo,
  type Scope,
  WorkspaceCache,
} from 'langium';
import type { Fact, Library } from './generated/ast.ts';
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

export class AnpoScopeProvider extends DefaultScopeProvider {
  readonly #scopes: WorkspaceCache<string, Scope>;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.#scopes = new WorkspaceCache(services.shared);
  }

  override getScope(context: ReferenceInfo): Scope {
    const fact = factOfValue(context);
    if (fact === 'none') return EMPTY_SCOPE;
    if (fact) return this.#valuesOf(fact);
    return this.#all(this.reflection.getReferenceType(context));
  }

  #valuesOf(fact: Fact): Scope {
    if (fact.type === 'party') return this.#all(Party.$type);
    if (fact.type === 'place') return this.#all(Place.$type);
    return this.createScopeForNodes(fact.choices);
  }

  #all(type: string): Scope {
    return this.#scopes.get(type, () => new MapScope(this.indexManager.allElements(type)));
  }
}

/** The fact whose value a reference names; `none` where there is no such fact, undefined where it names no value. */
function factOfValue({ container, property }: ReferenceInfo): Fact | 'none' | undefined {
  if (isValueTest(container)) {
    const expression = container.$container;
    const target = isReferenceExpression(expression) ? expression.reference.ref : undefined;
    return target?.$type === 'Fact' ? target : 'none';
  }
  if (isGiven(container) && property === 'value') return container.fact.ref ?? 'none';
  return undefined;
}
