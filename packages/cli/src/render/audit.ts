/** The audit: every finding with the situations it is about and an example. */
import {
  type Audit,
  actorLabel,
  type Description,
  type ExampleSituation,
  instrumentLabel,
  type Rulebook,
  ruleClause,
} from '@anpo/engine';
import type { Context } from '../context.ts';
import { Page } from './page.ts';
import { QuestionWords } from './question-words.ts';

/** Findings of one kind printed before the rest is counted. */
const SHOWN = 12;

interface Line {
  readonly text: string;
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function renderAudit(audit: Audit, rulebook: Rulebook, full: boolean, context: Context): string {
  const { messages, paint, language } = context;
  const { reasoning } = messages;
  const page = new Page(context);
  const words = new QuestionWords(rulebook, context, audit.on);
  page.heading(reasoning.auditTitle(audit.on), paint.heading, '═');

  section(
    reasoning.conflicts,
    audit.conflicts.map(({ left, right, bearer, kind, sameOrder, description, example }) => ({
      text: messages.semicolons([
        messages.labelled(reasoning.conflictKinds[kind] ?? kind, rule(left, bearer)),
        rule(right, bearer),
        sameOrder ? reasoning.sameOrder : reasoning.acrossOrders,
      ]),
      description,
      example,
    })),
  );
  section(
    reasoning.gaps,
    audit.gaps.map((gap): Line => {
      if (gap.kind === 'nobody-determines') {
        const fact = rulebook.facts.find(({ id }) => id === gap.fact);
        return { text: reasoning.nobodyDetermines(fact?.label[language] ?? gap.fact) };
      }
      const term = rulebook.terms.find(({ id }) => id === gap.term);
      return {
        text: reasoning.noNormFor(term?.label[language] ?? gap.term),
        description: gap.description,
        example: gap.example,
      };
    }),
  );
  section(
    reasoning.deadNorms,
    audit.deadNorms.map(({ norm, bearer }) => ({ text: rule(norm, bearer) })),
  );
  section(
    reasoning.idleExceptions,
    audit.idleExceptions.map(({ norm, bearer, index }) => ({
      text: reasoning.exceptionOf(index + 1, rule(norm, bearer)),
    })),
  );
  section(
    reasoning.idleReadings,
    audit.idleReadings.map(({ choice, holders }) => ({
      text: reasoning.idleReading(
        words.choice(choice),
        messages.list(holders.map((holder) => words.holder(holder))),
      ),
    })),
  );
  section(
    reasoning.oneSided,
    audit.oneSidedDuties.map(({ norm, bound, free, description, example }) => ({
      text: reasoning.oneSidedDuty(rule(norm, bound), actorLabel(rulebook, free)[language]),
      description,
      example,
    })),
  );
  section(
    reasoning.amountFaults,
    audit.amountFaults.map(({ amount, kind, pieces, description, example }) => {
      const label = rulebook.amounts.find(({ id }) => id === amount)?.label[language] ?? amount;
      const [one = 0, other = 0] = pieces;
      const text =
        kind === 'gap' ? reasoning.amountGap(label) : reasoning.amountOverlap(label, one + 1, other + 1);
      return { text: `${text} [${amount}]`, description, example };
    }),
  );
  if (audit.notDecided.length > 0)
    section(
      reasoning.notDecidedTitle,
      audit.notDecided.map((text) => ({ text })),
    );
  page.blank();
  page.text(reasoning.weighting, '', paint.faint);
  page.text(reasoning.auditIsNoError, '', paint.faint);
  return page.toString();

  function section(title: string, lines: readonly Line[]): void {
    page.blank();
    page.heading(reasoning.claimsHeading(title, lines.length), paint.heading);
    if (lines.length === 0) page.text(reasoning.none, '  ', paint.good);
    for (const { text, description, example } of full ? lines : lines.slice(0, SHOWN)) {
      page.text(text, `  ${messages.bullet}`);
      if (description) words.printDescription(reasoning.situationsLabel, description, '      ', page);
      if (example) {
        const said = words.example(example, { full, of: description });
        page.text(messages.labelled(reasoning.example, said), '      ', paint.faint, '        ');
      }
    }
    const more = full ? 0 : lines.length - SHOWN;
    if (more > 0) page.text(reasoning.moreRules(more), `  ${messages.bullet}`, paint.faint);
  }

  function rule(id: string, bearer: string): string {
    const norm = rulebook.norms.find((each) => each.id === id);
    if (!norm) return id;
    const label = instrumentLabel(rulebook, norm.instrument)[language];
    return `${ruleClause(rulebook, norm, bearer)[language]}${messages.inBrackets(label)} [${id}]`;
  }
}
