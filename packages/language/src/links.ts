/** Names that resolve to nothing: what was wanted, every candidate, and the nearest. */
import type { Complaint } from '@anpo/engine';
import { nearest } from '@anpo/engine/complaint';
import type { LangiumDocument, ReferenceInfo, Scope } from 'langium';
import type { Declaration, Names } from './names/declaration.ts';
import { languageComplaint, type Reporter } from './problem.ts';
import { valueHolder } from './scope.ts';
import type { AnpoServices } from './services.ts';
import { nothingUnread, type UnreadNames } from './unread.ts';

/** After this many in one file its author has seen enough, and a search for the nearest names costs time. */
const MOST = 100;

export function reportLinks(
  document: LangiumDocument,
  reporter: Reporter,
  { shared, language, names }: AnpoServices,
  unread: UnreadNames = nothingUnread,
): void {
  const scopes = language.references.ScopeProvider;
  const candidatesOf = new Map<Scope, readonly string[]>();
  let count = 0;
  for (const reference of document.references) {
    if (!('error' in reference) || !reference.error) continue;
    const { info } = reference.error;
    if (unread.mayDeclare(reference.$refText) || lacksHolder(info, names)) continue;
    if (++count > MOST) return;
    const scope = scopes.getScope(info);
    let candidates = candidatesOf.get(scope);
    if (!candidates) {
      candidates = [...new Set(scope.getAllElements().map((element) => element.name))].sort();
      candidatesOf.set(scope, candidates);
    }
    reporter.at(
      info.container,
      info.property,
      complaintAbout(
        reference.$refText,
        shared.AstReflection.getReferenceType(info),
        held(info, names),
        candidates,
      ),
      info.index,
    );
  }
}

/** A value of something that is not there itself: once that is mended, the value may be right. */
const lacksHolder = (info: ReferenceInfo, names: Names): boolean =>
  valueHolder(info) !== undefined && held(info, names) === undefined;

/** What a value is asked of, where the name is one of a value. */
function held(info: ReferenceInfo, names: Names): Declaration | undefined {
  const holder = valueHolder(info);
  return holder && names.find(holder.kind, holder.name);
}

function complaintAbout(
  name: string,
  wanted: string,
  holder: Declaration | undefined,
  candidates: readonly string[],
): Complaint {
  const near = nearest(name, candidates, 3);
  const wrong = { near, candidates };
  const rest = { nearest: near };
  switch (holder?.type) {
    case 'Term':
      return languageComplaint('item-has-no-values', { kind: 'term', name: holder.name, value: name });
    case 'Norm':
      return languageComplaint('item-has-no-values', { kind: 'norm', name: holder.name, value: name });
    case 'Instrument':
      return languageComplaint('item-has-no-values', { kind: 'instrument', name: holder.name, value: name });
    case 'Fact':
      break;
    default:
      return languageComplaint('no-such-name', { wanted, name, ...wrong }, rest);
  }
  const { name: fact, sort: type } = holder;
  if (type === 'choice') return languageComplaint('no-such-value', { fact, value: name, ...wrong }, rest);
  return type === 'place' || type === 'party'
    ? languageComplaint('not-in-register', { kind: type, name, ...wrong }, rest)
    : languageComplaint('fact-has-no-values', { fact, type, value: name });
}
