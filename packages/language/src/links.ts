/** Names that resolve to nothing: what was wanted, every candidate, and the nearest. */
import { nearest } from '@anpo/engine';
import type { LangiumDocument, ReferenceInfo, ScopeProvider } from 'langium';
import type { Reporter } from './problem.ts';

/** What a reference wants, by the type of its target. */
const wanted: Record<string, string> = {
  Referable: 'fact, term, norm or instrument',
  Value: 'value, place or party',
  Actor: 'party or organ',
  Viewpoint: 'view or holder',
  ValueSource: 'fact or amount',
  Evidence: 'provision, instrument or other entry',
};

export function reportLinks(
  document: LangiumDocument,
  reporter: Reporter,
  scopes: ScopeProvider,
  typeOf: (info: ReferenceInfo) => string,
): void {
  for (const reference of document.references) {
    if (!('error' in reference) || !reference.error) continue;
    const { info } = reference.error;
    const type = typeOf(info);
    const candidates = [
      ...new Set(
        scopes
          .getScope(info)
          .getAllElements()
          .map((element) => element.name),
      ),
    ].sort();
    const near = nearest(reference.$refText, candidates, 3);
    reporter.at(
      info.container,
      info.property,
      {
        message: `there is no ${wanted[type] ?? type.toLowerCase()} "${reference.$refText}"`,
        candidates,
        mend:
          near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'define it, or use one of the candidates',
      },
      info.index,
    );
  }
}
