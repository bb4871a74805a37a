/** Precedents, statements and claims. */
import type {
  Claim,
  Expectation,
  ExpectedForm,
  Given,
  Precedent,
  Query,
  Statement,
  Text,
} from '@anpo/engine';
import type * as ast from '../generated/ast.ts';
import { boundBy, type FactDeclaration } from '../names/declaration.ts';
import { withArticle } from '../nouns.ts';
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
  type TransformContext,
  wordingOf,
} from './context.ts';
import { expressionOf } from './expressions.ts';
import { deadlineOf } from './norms.ts';

export function precedentOf(context: TransformContext, node: ast.Precedent): Precedent {
  const what = `the precedent "${node.name}"`;
  const on = dateOf(context, node, 'on', node.on) as string;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    title: wordingOf(context, node, what),
    on,
    known: dateOf(context, node, 'known', node.known),
    stated: {
      on: dateOf(context, node, 'stated', node.stated) ?? on,
      by: requiredText(context, node, node.by, `who stated ${what}`, 'stated on DATE by'),
    },
    answer: optionalText(context, node.answer, `the answer in ${what}`),
    given: node.given.map((given) => givenOf(context, given)),
    incidents: node.incidents.map((incident) => ({
      name: incident.name,
      given: incident.given.map((given) => givenOf(context, given)),
    })),
    expectations: node.expectations.map((expectation) => expectationOf(context, node, expectation)),
    disagreement: optionalText(context, node.disagreement, `the disagreement in ${what}`),
    contested: optionalText(context, node.contested, `who contests ${what}`),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

function givenOf(context: TransformContext, node: ast.Given): Given {
  const fact = context.names.find('Fact', nameOf(node.fact));
  const value = givenValue(context, node, fact);
  const organ = node.organ && nameOf(node.organ);
  if (organ !== undefined && fact && !fact.organs.includes(organ)) {
    context.reporter.at(node, 'organ', {
      message: `"${organ}" does not determine the fact "${fact.name}"`,
      candidates: fact.organs,
      mend: 'name one of the organs that the fact lists',
    });
  }
  if (organ === undefined && fact && fact.organs.length > 1) {
    context.reporter.at(node, 'fact', {
      message: `the fact "${fact.name}" is determined by ${fact.organs.join(' and ')}: say whose finding is given`,
      candidates: fact.organs,
      mend: `write ${fact.name} as found by, and one of the organs`,
    });
  }
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
  if (yesNo !== bare && fact) {
    context.reporter.at(node, 'fact', {
      message: yesNo
        ? `the fact "${fact.name}" is yes or no`
        : `the fact "${fact.name}" is ${withArticle(fact.sort)} and is given no value`,
      mend: yesNo
        ? `write ${fact.name}, not ${fact.name}, or ${fact.name} unknown`
        : `write ${fact.name} is …`,
    });
  }
  if (fact && node.negated && !yesNo) {
    context.reporter.at(node, 'fact', {
      message: `"not" goes with yes or no, and "${fact.name}" is ${withArticle(fact.sort)}`,
      mend: `write ${fact.name} is …`,
    });
  }
  const wantsDate = fact?.sort === 'date';
  const wantsNumber = fact?.sort === 'number' || fact?.sort === 'amount';
  if (
    fact &&
    ((node.date !== undefined) !== wantsDate || (node.number !== undefined) !== wantsNumber) &&
    !yesNo &&
    !bare
  ) {
    context.reporter.at(node, 'fact', {
      message: `the fact "${fact.name}" is ${withArticle(fact.sort)}: this value is of another type`,
      mend: `give ${withArticle(fact.sort)}`,
    });
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
  if (
    node.incident !== undefined &&
    !precedent.incidents.some((incident) => incident.name === node.incident)
  ) {
    context.reporter.at(node, 'incident', {
      message: `there is no incident "${node.incident}" in this precedent`,
      candidates: precedent.incidents.map((incident) => incident.name),
      mend: 'name one of its incidents',
    });
  }
  if (outcome === 'does-not-apply' && node.because.length === 0 && node.subject.$type === 'NormSubject') {
    context.reporter.at(node, 'outcome', {
      message: 'an expectation that a norm does not apply names no blocker',
      mend: 'add because and the condition that fails, so that it does not pass for another reason',
    });
  }
  if (node.form && node.subject.$type !== 'NormSubject') {
    context.reporter.at(node, 'form', {
      message: 'only a norm can be expected as a duty, prohibition, permission, power or immunity',
      mend: 'leave out as …, or expect a norm',
    });
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
  if (!norm) return;
  const bound = boundBy(context.names, norm);
  node.bearers.forEach((bearer, index) => {
    if (bound.includes(nameOf(bearer))) return;
    context.reporter.at(
      node,
      'bearers',
      {
        message: `the norm "${norm.name}" does not bind "${nameOf(bearer)}"`,
        candidates: bound,
        mend: 'name one of those it binds',
      },
      index,
    );
  });
}

/** The source text of an expression, on one line. */
function textOf(node: ast.Expression): string {
  return (node.$cstNode?.text ?? '').replace(/\s+/g, ' ').trim();
}

export function statementOf(context: TransformContext, node: ast.Statement): Statement {
  const what = `the statement "${node.name}"`;
  return compact({
    id: node.name,
    position: positionOf(context, node),
    date: dateOf(context, node, 'date', node.date) as string,
    speaker: wordingOf(context, node.speaker, `the speaker of ${what}`),
    holder: node.holder && nameOf(node.holder),
    says: requiredText(context, node, node.says, `what ${what} says`, 'says'),
    contradicted: node.contradictions.map((contradiction) => ({
      by: wordingOf(context, contradiction.by, `what contradicts ${what}`),
      on: dateOf(context, contradiction, 'date', contradiction.date) as string,
      citations: requiredCitations(
        context,
        contradiction,
        contradiction.citations,
        `what contradicts ${what}`,
      ),
    })),
    citations: requiredCitations(context, node, node.citations, what),
  });
}

export function claimOf(context: TransformContext, node: ast.Claim): Claim {
  const what = `the claim "${node.name}"`;
  if (node.verdicts.length === 0) {
    context.reporter.at(node, 'name', {
      message: `${what} has no verdict`,
      mend: 'add verdict holds, fails, holds-in-part, contested or outside',
    });
  }
  return compact({
    id: node.name,
    position: positionOf(context, node),
    says: requiredText(context, node, node.says, `what ${what} says`, 'says') as Text,
    citations: requiredCitations(context, node, node.citations, what),
    verdicts: node.verdicts.map((verdict) =>
      compact({
        verdict: verdict.verdict,
        view: verdict.view && nameOf(verdict.view),
        note: optionalText(context, verdict.note, `the note on a verdict of ${what}`),
      }),
    ),
    query: node.query && queryOf(context, node.query),
    evidence: namesOf(node.evidence),
    correction: optionalText(context, node.correction, `the correction of ${what}`),
  });
}

function queryOf(context: TransformContext, node: ast.Query): Query {
  const pair = node.quantifier === 'equivalent' || node.quantifier === 'whenever';
  if (pair !== (node.right !== undefined)) {
    context.reporter.at(node, 'quantifier', {
      message: pair
        ? `"${node.quantifier}" compares two things and has one`
        : `"${node.quantifier}" asks about one thing and has two`,
      mend: 'write equivalent that A and B, whenever that A implies B, or never / always / possible with one subject',
    });
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
