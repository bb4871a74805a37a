/** One finding in full: the rule, its standing and pinpoint, why, who reads it how, and what is missing. */
import type { Finding, HolderPosition, Pending, Reason } from '@anpo/engine';
import { instrumentLabel, wordings } from '@anpo/engine';
import type { Context } from '../context.ts';
import { leavesOf, printReason, type ReasonContext, signedText } from './reason.ts';
import { widthOf } from './wrap.ts';

const INDENT = '    ';

export function printFinding(finding: Finding, incidents: readonly string[], tools: ReasonContext): void {
  const { context, page } = tools;
  const { language, messages } = context;
  const wording = wordings[language];
  printHead(finding, tools);
  if (finding.decidedBy === 'not-decided')
    page.text(messages.reasoning.notDecided, INDENT, context.paint.open);
  else if (finding.decidedBy !== undefined && finding.outcome !== 'undetermined')
    page.text(messages.reasoning.settledAnyway, INDENT);
  page.text(messages.why, INDENT, context.paint.faint);
  printReason(finding.reason, `${INDENT}  `, tools);
  printReadings(finding, tools);
  printPending(finding, incidents, tools);
  if (finding.review.length > 0) {
    row(messages.review, messages.list(finding.review.map((name) => wording.reviewers[name] ?? name)), tools);
  }
  if (finding.note) row(messages.note, finding.note[language], tools);
}

/** The rule and its outcome, its standing and pinpoint. */
export function printHead(finding: Finding, tools: ReasonContext): void {
  const { context, page } = tools;
  page.text(
    finding.sentence[context.language],
    `  ${badge(finding, context)}  `,
    context.paint.strong,
    INDENT,
  );
  page.text(standing(finding, context), INDENT);
  page.text(pinpoint(finding, tools), INDENT);
}

/** What blocks a rule: the requirement that fails, and the given fact under it that makes it fail. */
export function blocker(finding: Finding, tools: ReasonContext): string {
  const top = finding.reason.children[0] ?? finding.reason;
  const given = leavesOf(top).find(
    ({ basis }) => basis !== undefined && basis !== 'assumed' && basis !== 'missing' && basis !== 'law',
  );
  const text = signedText(top, tools);
  return given === undefined || given === top
    ? text
    : `${text}${tools.context.messages.inBrackets(signedText(given, tools))}`;
}

function badge(finding: Finding, { messages, paint }: Context): string {
  const paints = { applies: paint.good, 'does-not-apply': paint.bad, undetermined: paint.open };
  return paints[finding.outcome](messages.outcomeHeadings[finding.outcome]);
}

function standing(finding: Finding, { language, messages }: Context): string {
  const wording = wordings[language];
  return messages.dotted([
    wording.kinds[finding.kind],
    wording.orders[finding.order],
    wording.forces[finding.force],
  ]);
}

function pinpoint(finding: Finding, { context, rulebook, sources }: ReasonContext): string {
  const { language, messages } = context;
  const instrument = instrumentLabel(rulebook, finding.instrument)[language];
  const cited = sources.cite(finding.citations, true);
  const mark = cited === '' ? messages.inBrackets(wordings[language].marks[finding.mark]) : ` ${cited}`;
  return `${messages.provisionOf(instrument, finding.provisionLabel[language])}${mark}`;
}

function row(label: string, text: string, { context, page }: ReasonContext): void {
  const prefix = context.messages.labelled(label, '');
  page.text(text, `${INDENT}${prefix}`, undefined, ' '.repeat(Math.min(widthOf(INDENT + prefix), 16)));
}

function printReadings(finding: Finding, tools: ReasonContext): void {
  const { context, page } = tools;
  const { language, messages } = context;
  const { agreement } = finding;
  if (agreement.kind === 'no-reading-recorded') row(messages.readings, messages.noReading, tools);
  else {
    row(messages.readings, agreement.kind === 'agreed' ? messages.agreed : messages.contested, tools);
    for (const position of agreement.positions) {
      page.text(positionText(position, finding.reason, tools), `${INDENT}  · `);
    }
  }
  for (const manner of ['silent', 'declines'] as const) {
    const holders = finding.silences.filter((silence) => silence.manner === manner);
    if (holders.length > 0) {
      row(
        messages[manner],
        messages.semicolons(holders.map(({ label, on }) => messages.silentOn(label[language], on[language]))),
        tools,
      );
    }
  }
}

function positionText(position: HolderPosition, reason: Reason, { context, sources }: ReasonContext): string {
  const { language, messages } = context;
  const outcome = wordings[language].outcomes[position.outcome];
  const readings = position.readings.map((reading) => {
    const dates = [
      reading.since === undefined ? '' : messages.since(reading.since),
      reading.until === undefined ? '' : messages.until(reading.until),
      reading.known === undefined ? '' : messages.knownSince(reading.known),
    ].filter((text) => text !== '');
    const cited = sources.cite(reading.citations, false);
    // The tree has said it already where the reading is decisive.
    const note = reading.note?.[language];
    const noted = note === undefined || says(reason, note, language) ? '' : messages.dash(note);
    const words = [messages.list(dates), noted].filter((text) => text !== '').join(' ');
    return { words, cited };
  });
  // Several choices may rest on one and the same reading; it is said once.
  const said = [...new Set(readings.map(({ words, cited }) => [words, cited].filter(Boolean).join(' ')))];
  const worded = readings.some(({ words }) => words !== '');
  const tail = said.filter((text) => text !== '');
  if (tail.length === 0) return messages.holderSays(position.label[language], outcome);
  const rest = worded ? messages.after(messages.semicolons(tail)) : ` ${tail.join('')}`;
  return `${messages.holderSays(position.label[language], outcome)}${rest}`;
}

const says = (reason: Reason, note: string, language: 'en' | 'ja'): boolean =>
  reason.text[language].includes(note) || reason.children.some((child) => says(child, note, language));

function printPending(finding: Finding, incidents: readonly string[], tools: ReasonContext): void {
  const { context, page } = tools;
  const { language, messages } = context;
  if (finding.pending.length === 0) return;
  row(messages.missing, '', tools);
  for (const pending of finding.pending) {
    page.text(pendingText(pending), `${INDENT}  ${context.paint.open('?')} `);
  }

  function pendingText(pending: Pending): string {
    if (pending.kind === 'reading') {
      const holders = pending.holders.length === 0 ? '' : ` ${messages.dash(messages.list(pending.holders))}`;
      return `${pending.text[language]}${holders}`;
    }
    const incident = pending.incident === undefined ? undefined : incidents[pending.incident];
    const organ = pending.kind === 'determination' ? `@${pending.organ}` : '';
    const name = `${incident === undefined ? '' : `${incident}.`}${pending.fact}${organ}`;
    const flag = `--fact ${name}=${valueHint(pending.fact)}`;
    const decides = pending.kind === 'determination' ? [messages.forOrgan(pending.organLabel[language])] : [];
    return `${pending.question[language]} ${messages.dash(messages.semicolons([...decides, flag]))}`;
  }

  /** What to write as the value: the choices where they are few. */
  function valueHint(id: string): string {
    const fact = tools.rulebook.facts.find((candidate) => candidate.id === id);
    if (fact?.type === 'yes-no') return 'yes|no';
    if (fact?.type === 'date') return 'YYYY-MM-DD';
    if (fact?.type === 'choice') return fact.choices.map((choice) => choice.id).join('|');
    return '…';
  }
}
