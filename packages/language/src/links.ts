/** Names that resolve to nothing: what was wanted, every candidate, and the nearest. */
import { nearest } from '@anpo/engine';
import type { LangiumDocument, ReferenceInfo, Scope, ScopeProvider } from 'langium';
import { nounOf } from './nouns.ts';
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
        message: `there is no ${nounOf(typeOf(info))} "${reference.$refText}"`,
        candidates,
        mend:
          near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'define it, or use one of the candidates',
      },
      info.index,
    );
  }
}
