/** Precedents, statements and claims. */
import type { Query, Text } from '@anpo/engine';
import type { Claim, Expectation, ExpectedForm, Given, Precedent, Statement } from '@anpo/engine/rulebook';
import type * as ast from '../generated/ast.ts';
import { boundBy, type FactDeclaration } from '../names/declaration.ts';
import { languageComplaint } from '../problem.ts';
import type { What } from '../words/what.ts';
import { numberText } from './amounts.ts';
import {
  compact,
  dateOf,
  nameOf,
  namesOf,
  optionalText,
  periodOf,
  positionOf,
  requiredCitations,
  requiredText,
  someNames,
  type TransformContext,
  wordingOf,
} from './context.ts';
import { expressionOf } from './expressions.ts';
import { deadlineOf } from './norms.ts';

export function precedentOf(context: TransformContext, node: ast.Precedent): Precedent {
  const what: What = { kind: 'precedent', name: node.name };
  const on = dateOf(context, node, 'on', node.on) as string;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: wordingOf(context, node, what),
    on,
    known: dateOf(context, node, 'known', node.known),
    stated: {
      on: dateOf(context, node, 'stated', node.stated) ?? on,
      by: requiredText(context, node, node.by, { ...what, part: 'stated-by' }, 'stated on DATE by'),
    },
    answer: optionalText(context, node.answer, { ...what, part: 'answer' }),
    given: node.given.map((given) => givenOf(context, given)),
    incidents: node.incidents.map((incident) => ({
      name: incident.name,
      given: incident.given.map((given) => givenOf(context, given)),
    })),
    expectations: node.expectations.map((expectation) => expectationOf(context, node, expectation)),
    disagreement: optionalText(context, node.disagreement, { ...what, part: 'disagreement' }),
    contested: optionalText(context, node.contested, { ...what, part: 'contested-by' }),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

function givenOf(context: TransformContext, node: ast.Given): Given {
  const fact = context.names.find('Fact', nameOf(node.fact));
  const value = givenValue(context, node, fact);
  const organ = node.organ && nameOf(node.organ);
  const organs = fact?.organs ?? [];
  if (organ !== undefined && !node.organ?.error && fact && !organs.includes(organ)) {
    const complaint = languageComplaint('organ-not-determining', { organ, fact: fact.name, organs });
    context.reporter.at(node, 'organ', complaint);
  }
  if (organ === undefined && fact && organs.length > 1)
    context.reporter.at(node, 'fact', languageComplaint('whose-finding-given', { fact: fact.name, organs }));
  return compact({
    fact: nameOf(node.fact),
    organ,
    value,
    asserted: node.assertion ?? (organ === undefined ? 'stipulated' : 'found'),
  });
}

function givenValue(context: TransformContext, node: ast.Given, fact: FactDeclaration | undefined): string {
  if (node.unknown) return 'unknown';
  const yesNo = fact === undefined || fact.sort === 'yes-no';
  const bare = node.value === undefined && node.number === undefined && node.date === undefined;
  // Where the value is none of the fact's, that was said already: it is the same error.
  const told = node.value?.error !== undefined;
  if (yesNo !== bare && fact && !told) {
    const complaint = yesNo
      ? languageComplaint('yes-no-given-value', { fact: fact.name })
      : languageComplaint('given-no-value', { fact: fact.name, type: fact.sort });
    context.reporter.at(node, 'fact', complaint);
  }
  if (fact && node.negated && !yesNo) {
    const data = { fact: fact.name, type: fact.sort };
    context.reporter.at(node, 'fact', languageComplaint('not-before-value', data));
  }
  const wantsDate = fact?.sort === 'date';
  const wantsNumber = fact?.sort === 'number' || fact?.sort === 'amount';
  if (
    fact &&
    ((node.date !== undefined) !== wantsDate || (node.number !== undefined) !== wantsNumber) &&
    !yesNo &&
    !bare &&
    !told
  ) {
    const data = { fact: fact.name, type: fact.sort };
    context.reporter.at(node, 'fact', languageComplaint('given-wrong-type', data));
  }
  if (node.date !== undefined) return dateOf(context, node, 'date', node.date) as string;
  if (node.number !== undefined) return node.number.replaceAll('_', '');
  if (node.value !== undefined) return nameOf(node.value);
  return node.negated ? 'no' : 'yes';
}

const outcomes: Record<string, Expectation['outcome']> = {
  applies: 'applies',
  holds: 'applies',
  doesnotapply: 'does-not-apply',
  doesnothold: 'does-not-apply',
  undetermined: 'undetermined',
};

function expectationOf(
  context: TransformContext,
  precedent: ast.Precedent,
  node: ast.Expectation,
): Expectation {
  const outcome = outcomes[node.outcome.replaceAll(' ', '')] as Expectation['outcome'];
  const incidents = precedent.incidents.map((incident) => incident.name);
  if (node.incident !== undefined && !incidents.includes(node.incident)) {
    const complaint = languageComplaint('no-such-incident', { incident: node.incident, incidents });
    context.reporter.at(node, 'incident', complaint);
  }
  if (outcome === 'does-not-apply' && node.because.length === 0 && node.subject.$type === 'NormSubject') {
    context.reporter.at(node, 'outcome', languageComplaint('blocker-missing', {}));
  }
  if (node.form && node.subject.$type !== 'NormSubject') {
    context.reporter.at(node, 'form', languageComplaint('form-without-norm', {}));
  }
  return compact({
    position: positionOf(context, node),
    subject: subjectOf(context, node.subject),
    incident: node.incident,
    view: node.view && nameOf(node.view),
    known: dateOf(context, node, 'known', node.known),
    outcome,
    as: node.form && formOf(context, node.form),
    because: node.because.map((expression) => expressionOf(context, expression)),
    becauseText: node.because.map(textOf).join(', '),
  });
}

function formOf(context: TransformContext, node: ast.ExpectedForm): ExpectedForm {
  return compact({
    kind: node.kind,
    act: nameOf(node.act),
    force: node.force,
    order: node.order,
    open: node.open,
    deadline: node.deadline && deadlineOf(context, node.deadline),
  }) as ExpectedForm;
}

function subjectOf(context: TransformContext, node: ast.ExpectationSubject): Expectation['subject'] {
  switch (node.$type) {
    case 'NormSubject':
      checkBearers(context, node);
      return { kind: 'norm', norm: nameOf(node.norm), bearers: namesOf(node.bearers) };
    case 'ReadingSubject':
      return { kind: 'reading', term: nameOf(node.term), holder: nameOf(node.holder) };
    case 'AmountSubject':
      return {
        kind: 'amount',
        amount: nameOf(node.amount),
        value: node.date ?? numberText(node.number ?? '0', node.denominator),
      };
    case 'ExpressionSubject':
      return {
        kind: 'expression',
        expression: expressionOf(context, node.expression),
        text: textOf(node.expression),
      };
  }
}

function checkBearers(context: TransformContext, node: ast.NormSubject): void {
  const norm = context.names.find('Norm', nameOf(node.norm));
  const bound = norm && boundBy(context.names, norm);
  if (!bound) return;
  node.bearers.forEach((bearer, index) => {
    if (bound.includes(nameOf(bearer)) || bearer.error) return;
    const data = { norm: norm.name, bearer: nameOf(bearer), bearers: bound };
    context.reporter.at(node, 'bearers', languageComplaint('unbound-bearer', data), index);
  });
}

/** The source text of an expression, on one line. */
function textOf(node: ast.Expression): string {
  return (node.$cstNode?.text ?? '').replace(/\s+/g, ' ').trim();
}

export function statementOf(context: TransformContext, node: ast.Statement): Statement {
  const what: What = { kind: 'statement', name: node.name };
  return compact({
    id: node.name,
    position: positionOf(context, node),
    date: dateOf(context, node, 'date', node.date) as string,
    speaker: wordingOf(context, node.speaker, { ...what, part: 'speaker' }),
    holder: node.holder && nameOf(node.holder),
    says: requiredText(context, node, node.says, { ...what, part: 'says' }, 'says'),
    concerns: someNames(node.concerns),
    contradicted: node.contradictions.map((contradiction) => ({
      by: wordingOf(context, contradiction.by, { ...what, part: 'contradiction' }),
      on: dateOf(context, contradiction, 'date', contradiction.date) as string,
      citations: requiredCitations(context, contradiction, contradiction.citations, {
        ...what,
        part: 'contradiction',
      }),
    })),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function claimOf(context: TransformContext, node: ast.Claim): Claim {
  const what: What = { kind: 'claim', name: node.name };
  if (node.verdicts.length === 0) {
    context.reporter.at(node, 'name', languageComplaint('verdict-missing', { claim: node.name }));
  }
  return compact({
    id: node.name,
    position: positionOf(context, node),
    says: requiredText(context, node, node.says, { ...what, part: 'says' }, 'says') as Text,
    citations: requiredCitations(context, node, node.citations, what),
    verdicts: node.verdicts.map((verdict) =>
      compact({
        verdict: verdict.verdict,
        view: verdict.view && nameOf(verdict.view),
        note: optionalText(context, verdict.note, { ...what, part: 'verdict-note' }),
      }),
    ),
    query: node.query && queryOf(context, node.query),
    evidence: namesOf(node.evidence),
    correction: optionalText(context, node.correction, { ...what, part: 'correction' }),
  });
}

export function queryOf(context: TransformContext, node: ast.Query): Query {
  const pair = node.quantifier === 'equivalent' || node.quantifier === 'whenever';
  if (pair !== (node.right !== undefined)) {
    const { quantifier } = node;
    const complaint = languageComplaint(pair ? 'query-of-one' : 'query-of-two', { quantifier });
    context.reporter.at(node, 'quantifier', complaint);
  }
  const left = subjectOf(context, node.left) as Query['left'];
  return compact({
    quantifier: node.quantifier === 'whenever' ? 'implies' : node.quantifier,
    left: left.kind === 'expression' ? { kind: 'expression' as const, expression: left.expression } : left,
    right: node.right && expressionOf(context, node.right),
    when: node.condition && expressionOf(context, node.condition),
    period: periodOf(context, node),
    text: (node.$cstNode?.text ?? '').replace(/\s+/g, ' ').trim(),
  });
}
