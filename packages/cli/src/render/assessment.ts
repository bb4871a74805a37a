/** An assessment as text: what was asked, what binds whom and why, what is open, and how to ask it again. */
import type { AmountFinding, Assessment, Finding, Reason, Rulebook } from '@anpo/engine';
import { actorLabel, instrumentLabel, valueLabel, wordings } from '@anpo/engine';
import type { Context } from '../context.ts';
import { SourceList } from './citations.ts';
import { printBriefly, printFinding } from './finding.ts';
import { Page } from './page.ts';
import { leavesOf, printReason, type ReasonContext } from './reason.ts';
import { isBlockedHere, isGiven, isTouched, speaksTo } from './relevance.ts';
import { widthOf } from './wrap.ts';

export interface AssessmentOptions {
  /** Show in full also what does not apply and what nothing given bears on. */
  readonly full: boolean;
  /** True where today was taken for want of a date. */
  readonly today: boolean;
}

export function renderAssessment(
  assessment: Assessment,
  rulebook: Rulebook,
  options: AssessmentOptions,
  context: Context,
): string {
  const page = new Page(context);
  const tools: ReasonContext = { context, rulebook, sources: new SourceList(context), page };
  printHeader(assessment, options, tools);
  printSummary(assessment, tools);
  for (const group of groupsOf(assessment, rulebook)) printGroup(group, assessment, options, tools);
  printHidden(assessment, options, tools);
  printTerms(assessment, options, tools);
  printAmounts(assessment, options, tools);
  printClashes(assessment, tools);
  tools.sources.print(page);
  printReceipt(assessment, tools);
  return page.toString();
}

/** The assumptions that some finding shown here rests on; all of them where all is shown. */
function assumedLines(
  { assumed, findings, situation }: Assessment,
  { full }: AssessmentOptions,
  { rulebook }: ReasonContext,
): Assessment['assumed'] {
  if (full) return assumed;
  const used = new Set(
    findings
      .filter((finding) => isTouched(finding, rulebook, situation))
      .flatMap((finding) => leavesOf(finding.reason))
      .filter(({ basis }) => basis === 'assumed')
      .map(({ item }) => item),
  );
  return assumed.filter(({ fact }) => used.has(fact));
}

function printHeader(assessment: Assessment, options: AssessmentOptions, tools: ReasonContext): void {
  const { context, page, rulebook } = tools;
  const { language, messages, paint } = context;
  const { situation, receipt } = assessment;
  const { today } = options;
  page.heading(situation.title?.[language] ?? messages.untitled, paint.heading, '═');
  const view = [...rulebook.views, ...rulebook.holders].find(({ id }) => id === receipt.view);
  const rows: [string, readonly string[]][] = [
    [messages.date, [today ? `${receipt.on}${messages.inBrackets(messages.todayNote)}` : receipt.on]],
    [messages.knownOn, [receipt.known === undefined ? messages.knownAll : messages.knownOnly(receipt.known)]],
    [messages.view, [view ? view.label[language] : messages.allViews]],
    [messages.logic, [messages.logics[receipt.logic]]],
    [messages.given, givenLines(assessment, tools)],
    [
      messages.assumed,
      assumedLines(assessment, options, tools).map(({ fact, label, value }) =>
        messages.labelled(label[language], valueWords(fact, value, tools)),
      ),
    ],
  ];
  const column = Math.max(...rows.map(([label]) => widthOf(label))) + 2;
  for (const [label, lines] of rows) {
    if (lines.length === 0) page.row(label, messages.nothing, column);
    for (const [index, line] of lines.entries()) page.row(index === 0 ? label : '', line, column);
  }
}

function givenLines({ situation }: Assessment, tools: ReasonContext): readonly string[] {
  const { context, rulebook } = tools;
  const { language, messages } = context;
  return situation.given.map((given) => {
    const fact = rulebook.facts.find(({ id }) => id === given.fact);
    const incident = given.incident === undefined ? '' : `${situation.incidents[given.incident]}: `;
    const organ = given.organ === undefined ? [] : [actorLabel(rulebook, given.organ)[language]];
    const notes = [wordings[language].bases[given.asserted] ?? given.asserted, ...organ];
    const value = messages.labelled(
      fact?.label[language] ?? given.fact,
      valueWords(given.fact, given.value, tools),
    );
    return `${incident}${value}${messages.inBrackets(messages.list(notes))}`;
  });
}

function valueWords(factId: string, value: string, { context, rulebook }: ReasonContext): string {
  if (value === 'unknown') return context.messages.unknownValue;
  const fact = rulebook.facts.find(({ id }) => id === factId);
  return fact ? valueLabel(rulebook, fact, value)[context.language] : value;
}

function printSummary({ findings, receipt }: Assessment, { context, page }: ReasonContext): void {
  const { messages, paint } = context;
  if (findings.some(({ outcome }) => outcome === 'applies')) return;
  page.blank();
  page.text(messages.noneApplies(receipt.on), '', paint.strong);
  const open = findings.filter(({ outcome }) => outcome === 'undetermined').length;
  if (open > 0) page.text(messages.stillOpen(open));
}

interface Group {
  readonly bearer: string;
  readonly findings: readonly Finding[];
}

/** By who is bound; first those whose rules the given facts speak to. */
function groupsOf(assessment: Assessment, rulebook: Rulebook): readonly Group[] {
  const groups = [...Map.groupBy(assessment.findings, ({ bearer }) => bearer)].map(([bearer, findings]) => {
    const spoken = findings.some(
      (finding) => finding.outcome !== 'does-not-apply' && isTouched(finding, rulebook, assessment.situation),
    );
    return { bearer, findings, spoken };
  });
  return [...groups.filter(({ spoken }) => spoken), ...groups.filter(({ spoken }) => !spoken)];
}

function printGroup(
  group: Group,
  assessment: Assessment,
  options: AssessmentOptions,
  tools: ReasonContext,
): void {
  const { context, page, rulebook } = tools;
  const { language, messages, paint } = context;
  const { incidents } = assessment.situation;
  const parts = partsOf(group.findings, assessment, rulebook, options).filter((part) => !isEmpty(part));
  if (parts.length === 0) return;
  page.blank();
  page.heading((group.findings[0] as Finding).bearerLabel[language], paint.heading, '═');
  for (const part of parts) {
    if (incidents.length > 0) {
      const name = part.incident === undefined ? undefined : incidents[part.incident];
      page.blank();
      page.heading(name === undefined ? messages.wholeSituation : messages.incident(name), paint.heading);
    }
    for (const finding of part.full) {
      page.blank();
      printFinding(finding, incidents, tools);
    }
    printNames(messages.alwaysHeading, part.always, tools);
    printNames(messages.untouchedHeading, part.untouched, tools);
    printList(messages.doesNotApplyHeading, part.blocked, tools);
  }
}

function printList(title: string, findings: readonly Finding[], tools: ReasonContext): void {
  if (findings.length === 0) return;
  tools.page.blank();
  tools.page.text(title, '  ', tools.context.paint.strong);
  for (const finding of findings) printBriefly(finding, tools);
}

/** Only where each rule stands, instrument by instrument: `--all` prints them in full. */
function printNames(title: string, findings: readonly Finding[], tools: ReasonContext): void {
  if (findings.length === 0) return;
  const { context, page, rulebook } = tools;
  const { language, messages, paint } = context;
  page.blank();
  page.text(title, '  ', paint.strong);
  for (const [instrument, rules] of Map.groupBy(findings, (finding) => finding.instrument)) {
    const labels = [...new Set(rules.map(({ provisionLabel }) => provisionLabel[language]))];
    const title = instrumentLabel(rulebook, instrument)[language];
    page.text(messages.labelled(title, messages.semicolons(labels)), '  · ');
  }
}

interface Part {
  readonly incident: number | undefined;
  readonly full: readonly Finding[];
  /** What applies whatever is given, and what is open but nothing given bears on: briefly. */
  readonly always: readonly Finding[];
  readonly untouched: readonly Finding[];
  readonly blocked: readonly Finding[];
}

const isEmpty = ({ full, always, untouched, blocked }: Part): boolean =>
  full.length + always.length + untouched.length + blocked.length === 0;

/** The rules of each incident, then those about the whole situation; without named incidents all in one. */
function partsOf(
  findings: readonly Finding[],
  { situation }: Assessment,
  rulebook: Rulebook,
  { full: everything }: AssessmentOptions,
): readonly Part[] {
  const named = situation.incidents.length > 0;
  const byIncident = Map.groupBy(findings, ({ incident }) => (named ? (incident ?? -1) : -1));
  const last = (key: number): number => (key < 0 ? Number.POSITIVE_INFINITY : key);
  const order = [...byIncident.keys()].sort((a, b) => last(a) - last(b));
  return order.map((key) => {
    const members = byIncident.get(key) ?? [];
    const of = (outcome: Finding['outcome']): readonly Finding[] =>
      members.filter((finding) => finding.outcome === outcome);
    const touched = (finding: Finding): boolean => everything || isTouched(finding, rulebook, situation);
    const untouched = (finding: Finding): boolean => !touched(finding);
    return {
      incident: key < 0 ? undefined : key,
      full: [
        ...of('applies').filter(touched),
        ...of('undetermined').filter(touched),
        ...(everything ? of('does-not-apply') : []),
      ],
      always: of('applies').filter(untouched),
      untouched: of('undetermined').filter(untouched),
      blocked: everything
        ? []
        : of('does-not-apply').filter((finding) => isBlockedHere(finding, rulebook, situation)),
    };
  });
}

function printHidden(assessment: Assessment, { full }: AssessmentOptions, tools: ReasonContext): void {
  if (full) return;
  const hidden = assessment.findings.filter(
    (finding) =>
      finding.outcome === 'does-not-apply' && !isBlockedHere(finding, tools.rulebook, assessment.situation),
  ).length;
  if (hidden === 0) return;
  tools.page.blank();
  tools.page.text(tools.context.messages.hidden(hidden), '', tools.context.paint.faint);
}

/** What the given facts decide without deciding a rule: whether a notice is valid, whether a treaty has ended. */
function printTerms(
  { terms, findings, situation }: Assessment,
  { full }: AssessmentOptions,
  tools: ReasonContext,
): void {
  const { context, page, rulebook } = tools;
  const instruments = new Set(rulebook.instruments.map(({ id }) => id));
  // What stands under an instrument's being in force is said of the instrument, not of the rule or term above.
  const linesOf = (reason: Reason): readonly Reason[] =>
    reason.item !== undefined && instruments.has(reason.item)
      ? [reason]
      : [reason, ...reason.children.flatMap(linesOf)];
  const said = new Set(
    findings
      .filter((finding) => isTouched(finding, rulebook, situation) && finding.outcome !== 'does-not-apply')
      .flatMap(({ reason }) => linesOf(reason).map(({ item }) => item)),
  );
  const part = new Set(
    terms.flatMap(({ reason }) => reason.children.flatMap(linesOf)).map(({ item }) => item),
  );
  const shown = terms.filter(
    ({ term, reason }) =>
      full || (!said.has(term) && !part.has(term) && linesOf(reason).some(({ basis }) => isGiven(basis))),
  );
  if (shown.length === 0) return;
  page.blank();
  page.heading(context.messages.terms, context.paint.heading, '═');
  for (const { reason } of shown) printReason(reason, '  ', tools, true);
}

function printAmounts(
  { amounts, situation }: Assessment,
  { full }: AssessmentOptions,
  { context, page, rulebook, sources }: ReasonContext,
): void {
  const { language, messages, paint } = context;
  const asked = ({ amount, incident }: AmountFinding): boolean =>
    speaksTo({ collection: 'amounts', id: amount }, incident, rulebook, situation);
  const shown = amounts.filter(
    (amount) => full || amount.outcome === 'known' || (amount.outcome === 'undetermined' && asked(amount)),
  );
  if (shown.length === 0) return;
  page.blank();
  page.heading(messages.amounts, paint.heading, '═');
  for (const amount of shown) {
    const incident = amount.incident === undefined ? '' : `${situation.incidents[amount.incident] ?? ''}: `;
    const cited = sources.cite(amount.citations, true);
    const text = messages.labelled(amount.label[language], amountWords(amount));
    page.text(`${incident}${text}${cited === '' ? '' : ` ${cited}`}`, '  ');
  }

  function amountWords({ value, unit, outcome }: AmountFinding): string {
    if (value === undefined)
      return outcome === 'none' ? messages.amountOutcomes.none : messages.amountOutcomes.undetermined;
    return `${value} ${messages.units[unit] ?? unit}`.trim();
  }
}

function printClashes({ clashes }: Assessment, { context, page }: ReasonContext): void {
  if (clashes.length === 0) return;
  page.blank();
  page.heading(context.messages.clashes, context.paint.heading, '═');
  for (const { text } of clashes) page.text(text[context.language], '  · ');
}

function printReceipt({ receipt }: Assessment, { context, page }: ReasonContext): void {
  const { messages, paint } = context;
  page.blank();
  page.text(
    messages.labelled(messages.receipt, messages.receiptText(receipt.engine, receipt.library)),
    '',
    paint.faint,
  );
  page.text(messages.notAdvice, '', paint.faint);
}
