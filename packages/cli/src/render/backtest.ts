/** A backtest: a table of the precedents, then each disagreement in full, then the counts. */
import type { BacktestReport, BacktestRow, BacktestStatus, Rulebook } from '@anpo/engine';
import { actorLabel } from '@anpo/engine';
import Table from 'cli-table3';
import type { Context } from '../context.ts';
import { SourceList } from './citations.ts';
import { Page } from './page.ts';
import { printReason } from './reason.ts';
import { widthOf, wrap } from './wrap.ts';

export function renderBacktest(report: BacktestReport, rulebook: Rulebook, context: Context): string {
  const { messages, paint } = context;
  const page = new Page(context);
  const cases = [...Map.groupBy(report.rows, ({ precedent }) => precedent).values()];
  page.heading(messages.backtestTitle, paint.heading, '═');
  if (cases.length > 0) page.raw(tableOf(cases, context));
  const sources = new SourceList(context);
  for (const row of report.rows) {
    if (row.status !== 'reproduced') printRow(row, rulebook, page, sources, context);
  }
  sources.print(page);
  page.blank();
  const count = (status: BacktestStatus): number => cases.filter((rows) => statusOf(rows) === status).length;
  const { totals } = report;
  page.text(
    messages.backtestCounts(cases.length, count('reproduced'), count('disagreement'), count('failed')),
    '',
    paint.strong,
  );
  page.text(
    messages.expectationCounts(report.rows.length, totals.reproduced, totals.disagreement, totals.failed),
  );
  if (rulebook.statements.length > 0) page.text(messages.statementsApart(rulebook.statements.length));
  return page.toString();
}

/** A precedent fails with any of its answers. */
function statusOf(rows: readonly BacktestRow[]): BacktestStatus {
  const statuses = rows.map(({ status }) => status);
  return (
    statuses.find((status) => status === 'failed') ??
    statuses.find((status) => status === 'disagreement') ??
    'reproduced'
  );
}

function tableOf(cases: readonly (readonly BacktestRow[])[], context: Context): string {
  const { language, messages, paint } = context;
  const { backtestColumns: heads } = messages;
  const results = {
    reproduced: messages.results.reproduced,
    disagreement: messages.results.declared,
    failed: messages.results.failed,
  };
  const paints = { reproduced: paint.good, disagreement: paint.open, failed: paint.bad };
  const others = [
    10,
    ...[heads.expectations, heads.met].map((head) => widthOf(head)),
    Math.max(...Object.values(results).map((text) => widthOf(text))),
  ];
  const frame = 3 * 5 + 1;
  const room = Math.max(16, context.width - frame - others.reduce((sum, width) => sum + width, 0));
  const table = new Table({
    head: [heads.precedent, heads.on, heads.expectations, heads.met, heads.result],
    // The table colours its head and borders unless told not to; colours are for terminals only.
    style: { head: [], border: [] },
    // One line a precedent: a library has hundreds.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const rows of cases) {
    const [first] = rows as readonly [BacktestRow];
    const status = statusOf(rows);
    const met = rows.filter((row) => row.status === 'reproduced').length;
    const [line = '', ...more] = wrap(first.title[language], room);
    const title = more.length === 0 ? line : `${wrap(line, room - 1)[0]}…`;
    // What was not reproduced is looked up by name.
    const name =
      status === 'reproduced' ? title : [title, ...wrap(first.precedent, room).map(paint.faint)].join('\n');
    table.push([name, first.on, rows.length, met, paints[status](results[status])]);
  }
  return table.toString();
}

function printRow(
  row: BacktestRow,
  rulebook: Rulebook,
  page: Page,
  sources: SourceList,
  context: Context,
): void {
  const { language, messages, paint } = context;
  const color = row.status === 'failed' ? paint.bad : paint.open;
  const about = [
    row.bearer === undefined ? undefined : actorLabel(rulebook, row.bearer)[language],
    row.view === undefined ? undefined : messages.inView(viewLabel(row.view, rulebook, context)),
  ].filter((text) => text !== undefined);
  page.blank();
  page.heading(`${row.title[language]}${messages.inBrackets(`${row.precedent}, ${row.on}`)}`, color);
  const subject = row.subject[language];
  page.text(
    about.length === 0 ? subject : `${subject}${messages.inBrackets(messages.list(about))}`,
    '  ',
    paint.strong,
  );
  if (row.expected[language] !== '')
    page.text(messages.labelled(messages.expected, row.expected[language]), '  ');
  if (row.found[language] !== '') page.text(messages.labelled(messages.found, row.found[language]), '  ');
  page.text(row.reason[language], '  ');
  if (row.tree) printReason(row.tree, '    ', { context, rulebook, sources, page, explained: new Set() });
  page.text(`${row.position.file}:${row.position.line}`, '  ', paint.faint);
}

const viewLabel = (id: string, rulebook: Rulebook, { language }: Context): string =>
  [...rulebook.views, ...rulebook.holders].find((item) => item.id === id)?.label[language] ?? id;
