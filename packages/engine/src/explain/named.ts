/** The line of a reason for a node that stands for something in the Rulebook. */

import type { Origin } from '../circuit/circuit.ts';
import { FALSE, UNKNOWN } from '../evaluate/kleene.ts';
import type { Reason } from '../findings/reason.ts';
import type { Text } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';
import { cite } from './citations.ts';
import type { ExplainContext } from './context.ts';
import { inForceReason } from './in-force.ts';
import { actorLabel, instrumentLabel } from './labels.ts';
import { placeReason, registerBasis, relationReason } from './place-lines.ts';
import { ruleClause } from './rule-words.ts';
import { reasonValue } from './truth.ts';

/** `below` gives the lines that explain the node itself, however it stands in the rule. */
export function namedReason(
  context: ExplainContext,
  origin: Exclude<Origin, { kind: 'choice' | 'condition' }>,
  value: number,
  positive: boolean,
  below: () => readonly Reason[],
): Reason {
  const { rulebook, index } = context;
  const negated = !positive;
  // Law is said as it is; only of the unknown is said what was asked.
  const isNot = value === UNKNOWN ? negated : value === FALSE;
  const line = (text: Text, rest: Partial<Reason> = {}): Reason => ({
    text,
    value: reasonValue(value, positive),
    citations: [],
    children: [],
    ...rest,
  });
  switch (origin.kind) {
    case 'term': {
      const term = index.term(origin.term);
      return line(
        bilingual((wording, say) => (negated ? wording.not(say(term.label)) : say(term.label))),
        { item: term.id, citations: cite(rulebook, term.citations), children: below() },
      );
    }
    case 'norm': {
      const norm = index.norm(origin.norm);
      const clause = ruleClause(rulebook, norm, origin.bearer);
      return line(
        bilingual((wording, say) => wording.applies(say(clause), negated)),
        { item: norm.id, citations: cite(rulebook, norm.citations), children: below() },
      );
    }
    case 'exception': {
      const exception = index.norm(origin.norm).exceptions[origin.index];
      return line(
        bilingual((wording) => wording.exception(isNot)),
        { citations: cite(rulebook, exception?.citations ?? []), children: below() },
      );
    }
    case 'precedence': {
      const norm = index.norm(origin.by);
      const children = below();
      // The line names the prevailing rule; what explains it stands below that rule's own line.
      const inner = children.find((child) => child.item === norm.id);
      const clause = inner?.text ?? ruleClause(rulebook, norm, norm.bearers[0]?.id ?? '');
      return line(
        bilingual((wording, say) => wording.precedence(say(clause), isNot)),
        { item: norm.id, citations: cite(rulebook, norm.citations), children: inner?.children ?? children },
      );
    }
    case 'period': {
      const { period } = index.norm(origin.norm);
      return line(
        bilingual((wording) => wording.period(period.from, period.until, isNot)),
        { basis: 'law', item: origin.norm },
      );
    }
    case 'membership': {
      const bearer = index.norm(origin.norm).bearers.find((each) => each.id === origin.bearer);
      const label = actorLabel(rulebook, origin.bearer);
      return line(
        bilingual((wording, say) =>
          wording.bound(say(label), bearer?.period.from, bearer?.period.until, isNot),
        ),
        { basis: 'law', item: origin.bearer },
      );
    }
    case 'standing':
      return line(
        bilingual((wording) => wording.standing(negated)),
        { item: origin.norm, children: below() },
      );
    case 'in-force':
      return inForceReason(context, origin.instrument, value, positive, below);
    case 'member': {
      const fact = firstFact(below());
      const subject = fact === undefined ? undefined : memberLabel(context, fact);
      return line(
        bilingual((wording, say) =>
          wording.partyTo(
            subject && say(subject),
            say(instrumentLabel(rulebook, origin.instrument)),
            negated,
          ),
        ),
        { item: origin.instrument, basis: fact === undefined ? 'law' : registerBasis(fact.basis) },
      );
    }
    case 'relation':
      return relationReason(context, origin, value, positive, below());
    case 'place':
      return placeReason(context, origin, value, positive);
    case 'some-incident':
      return line(
        bilingual((wording) => wording.someIncident(negated)),
        { children: below() },
      );
  }
}

/** The party that was given, or the fact's own name where none was. */
function memberLabel(context: ExplainContext, line: Reason): Text {
  const fact = context.index.fact(line.item as string);
  const given = context.resolved.situation.given.findLast(
    (each) => each.fact === fact.id && each.value !== 'unknown',
  );
  return given === undefined ? fact.label : actorLabel(context.rulebook, given.value);
}

function firstFact(reasons: readonly Reason[]): Reason | undefined {
  for (const reason of reasons) {
    if (reason.basis !== undefined && reason.basis !== 'law') return reason;
    const found = firstFact(reason.children);
    if (found) return found;
  }
  return undefined;
}
