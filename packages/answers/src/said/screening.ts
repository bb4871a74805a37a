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
  /** Rows whose day is known only as one of several, and those of them with a finding that hangs on which it was. */
  readonly days: { readonly rows: number; readonly differing: number };
  /** The time zone that made days of moments, where any were. */
  readonly zone?: string | undefined;
  /** Files with lines that are not UTF-8, how many, and the encoding that they seem to be in. */
  readonly notUtf8: readonly {
    readonly file: string;
    readonly records: number;
    readonly seems?: string | undefined;
  }[];
  /** Assumptions that bear on the findings and that the map does not give, at their default in every row. */
  readonly assumed: readonly { readonly fact: string; readonly value: string }[];
}

const encodingNames: Readonly<Record<string, string>> = {
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Latin-1',
};

/** `full`: also the findings that the map does not bear on. */
export function sayScreening(screening: Screening, full: boolean, { words, language }: Speaker): Answer {
  const { columns } = words;
  const number = new Intl.NumberFormat(language);
  const write = new AnswerWriter();
  const { rows, rejected, days } = screening;
  write.text(columns.read(number.format(rows), rows, screening.files), { tone: 'strong' });
  if (rejected === 0) write.text(columns.noneRejected);
  else if (screening.finished)
    write.text(columns.rejected(number.format(rejected), rejected, screening.rejects));
  else write.text(columns.rejectedSoFar(number.format(rejected), rejected));
  for (const { file, records, seems } of screening.notUtf8)
    if (seems !== undefined)
      write.text(
        columns.notUtf8(file, number.format(records), records, encodingNames[seems] ?? seems, seems),
      );
  if (screening.resumed) write.text(columns.resumed);
  if (!screening.finished) write.text(columns.interrupted);
  write.text(screening.logic === 'kleene' ? columns.kleene : columns.exact);
  if (screening.zone !== undefined) write.text(columns.zone(screening.zone));
  if (days.rows > 0) write.text(columns.days(number.format(days.rows), days.rows, days.differing));
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
  if (screening.assumed.length > 0) {
    write.apart();
    const assumed = screening.assumed.map(({ fact, value }) => `${fact} = ${value}`);
    write.text(columns.assumed(words.list(assumed)));
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
