/** Names that resolve to nothing: what was wanted, every candidate, and the nearest. */
import { nearest } from '@anpo/engine';
import type { LangiumDocument, ReferenceInfo, Scope } from 'langium';
import type { Declaration, Names } from './names/declaration.ts';
import { nounOf, withArticle } from './nouns.ts';
import type { Reporter } from './problem.ts';
import { valueHolder } from './scope.ts';
import type { AnpoServices } from './services.ts';

/** After this many in one file its author has seen enough, and a search for the nearest names costs time. */
const MOST = 100;

export function reportLinks(
  document: LangiumDocument,
  reporter: Reporter,
  { shared, language, names }: AnpoServices,
): void {
  const scopes = language.references.ScopeProvider;
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
        ...complain(reference.$refText, shared.AstReflection.getReferenceType(info), held(info, names)),
        candidates,
        ...(near.length > 0 ? { mend: `did you mean ${near.join(' or ')}?` } : {}),
      },
      info.index,
    );
  }
}

/** What a value is asked of, where the name is one of a value. */
function held(info: ReferenceInfo, names: Names): Declaration | undefined {
  const holder = valueHolder(info);
  return holder && names.find(holder.kind, holder.name);
}

function complain(
  name: string,
  type: string,
  holder: Declaration | undefined,
): { message: string; mend: string } {
  if (holder === undefined) {
    return {
      message: `there is no ${nounOf(type)} "${name}"`,
      mend: 'define it, or use one of the candidates',
    };
  }
  if (holder.type !== 'Fact') {
    return {
      message: `"${holder.name}" is ${withArticle(holder.type.toLowerCase())} and has no values`,
      mend: `leave out "is ${name}", or ask a fact`,
    };
  }
  switch (holder.sort) {
    case 'choice':
      return {
        message: `the fact "${holder.name}" has no value "${name}"`,
        mend: 'use one of its values, or add this one to it',
      };
    case 'place':
    case 'party':
      return {
        message: `there is no ${holder.sort} "${name}"`,
        mend: 'add it to the register, or use one of the candidates',
      };
    default:
      return {
        message: `the fact "${holder.name}" is ${withArticle(holder.sort)} and has no values to name`,
        mend: `leave out "is ${name}", or ask of it as ${withArticle(holder.sort)}`,
      };
  }
}
