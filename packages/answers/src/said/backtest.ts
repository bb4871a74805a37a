/** A backtest: a table of the precedents, then each disagreement in full, then the counts. */
import type { BacktestReport } from '@anpo/engine';
import type { BacktestRow, BacktestStatus } from '@anpo/engine/findings';
import { actorLabel } from '@anpo/engine/wording';
import type { Answer, TablePart } from '../answer/answer.ts';
import { type Explanation, newExplanation, writeSources } from '../parts/explanation.ts';
import { reasonLines } from '../parts/reason.ts';
import type { Speaker } from '../speaker.ts';

const tones = { reproduced: 'holds', disagreement: 'open', failed: 'fails' } as const;
const RESULT = 4;

export function sayBacktest(report: BacktestReport, speaker: Speaker): Answer {
  const { words, rulebook, language } = speaker;
  const explanation = newExplanation(speaker);
  const { write } = explanation;
  const cases = [...Map.groupBy(report.rows, ({ precedent }) => precedent).values()];
  write.chapter(words.backtestTitle);
  if (cases.length > 0) write.add(tableOf(cases, speaker));
  for (const row of report.rows) {
    if (row.status !== 'reproduced') writeRow(row, explanation);
  }
  writeSources(explanation);
  write.apart();
  const count = (status: BacktestStatus): number => cases.filter((rows) => statusOf(rows) === status).length;
  const { totals } = report;
  write.text(
    words.backtestCounts(cases.length, count('reproduced'), count('disagreement'), count('failed')),
    { tone: 'strong' },
  );
  write.text(
    words.expectationCounts(report.rows.length, totals.reproduced, totals.disagreement, totals.failed),
  );
  if (rulebook.statements.length > 0) write.text(words.statementsApart(rulebook.statements.length));
  return write.answer('backtest', language);
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

function tableOf(cases: readonly (readonly BacktestRow[])[], { words, say }: Speaker): TablePart {
  const { backtestColumns: heads } = words;
  const results = {
    reproduced: words.results.reproduced,
    disagreement: words.results.declared,
    failed: words.results.failed,
  };
  return {
    kind: 'table',
    frame: 'grid',
    columns: [
      { head: heads.precedent },
      { head: heads.on },
      { head: heads.expectations },
      { head: heads.met },
      { head: heads.result, among: Object.values(results) },
    ],
    rows: cases.map((rows) => {
      const [first] = rows as readonly [BacktestRow];
      const status = statusOf(rows);
      const met = rows.filter((row) => row.status === 'reproduced').length;
      return {
        cells: [say(first.title), first.on, String(rows.length), String(met), results[status]],
        tone: tones[status],
        toneOf: RESULT,
        cut: true,
        item: { collection: 'precedents', id: first.precedent },
        // What was not reproduced is looked up by name.
        ...(status === 'reproduced' ? {} : { under: first.precedent }),
      };
    }),
  };
}

function writeRow(row: BacktestRow, explanation: Explanation): void {
  const { speaker, write } = explanation;
  const { words, rulebook, say } = speaker;
  const about = [
    row.bearer === undefined ? undefined : say(actorLabel(rulebook, row.bearer)),
    row.view === undefined ? undefined : words.inView(viewLabel(row.view, speaker)),
  ].filter((text) => text !== undefined);
  write.apart();
  write.section(`${say(row.title)}${words.inBrackets(`${row.precedent}, ${row.on}`)}`, tones[row.status]);
  const subject = say(row.subject);
  write.text(about.length === 0 ? subject : `${subject}${words.inBrackets(words.list(about))}`, {
    depth: 1,
    tone: 'strong',
  });
  const [expected, found] = [say(row.expected), say(row.found)];
  if (expected !== '') write.text(words.labelled(words.expected, expected), { depth: 1 });
  if (found !== '') write.text(words.labelled(words.found, found), { depth: 1 });
  write.text(say(row.reason), { depth: 1 });
  if (row.tree) {
    // Each disagreement is read by itself: nothing in it points to the one above.
    const lines = reasonLines(row.tree, { ...explanation, explained: new Set() });
    write.add({ kind: 'reasons', depth: 2, lines });
  }
  write.text(`${row.position.file}:${row.position.line}`, { depth: 1, tone: 'faint' });
}

function viewLabel(id: string, { rulebook, say }: Speaker): string {
  const found = [...rulebook.views, ...rulebook.holders].find((item) => item.id === id);
  return found ? say(found.label) : id;
}
