/** The answer of `anpo screen`: what was read, by which logic, and how often each norm applies. */
import { dependentOutputs } from '@anpo/columns/plan';
import type { ScreenResult, SummaryRow } from '@anpo/screen';
import type { Context } from '../context.ts';
import { Page } from '../terminal/page.ts';
import { pad, widthOf } from '../terminal/wrap.ts';

export function renderScreen(result: ScreenResult, rejects: string, all: boolean, context: Context): string {
  const { words: said, language, paint } = context;
  const words = said.columns;
  const number = new Intl.NumberFormat(language);
  const page = new Page(context);
  page.text(words.read(number.format(result.rows), result.files), '', paint.strong);
  page.text(
    result.rejected > 0 ? words.rejected(number.format(result.rejected), rejects) : words.noneRejected,
  );
  if (result.resumed) page.text(words.resumed);
  if (!result.finished) page.text(words.interrupted);
  page.text(result.logic === 'kleene' ? words.kleene : words.exact);
  if (result.assumed.length > 0) {
    page.text(words.assumed(said.list(result.assumed.map(({ fact, value }) => `${fact} = ${value}`))));
  }
  page.blank();
  const totals = totalsOf(result.summary);
  const dependent = dependentOutputs(result.plan);
  const shown = totals.filter(({ finding }) => all || dependent.has(finding));
  const head = [words.finding, words.applies, words.undetermined, words.doesNotApply];
  const rows = shown.map((row) => [
    row.finding,
    number.format(row.applies),
    number.format(row.undetermined),
    number.format(row.doesNotApply),
  ]);
  const widths = head.map((cell, column) =>
    Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[column] as string))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] as number;
        return column === 0 ? pad(cell, width) : ' '.repeat(width - widthOf(cell)) + cell;
      })
      .join('  ');
  page.raw(line(head));
  page.raw(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const row of rows) page.raw(line(row));
  page.blank();
  if (shown.length < totals.length) {
    page.text(words.untouched(totals.length - shown.length));
    page.text(words.hintAll);
  }
  page.blank();
  page.text(said.notAdvice);
  return page.toString();
}

function totalsOf(rows: readonly SummaryRow[]): readonly SummaryRow[] {
  const totals = new Map<string, SummaryRow>();
  for (const row of rows) {
    const sum = totals.get(row.finding);
    totals.set(row.finding, {
      finding: row.finding,
      year: null,
      party: null,
      applies: row.applies + (sum?.applies ?? 0),
      doesNotApply: row.doesNotApply + (sum?.doesNotApply ?? 0),
      undetermined: row.undetermined + (sum?.undetermined ?? 0),
    });
  }
  return [...totals.values()];
}
