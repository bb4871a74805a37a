/** An assessment as text: what was asked, what binds whom and why, what is open, and how to ask it again. */
import type { AmountFinding, Assessment, Finding, Rulebook, Text } from '@anpo/engine';
import { actorLabel, indexRulebook, instrumentLabel, valueLabel, wordings } from '@anpo/engine';
import type { Context } from '../context.ts';
import { endingTerms } from '../rulebook/dependencies.ts';
import { blocker, printFinding } from './finding.ts';
import { leavesOf, newReasonContext, printReason, type ReasonContext } from './reason.ts';
import { isBlockedHere, isConcerned, isNear, isTouched, speaksTo } from './relevance.ts';
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
  const tools = newReasonContext(rulebook, context);
  const { page } = tools;
  printHeader(assessment, options, tools);
  printSummary(assessment, tools);
  for (const group of groupsOf(assessment, rulebook, options)) printGroup(group, assessment, options, tools);
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
      .filter(
        ({ bearer, outcome }) => outcome !== 'does-not-apply' && isConcerned(bearer, rulebook, situation),
      )
      .filter((finding) => isNear(finding, rulebook, situation))
      .flatMap((finding) => leavesOf(finding.reason))
      .filter(({ basis }) => basis === 'assumed')
      .map(({ item }) => item),
  );
  return assumed.filter(({ fact }) => used.has(fact));
}

export function printHeader(assessment: Assessment, options: AssessmentOptions, tools: ReasonContext): void {
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
  if (assessment.impossible !== undefined) {
    const names = assessment.impossible.map(
      (id) => rulebook.constraints.find((constraint) => constraint.id === id)?.label[language] ?? id,
    );
    page.text(messages.reasoning.impossible(names), '', paint.bad);
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
  /** Those who are bound alike; the findings are those of the first. */
  readonly bearers: readonly Text[];
  readonly findings: readonly Finding[];
}

/**
 * By who is bound; first those whose rules the given facts speak to. Of parties that the situation does not
 * concern only what applies is shown, and those who are bound alike are shown as one.
 */
function groupsOf(
  { findings, situation }: Assessment,
  rulebook: Rulebook,
  { full }: AssessmentOptions,
): readonly Group[] {
  const near = (finding: Finding): boolean => isNear(finding, rulebook, situation);
  const isParty = (bearer: string): boolean => rulebook.parties.some(({ id }) => id === bearer);
  const groups = [...Map.groupBy(findings, ({ bearer }) => bearer)].map(([bearer, own]) => {
    const concerned = full || isConcerned(bearer, rulebook, situation);
    const shown = concerned ? own : own.filter((finding) => finding.outcome === 'applies' && near(finding));
    const alike = concerned ? bearer : shown.map(({ norm, incident }) => `${norm} ${incident}`).join();
    const spoken = own.some((finding) => finding.outcome !== 'does-not-apply' && near(finding));
    return {
      alike,
      label: own[0]?.bearerLabel as Text,
      findings: shown,
      // Parties before their organs; what nothing given speaks to, and whom nothing concerns, last.
      rank: (concerned ? (spoken ? 0 : 2) : 4) + (isParty(bearer) ? 0 : 1),
    };
  });
  return [...Map.groupBy(groups, ({ alike }) => alike).values()]
    .map((members) => ({
      bearers: members.map(({ label }) => label),
      findings: members[0]?.findings ?? [],
      rank: members[0]?.rank ?? 0,
    }))
    .sort((a, b) => a.rank - b.rank);
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
  const names = group.bearers.map((label) => label[language]);
  page.heading(messages.list(names), paint.heading, '═');
  if (names.length > 1) page.text(messages.eachAlike(names[0] as string), '', paint.faint);
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
    printNames(messages.openHeading, part.open, tools);
    printNames(messages.alwaysHeading, part.always, tools);
    printNames(messages.untouchedHeading, part.untouched, tools);
    printBlocked(part.blocked, tools);
  }
}

/** What does not apply, by instrument and by what blocks it. */
function printBlocked(findings: readonly Finding[], tools: ReasonContext): void {
  if (findings.length === 0) return;
  const { context, page, rulebook } = tools;
  const { language, messages, paint } = context;
  page.blank();
  page.text(messages.doesNotApplyHeading, '  ', paint.strong);
  const alike = Map.groupBy(findings, (finding) => `${finding.instrument} ${blocker(finding, tools)}`);
  for (const rules of alike.values()) {
    const first = rules[0] as Finding;
    const where = messages.labelled(
      instrumentLabel(rulebook, first.instrument)[language],
      messages.semicolons([...new Set(rules.map(({ provisionLabel }) => provisionLabel[language]))]),
    );
    page.text(`${where} ${messages.dash(blocker(first, tools))}`, `  ${paint.bad('✗')} `);
  }
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
  /** What was touched and lacks more than one fact: by name. */
  readonly open: readonly Finding[];
  /** What applies whatever is given, and what is open but nothing given bears on: by name. */
  readonly always: readonly Finding[];
  readonly untouched: readonly Finding[];
  readonly blocked: readonly Finding[];
}

const isEmpty = ({ full, open, always, untouched, blocked }: Part): boolean =>
  full.length + open.length + always.length + untouched.length + blocked.length === 0;

/** The treaties at the heart of the system first, then what binds, then what is politics or policy. */
function byWeight(findings: readonly Finding[], rulebook: Rulebook): readonly Finding[] {
  const forces: readonly Finding['force'][] = ['binding', 'political', 'policy'];
  const weight = ({ instrument, force }: Finding): number =>
    (indexRulebook(rulebook).instrument(instrument).confirmedWordingRequired ? 0 : forces.length) +
    forces.indexOf(force);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

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
    const of = (outcome: Finding['outcome'], keep: (finding: Finding) => boolean): readonly Finding[] =>
      byWeight(
        members.filter((finding) => finding.outcome === outcome && keep(finding)),
        rulebook,
      );
    const near = (finding: Finding): boolean => everything || isNear(finding, rulebook, situation);
    const touched = (finding: Finding): boolean => isTouched(finding, rulebook, situation);
    return {
      incident: key < 0 ? undefined : key,
      full: [...of('applies', near), ...of('undetermined', near), ...of('does-not-apply', () => everything)],
      open: of('undetermined', (finding) => !near(finding) && touched(finding)),
      always: of('applies', (finding) => !near(finding)),
      untouched: of('undetermined', (finding) => !near(finding) && !touched(finding)),
      blocked: of('does-not-apply', (finding) => !everything && isBlockedHere(finding, rulebook, situation)),
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

/** What the given facts decide besides rules: whether a notice is valid, whether a treaty has ended. */
function printTerms(
  { terms, situation }: Assessment,
  { full }: AssessmentOptions,
  tools: ReasonContext,
): void {
  const { context, page, rulebook } = tools;
  const ending = new Set(rulebook.instruments.flatMap(({ id }) => endingTerms(rulebook, id)));
  const shown = terms.filter(
    ({ term, incident }) =>
      full ||
      (ending.has(term) && speaksTo({ collection: 'terms', id: term }, incident, rulebook, situation)),
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
  const shown = amounts.filter((amount) => full || (amount.outcome !== 'none' && asked(amount)));
  if (shown.length === 0) return;
  page.blank();
  page.heading(messages.amounts, paint.heading, '═');
  for (const amount of shown) {
    const name = amount.incident === undefined ? undefined : situation.incidents[amount.incident];
    const incident = name === undefined ? '' : `${name}: `;
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

export function printReceipt({ receipt }: Assessment, { context, page }: ReasonContext): void {
  const { messages, paint } = context;
  page.blank();
  page.text(
    messages.labelled(messages.receipt, messages.receiptText(receipt.engine, receipt.library)),
    '',
    paint.faint,
  );
  page.text(messages.notAdvice, '', paint.faint);
}
