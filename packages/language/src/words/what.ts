/** What a complaint is about: an item of the library, or a part of it. Each language has its own phrase for it. */
import type { Relation } from '@anpo/engine/rulebook';

export type ItemKind =
  | 'source'
  | 'party'
  | 'organ'
  | 'holder'
  | 'view'
  | 'place'
  | 'instrument'
  | 'provision'
  | 'fact'
  | 'term'
  | 'act'
  | 'qualifier'
  | 'norm'
  | 'amount'
  | 'constraint'
  | 'precedent'
  | 'statement'
  | 'claim'
  | 'facility'
  | 'event'
  | 'commitment'
  | 'stance'
  | 'glossary-entry'
  | 'expectation'
  /** What somebody asks; it has no name. */
  | 'query';

/** Which part of the item. `label` is how a provision is cited; `name-alone` is the item without its kind. */
export type Part =
  | 'name-alone'
  | 'title'
  | 'short-title'
  | 'label'
  | 'reason'
  | 'gist'
  | 'phrase'
  | 'words'
  | 'domestic-effect'
  | 'end'
  | 'standing'
  | 'territory'
  | 'note'
  | 'question'
  | 'value'
  | 'piece'
  | 'reading'
  | 'reading-note'
  | 'silence'
  | 'relation'
  | 'stated-by'
  | 'answer'
  | 'disagreement'
  | 'contested-by'
  | 'because'
  | 'speaker'
  | 'says'
  | 'contradiction'
  | 'verdict-note'
  | 'correction'
  | 'prefecture'
  | 'use'
  | 'planned'
  | 'changed'
  | 'promised'
  | 'status'
  | 'actor'
  | 'meaning'
  | 'corrects';

// Types and not interfaces: only types fit the index signature of complaint data.
export type What = {
  readonly kind: ItemKind;
  readonly name: string;
  readonly part?: Part | undefined;
  /** The value of a choice, how a holder keeps silent, or who stands in the relation. */
  readonly detail?: string | undefined;
  readonly relation?: Relation | undefined;
};
