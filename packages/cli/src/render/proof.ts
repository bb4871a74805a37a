/** A proof or a counterexample: what was asked, what came of it, what it rests on. */
import {
  actorLabel,
  choiceText,
  instrumentLabel,
  type Proof,
  type Query,
  type Rulebook,
  type RuleName,
} from '@anpo/engine';
import type { Context } from '../context.ts';
import { Page } from './page.ts';
import { QuestionWords } from './question-words.ts';

const MOST_RULES = 12;

export function renderProofs(
  query: Query,
  view: string,
  proofs: readonly Proof[],
  rulebook: Rulebook,
  full: boolean,
  context: Context,
): string {
  const { messages, paint, language } = context;
  const page = new Page(context);
  page.heading(messages.reasoning.queryTitle, paint.heading, '═');
  page.text(query.text, '  ');
  const found = [...rulebook.views, ...rulebook.holders].find(({ id }) => id === view);
  page.text(messages.labelled(messages.view, found ? found.label[language] : messages.allViews), '  ');
  for (const proof of proofs) printProof(proof, query, rulebook, full, page, context);
  page.blank();
  page.text(messages.notAdvice, '', paint.faint);
  return page.toString();
}

export function printProof(
  proof: Proof,
  query: Query,
  rulebook: Rulebook,
  full: boolean,
  page: Page,
  context: Context,
): void {
  const { messages, paint, language } = context;
  const { reasoning } = messages;
  const { outcome, bearer, witness, counterexample } = proof;
  const paints: Record<string, (text: string) => string> = { holds: paint.good, fails: paint.bad };
  const badge = (paints[outcome] ?? paint.open)(reasoning.proofOutcomes[outcome] ?? outcome);
  const meaning =
    (query.quantifier === 'possible' ? reasoning.possibleMeanings[outcome] : undefined) ??
    reasoning.proofMeanings[outcome] ??
    '';
  page.blank();
  const who =
    bearer === undefined
      ? ''
      : ` ${messages.dash(reasoning.ofBearer(actorLabel(rulebook, bearer)[language]))}`;
  page.text(`${messages.labelled(badge, meaning)}${who}`, '  ');
  if (proof.inPart && query.quantifier !== 'possible') page.text(reasoning.inPart, '    ');
  const row = (label: string, text: string): void =>
    page.text(text, `    ${messages.labelled(label, '')}`, undefined, '      ');
  if (counterexample) {
    const words = new QuestionWords(rulebook, context, counterexample.on);
    row(reasoning.counterexample, words.example(counterexample, { full: true }));
  }
  if (witness) {
    const words = new QuestionWords(rulebook, context, witness.on);
    row(reasoning.witness, words.example(witness, { full }));
  }
  const names = ruleNames(proof.rules, rulebook, context);
  const shown = full ? names : names.slice(0, MOST_RULES);
  const more = names.length - shown.length;
  if (names.length > 0)
    row(
      reasoning.rulesUsed,
      messages.semicolons([...shown, ...(more > 0 ? [reasoning.moreRules(more)] : [])]),
    );
  if (proof.assumed.length > 0) {
    const words = new QuestionWords(rulebook, context, '2000-01-01');
    row(
      messages.assumed,
      full || proof.assumed.length <= MOST_RULES
        ? messages.semicolons(proof.assumed.map((fact) => words.assumed(fact)))
        : reasoning.assumedFacts(proof.assumed.length),
    );
  }
  row(
    reasoning.method,
    messages.list([reasoning.decidedBy[proof.decidedBy] ?? '', reasoning.looked(proof.days, proof.laws)]),
  );
}

function ruleNames(rules: readonly RuleName[], rulebook: Rulebook, context: Context): readonly string[] {
  // A choice of readings of a term is the term again.
  const terms = new Set(rules.flatMap(({ kind, id }) => (kind === 'term' ? [`term:${id}`] : [])));
  return rules
    .filter(({ kind, id }) => kind !== 'choice' || !terms.has(id))
    .map((rule) => ruleWords(rule, rulebook, context));
}

/** A rule in words: a norm by where it stands, the rest by their labels. */
function ruleWords({ kind, id }: RuleName, rulebook: Rulebook, { language }: Context): string {
  switch (kind) {
    case 'norm': {
      const norm = rulebook.norms.find((each) => each.id === id);
      const provision = rulebook.provisions.find((each) => each.id === norm?.provision);
      if (!norm || !provision) return id;
      const label = provision.label?.[language] ?? provision.name;
      return `${instrumentLabel(rulebook, norm.instrument)[language]} ${label} [${id}]`;
    }
    case 'term':
      return `${rulebook.terms.find((each) => each.id === id)?.label[language] ?? ''} [${id}]`.trim();
    case 'instrument':
      return `${instrumentLabel(rulebook, id)[language]} [${id}]`;
    case 'choice':
      return choiceText(rulebook, id)[language];
    case 'constraint':
      return rulebook.constraints.find((each) => each.id === id)?.label[language] ?? id;
  }
}
