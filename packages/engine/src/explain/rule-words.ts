/** Puts a norm into words: the sentence of a finding, and the short clause that stands in reasons. */
import { indexRulebook } from '../rulebook/index.ts';
import type { Norm, Rulebook, Text } from '../rulebook/schema.ts';
import type { RuleWords } from '../wording/contract.ts';
import { bilingual } from '../wording/languages.ts';
import { actorLabel } from './labels.ts';

/** The whole rule for one bearer, what it leaves open after it. */
export function ruleSentence(rulebook: Rulebook, norm: Norm, bearer: string): Text {
  return bilingual((wording, say) => wording.sentence(ruleWords(rulebook, norm, bearer, say)));
}

/** Who must or may do what, without qualifications. */
export function ruleClause(rulebook: Rulebook, norm: Norm, bearer: string): Text {
  return bilingual((wording, say) =>
    wording.clause({
      ...ruleWords(rulebook, norm, bearer, say),
      toward: [],
      accordance: [],
      subject: [],
      open: [],
      deadline: undefined,
    }),
  );
}

function ruleWords(rulebook: Rulebook, norm: Norm, bearer: string, say: (text: Text) => string): RuleWords {
  const index = indexRulebook(rulebook);
  const qualifiers = (ids: readonly string[]): string[] => ids.map((id) => say(index.qualifier(id).label));
  const after = norm.deadline?.after;
  return {
    kind: norm.kind,
    force: norm.force,
    order: norm.order,
    bearer: say(actorLabel(rulebook, bearer)),
    bearerIsOrgan: index.find('organ', bearer) !== undefined,
    act: say(index.act(norm.act).label),
    own: norm.words && say(norm.words),
    toward: counterparties(rulebook, norm, bearer).map((id) => say(actorLabel(rulebook, id))),
    accordance: qualifiers(norm.accordance),
    subject: qualifiers(norm.subject),
    open: norm.open,
    deadline: norm.deadline && {
      immediately: norm.deadline.immediately,
      duration: norm.deadline.duration,
      after: after === undefined ? undefined : say(index.fact(after).label),
    },
  };
}

function counterparties(rulebook: Rulebook, norm: Norm, bearer: string): readonly string[] {
  const { counterparty } = norm;
  if (counterparty === undefined) return [];
  if (counterparty.kind !== 'other-parties') return counterparty.id === undefined ? [] : [counterparty.id];
  const own = indexRulebook(rulebook).partyOf(bearer);
  const { parties } = indexRulebook(rulebook).instrument(norm.instrument);
  return [...new Set(parties.map(({ party }) => party))].filter((party) => party !== own);
}
