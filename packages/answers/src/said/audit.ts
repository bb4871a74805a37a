/** The audit: every finding with the situations it is about and an example. */
import type { Audit } from '@anpo/engine';
import type { Description, ExampleSituation } from '@anpo/engine/reasoning';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, ruleClause } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { QuestionWords } from '../parts/question-words.ts';
import { standingWords } from '../parts/standing.ts';
import type { Speaker } from '../speaker.ts';

/** Findings of one kind said before the rest is counted. */
const SHOWN = 12;

interface Line {
  readonly text: string;
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function sayAudit(audit: Audit, full: boolean, speaker: Speaker): Answer {
  const { words, rulebook, say, language } = speaker;
  const { reasoning } = words;
  const write = new AnswerWriter();
  const spoken = new QuestionWords(speaker, audit.on);
  write.chapter(reasoning.auditTitle(audit.on));
  write.text(standingWords(speaker));

  section(
    reasoning.conflicts,
    audit.conflicts.map(({ left, right, bearer, otherBearer, kind, sameOrder, description, example }) => ({
      text: words.semicolons([
        words.labelled(reasoning.conflictKinds[kind] ?? kind, rule(left, bearer)),
        rule(right, otherBearer ?? bearer),
        sameOrder ? reasoning.sameOrder : reasoning.acrossOrders,
      ]),
      description,
      example,
    })),
  );
  section(
    reasoning.outliving,
    audit.outliving.map(({ instrument, under, norms, example }) => ({
      text: reasoning.outlives(
        `${say(instrumentLabel(rulebook, instrument))} [${instrument}]`,
        say(instrumentLabel(rulebook, under)),
        norms.length,
      ),
      example,
    })),
  );
  section(
    reasoning.besideGeneral,
    audit.besideGeneral.map(({ special, specialBearer, general, generalBearer, description, example }) => ({
      text: words.semicolons([rule(special, specialBearer), rule(general, generalBearer)]),
      description,
      example,
    })),
  );
  section(
    reasoning.savingDuties,
    audit.savingDuties.map(({ norm, bearers }) => ({ text: rule(norm, bearers[0] as string) })),
  );
  section(
    reasoning.unreadSayings,
    audit.unreadSayings.map(({ saying, holder, item }) => ({
      text: reasoning.unreadSaying(saying, holder === undefined ? undefined : spoken.holder(holder), item),
    })),
  );
  section(
    reasoning.gaps,
    audit.gaps.map((gap): Line => {
      if (gap.kind === 'nobody-determines') {
        const fact = indexRulebook(rulebook).find('fact', gap.fact);
        return { text: reasoning.nobodyDetermines(fact ? say(fact.label) : gap.fact) };
      }
      const term = indexRulebook(rulebook).find('term', gap.term);
      return {
        text: reasoning.noNormFor(term ? say(term.label) : gap.term),
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
        spoken.choice(choice),
        words.list(holders.map((holder) => spoken.holder(holder))),
      ),
    })),
  );
  section(
    reasoning.oneSided,
    audit.oneSidedDuties.map(({ norm, bound, free, description, example }) => ({
      text: reasoning.oneSidedDuty(rule(norm, bound), say(actorLabel(rulebook, free))),
      description,
      example,
    })),
  );
  section(
    reasoning.amountFaults,
    audit.amountFaults.map(({ amount, kind, pieces, description, example }) => {
      const label = amountLabel(amount);
      const [one = 0, other = 0] = pieces;
      const text =
        kind === 'gap' ? reasoning.amountGap(label) : reasoning.amountOverlap(label, one + 1, other + 1);
      return { text: `${text} [${amount}]`, description, example };
    }),
  );
  section(
    reasoning.placeless,
    audit.placeless.map((each) => ({
      text: each.kind === 'norm' ? rule(each.norm, each.bearer) : amountText(each.amount),
    })),
  );
  if (audit.notDecided.length > 0)
    section(
      reasoning.notDecidedTitle,
      audit.notDecided.map((text) => ({ text })),
    );
  write.apart();
  write.text(reasoning.weighting, { tone: 'faint' });
  write.text(reasoning.auditIsNoError, { tone: 'faint' });
  return write.answer('audit', language);

  function section(title: string, lines: readonly Line[]): void {
    write.apart();
    write.section(reasoning.claimsHeading(title, lines.length));
    if (lines.length === 0) write.text(reasoning.none, { depth: 1, tone: 'holds' });
    for (const { text, description, example } of full ? lines : lines.slice(0, SHOWN)) {
      write.text(text, { depth: 1, marker: 'bullet' });
      if (description) spoken.writeDescription(reasoning.situationsLabel, description, 3, write);
      if (example) {
        const said = spoken.example(example, { full, of: description });
        write.text(words.labelled(reasoning.example, said), { depth: 3, hang: 4, tone: 'faint' });
      }
    }
    const more = full ? 0 : lines.length - SHOWN;
    if (more > 0) write.text(reasoning.moreRules(more), { depth: 1, marker: 'bullet', tone: 'faint' });
  }

  function amountLabel(id: string): string {
    const amount = indexRulebook(rulebook).find('amount', id);
    return amount ? say(amount.label) : id;
  }

  function amountText(id: string): string {
    const amount = indexRulebook(rulebook).find('amount', id);
    const label = amount?.instrument === undefined ? '' : say(instrumentLabel(rulebook, amount.instrument));
    return `${amountLabel(id)}${label && words.inBrackets(label)} [${id}]`;
  }

  function rule(id: string, bearer: string): string {
    const norm = indexRulebook(rulebook).find('norm', id);
    if (!norm) return id;
    const label = say(instrumentLabel(rulebook, norm.instrument));
    return `${say(ruleClause(rulebook, norm, bearer))}${words.inBrackets(label)} [${id}]`;
  }
}
