/** A screening of data: what was read, by which logic, and how often each norm applies. */
import type { Answer, TablePart } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';

/** How many rows of one year and party came out how, for one finding (`norm@bearer`). */
export interface ScreeningCount {
  readonly finding: string;
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undetermined: number;
}

/** What is said of a screening, as data of whoever made it. */
export interface Screening {
  readonly rows: number;
  readonly rejected: number;
  /** The file of rejected rows. */
  readonly rejects: string;
  readonly files: number;
  readonly logic: 'kleene' | 'exact';
  readonly finished: boolean;
  readonly resumed: boolean;
  readonly summary: readonly ScreeningCount[];
  /** Findings that some fact of the map bears on. */
  readonly dependent: readonly string[];
  /** Assumptions that the map does not give, at their default in every row. */
  readonly assumed: readonly { readonly fact: string; readonly value: string }[];
}

/** `full`: also the findings that the map does not bear on. */
export function sayScreening(screening: Screening, full: boolean, { words, language }: Speaker): Answer {
  const { columns } = words;
  const number = new Intl.NumberFormat(language);
  const write = new AnswerWriter();
  write.text(columns.read(number.format(screening.rows), screening.files), { tone: 'strong' });
  write.text(
    screening.rejected > 0
      ? columns.rejected(number.format(screening.rejected), screening.rejects)
      : columns.noneRejected,
  );
  if (screening.resumed) write.text(columns.resumed);
  if (!screening.finished) write.text(columns.interrupted);
  write.text(screening.logic === 'kleene' ? columns.kleene : columns.exact);
  if (screening.assumed.length > 0) {
    const assumed = screening.assumed.map(({ fact, value }) => `${fact} = ${value}`);
    write.text(columns.assumed(words.list(assumed)));
  }
  write.apart();
  const totals = totalsOf(screening.summary);
  const dependent = new Set(screening.dependent);
  const shown = totals.filter(({ finding }) => full || dependent.has(finding));
  write.add(tableOf(shown, columns, number));
  if (shown.length < totals.length) {
    write.apart();
    write.text(columns.untouched(totals.length - shown.length));
    write.text(columns.hintAll);
  }
  write.apart();
  write.text(words.notAdvice);
  return write.answer('screen', language);
}

function tableOf(
  rows: readonly ScreeningCount[],
  columns: Speaker['words']['columns'],
  number: Intl.NumberFormat,
): TablePart {
  return {
    kind: 'table',
    frame: 'plain',
    columns: [
      { head: columns.finding },
      { head: columns.applies, numeric: true },
      { head: columns.undetermined, numeric: true },
      { head: columns.doesNotApply, numeric: true },
    ],
    rows: rows.map(({ finding, applies, undetermined, doesNotApply }) => ({
      cells: [finding, ...[applies, undetermined, doesNotApply].map((count) => number.format(count))],
    })),
  };
}

/** Years and parties taken together. */
function totalsOf(counts: readonly ScreeningCount[]): readonly ScreeningCount[] {
  const totals = new Map<string, ScreeningCount>();
  for (const { finding, applies, doesNotApply, undetermined } of counts) {
    const sum = totals.get(finding);
    totals.set(finding, {
      finding,
      applies: applies + (sum?.applies ?? 0),
      doesNotApply: doesNotApply + (sum?.doesNotApply ?? 0),
      undetermined: undetermined + (sum?.undetermined ?? 0),
    });
  }
  return [...totals.values()];
}
