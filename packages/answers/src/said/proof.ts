/** A proof or a counterexample: what was asked, what came of it, what it rests on. */
import type { Proof, Query } from '@anpo/engine';
import type { RuleName } from '@anpo/engine/reasoning';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, choiceText, instrumentLabel } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { framed } from '../answer/said.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { agreementText } from '../parts/agreement.ts';
import { QuestionWords } from '../parts/question-words.ts';
import type { Speaker } from '../speaker.ts';

const MOST_RULES = 12;
/** The day on which places are named where a proof shows none: names of regions hang on it, values do not. */
const ANY_DAY = '2000-01-01';

export function sayProofs(
  query: Query,
  view: string,
  proofs: readonly Proof[],
  full: boolean,
  speaker: Speaker,
): Answer {
  const { words, rulebook, say, language } = speaker;
  const write = new AnswerWriter();
  write.chapter(words.reasoning.queryTitle);
  write.text(query.text, { depth: 1 });
  const found = [...rulebook.views, ...rulebook.holders].find(({ id }) => id === view);
  write.text(words.labelled(words.view, found ? say(found.label) : words.allViews), { depth: 1 });
  for (const proof of proofs) writeProof(proof, query, full, write, speaker);
  write.apart();
  write.text(words.notAdvice, { tone: 'faint' });
  return write.answer('prove', language);
}

export function writeProof(
  proof: Proof,
  query: Query,
  full: boolean,
  write: AnswerWriter,
  speaker: Speaker,
): void {
  const { words, rulebook, say } = speaker;
  const { reasoning } = words;
  const { outcome, bearer, witness, counterexample, assumed } = proof;
  const tone = outcome === 'holds' || outcome === 'fails' ? outcome : 'open';
  const meaning =
    (query.quantifier === 'possible' ? reasoning.possibleMeanings[outcome] : undefined) ??
    reasoning.proofMeanings[outcome] ??
    '';
  write.apart();
  const who =
    bearer === undefined ? '' : ` ${words.dash(reasoning.ofBearer(say(actorLabel(rulebook, bearer))))}`;
  const verdict = reasoning.proofOutcomes[outcome] ?? outcome;
  const condition = ifAssumed(proof.restsOn, speaker);
  const said = condition === undefined ? meaning : words.list([meaning, condition]);
  write.text(
    framed((badge) => `${words.labelled(badge, said)}${who}`, [{ text: verdict, tone }]),
    { depth: 1 },
  );
  if (proof.inPart && query.quantifier !== 'possible') write.text(reasoning.inPart, { depth: 2 });
  const row = (label: string, text: string): void =>
    write.text(text, { depth: 2, hang: 3, marker: { label: words.labelled(label, '') } });
  if (proof.agreement) row(words.readings, agreementText(proof.agreement, speaker));
  if (counterexample) {
    const spoken = new QuestionWords(speaker, counterexample.on);
    row(reasoning.counterexample, spoken.example(counterexample, { full: true }));
  }
  if (witness) {
    const spoken = new QuestionWords(speaker, witness.on);
    row(reasoning.witness, spoken.example(witness, { full }));
  }
  const names = ruleNames(proof.rules, speaker);
  const shown = full ? names : names.slice(0, MOST_RULES);
  const more = names.length - shown.length;
  if (names.length > 0)
    row(reasoning.rulesUsed, words.semicolons([...shown, ...(more > 0 ? [reasoning.moreRules(more)] : [])]));
  if (assumed.length > 0) {
    const on = (counterexample ?? witness)?.on ?? ANY_DAY;
    const spoken = new QuestionWords(speaker, on);
    row(
      words.assumed,
      full || assumed.length <= MOST_RULES
        ? words.semicolons(assumed.map((fact) => spoken.assumed(fact)))
        : reasoning.assumedFacts(assumed.length),
    );
  }
  row(
    reasoning.method,
    words.list([reasoning.decidedBy[proof.decidedBy] ?? '', reasoning.looked(proof.days, proof.laws)]),
  );
}

/** Assumptions said one by one before the rest is counted. */
const MOST_ASSUMPTIONS = 3;

/** The assumptions without which it would come to something else. */
export function ifAssumed(restsOn: readonly string[], speaker: Speaker): string | undefined {
  if (restsOn.length === 0) return undefined;
  const spoken = new QuestionWords(speaker, ANY_DAY);
  const shown = restsOn.slice(0, MOST_ASSUMPTIONS).map((fact) => spoken.assumed(fact));
  return speaker.words.reasoning.ifAssumed(shown, restsOn.length - shown.length);
}

function ruleNames(rules: readonly RuleName[], speaker: Speaker): readonly string[] {
  // A choice of readings of a term is the term again.
  const terms = new Set(rules.flatMap(({ kind, id }) => (kind === 'term' ? [`term:${id}`] : [])));
  return rules
    .filter(({ kind, id }) => kind !== 'choice' || !terms.has(id))
    .map((rule) => ruleWords(rule, speaker));
}

/** A rule in words: a norm by where it stands, the rest by their labels. */
function ruleWords({ kind, id }: RuleName, { rulebook, language }: Speaker): string {
  switch (kind) {
    case 'norm': {
      const norm = indexRulebook(rulebook).find('norm', id);
      const provision = indexRulebook(rulebook).find('provision', norm?.provision);
      if (!norm || !provision) return id;
      const label = provision.label?.[language] ?? provision.name;
      return `${instrumentLabel(rulebook, norm.instrument)[language]} ${label} [${id}]`;
    }
    case 'term':
      return `${indexRulebook(rulebook).find('term', id)?.label[language] ?? ''} [${id}]`.trim();
    case 'instrument':
      return `${instrumentLabel(rulebook, id)[language]} [${id}]`;
    case 'choice':
      return choiceText(rulebook, id)[language];
    case 'constraint':
      return rulebook.constraints.find((each) => each.id === id)?.label[language] ?? id;
  }
}
