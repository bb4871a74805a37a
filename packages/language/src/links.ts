/** Names that resolve to nothing: what was wanted, every candidate, and the nearest. */
import { nearest } from '@anpo/engine';
import type { LangiumDocument, ReferenceInfo, Scope, ScopeProvider } from 'langium';
import { isFact, isGiven, isReferenceExpression, isValueTest, type Referable } from './generated/ast.ts';
import { nounOf, withArticle } from './nouns.ts';
import type { Reporter } from './problem.ts';

/** After this many in one file its author has seen enough, and a search for the nearest names costs time. */
const MOST = 100;

export function reportLinks(
  document: LangiumDocument,
  reporter: Reporter,
  scopes: ScopeProvider,
  typeOf: (info: ReferenceInfo) => string,
): void {
  const candidatesOf = new Map<Scope, readonly string[]>();
  let count = 0;
  for (const reference of document.references) {
    if (!('error' in reference) || !reference.error) continue;
    if (++count > MOST) return;
    const { info } = reference.error;
    const scope = scopes.getScope(info);
    let candidates = candidatesOf.get(scope);
    if (!candidates) {
      candidates = [...new Set(scope.getAllElements().map((element) => element.name))].sort();
      candidatesOf.set(scope, candidates);
    }
    const near = nearest(reference.$refText, candidates, 3);
    reporter.at(
      info.container,
      info.property,
      {
        ...complain(info, reference.$refText, typeOf),
        candidates,
        ...(near.length > 0 ? { mend: `did you mean ${near.join(' or ')}?` } : {}),
      },
      info.index,
    );
  }
}

function complain(
  info: ReferenceInfo,
  name: string,
  typeOf: (info: ReferenceInfo) => string,
): { message: string; mend: string } {
  const holder = valueHolder(info);
  if (holder === undefined) {
    return {
      message: `there is no ${nounOf(typeOf(info))} "${name}"`,
      mend: 'define it, or use one of the candidates',
    };
  }
  if (!isFact(holder)) {
    return {
      message: `"${holder.name}" is ${withArticle(holder.$type.toLowerCase())} and has no values`,
      mend: `leave out "is ${name}", or ask a fact`,
    };
  }
  switch (holder.type) {
    case 'choice':
      return {
        message: `the fact "${holder.name}" has no value "${name}"`,
        mend: 'use one of its values, or add this one to it',
      };
    case 'place':
    case 'party':
      return {
        message: `there is no ${holder.type} "${name}"`,
        mend: 'add it to the register, or use one of the candidates',
      };
    default:
      return {
        message: `the fact "${holder.name}" is ${withArticle(holder.type)} and has no values to name`,
        mend: `leave out "is ${name}", or ask of it as ${withArticle(holder.type)}`,
      };
  }
}

/** What a value is asked of, where the reference is one to a value. */
function valueHolder({ container, property }: ReferenceInfo): Referable | undefined {
  if (isValueTest(container)) {
    const expression = container.$container;
    return isReferenceExpression(expression) ? expression.reference.ref : undefined;
  }
  return isGiven(container) && property === 'value' ? container.fact.ref : undefined;
}
