/** Coverage: a table of the instruments, one of the documents, and the counts of the registers. */
import type { Rulebook } from '@anpo/engine';
import { instrumentLabel } from '@anpo/engine';
import Table from 'cli-table3';
import type { Context } from '../context.ts';
import { type Coverage, type InstrumentCoverage, registers } from '../rulebook/coverage.ts';
import { Page } from './page.ts';
import { widthOf, wrap } from './wrap.ts';

export function renderCoverage(coverage: Coverage, rulebook: Rulebook, context: Context): string {
  const { messages, paint } = context;
  const page = new Page(context);
  page.heading(messages.coverageTitle, paint.heading, '═');
  if (coverage.instruments.length > 0) {
    page.heading(messages.coverageInstruments, paint.heading);
    page.text(messages.coverageNote, '', paint.faint);
    page.raw(instrumentTable(coverage.instruments, rulebook, context));
  }
  if (coverage.documents.length > 0) {
    page.blank();
    page.heading(messages.coverageDocuments, paint.heading);
    printDocuments(coverage, page, rulebook, context);
  }
  page.blank();
  page.heading(messages.coverageRegisters, paint.heading);
  const width = Math.max(...Object.values(messages.registerNames).map((name) => widthOf(name))) + 2;
  for (const name of registers) {
    page.row(messages.registerNames[name], String(coverage.registers[name]), width, '  ');
  }
  return page.toString();
}

function instrumentTable(
  instruments: readonly InstrumentCoverage[],
  rulebook: Rulebook,
  context: Context,
): string {
  const { language, messages, paint } = context;
  const heads = messages.coverageColumns;
  const cells = ({ provisions, status, marks, untranslated, norms, exercised }: Counts): string[] => [
    String(provisions),
    `${status.encoded}/${status.descriptive}/${status['not-encoded']}`,
    `${marks.confirmed}/${marks.secondary}/${marks.contested}/${marks.unconfirmed}`,
    untranslated === 0 ? messages.bothLanguages : messages.untranslated(untranslated),
    `${exercised}/${norms}`,
  ];
  const rows = instruments.map((item) => ({
    label: instrumentLabel(rulebook, item.id)[language],
    cells: cells(item),
    open: item.exercised < item.norms || item.untranslated > 0,
  }));
  const total = { label: messages.coverageTotal, cells: cells(sum(instruments)), open: false };
  const head = [heads.instrument, heads.provisions, heads.status, heads.marks, heads.languages, heads.norms];
  return tableOf(
    head,
    [...rows, total].map((row) => ({
      ...row,
      paint: row === total ? paint.strong : row.open ? paint.open : plain,
    })),
    context,
  );
}

type Counts = Omit<InstrumentCoverage, 'id'>;

function sum(instruments: readonly InstrumentCoverage[]): Counts {
  const add = (of: (item: InstrumentCoverage) => number): number =>
    instruments.reduce((total, item) => total + of(item), 0);
  return {
    provisions: add((item) => item.provisions),
    status: {
      encoded: add(({ status }) => status.encoded),
      descriptive: add(({ status }) => status.descriptive),
      'not-encoded': add(({ status }) => status['not-encoded']),
    },
    marks: {
      confirmed: add(({ marks }) => marks.confirmed),
      secondary: add(({ marks }) => marks.secondary),
      contested: add(({ marks }) => marks.contested),
      unconfirmed: add(({ marks }) => marks.unconfirmed),
    },
    untranslated: add((item) => item.untranslated),
    norms: add((item) => item.norms),
    exercised: add((item) => item.exercised),
  };
}

function printDocuments({ documents }: Coverage, page: Page, rulebook: Rulebook, context: Context): void {
  const { language, messages, paint } = context;
  const verdicts = ['holds', 'fails', 'holds-in-part', 'contested', 'outside'] as const;
  for (const { source, claims, verdicts: counts } of documents) {
    const title = rulebook.sources.find(({ id }) => id === source)?.title[language] ?? source;
    page.text(messages.labelled(title, messages.statementCount(claims)), '  ', paint.strong);
    const stated = verdicts
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${messages.verdicts[verdict] ?? verdict} ${counts[verdict]}`);
    page.text(messages.list(stated), '    ');
  }
}

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
  readonly paint: (text: string) => string;
}
const plain = (text: string): string => text;

/** The first column takes the room that the others leave. */
function tableOf(head: readonly string[], rows: readonly Row[], context: Context): string {
  const others = head
    .slice(1)
    .map((title, index) => Math.max(widthOf(title), ...rows.map(({ cells }) => widthOf(cells[index] ?? ''))));
  const frame = 3 * head.length + 1;
  const room = Math.max(16, context.width - frame - others.reduce((total, width) => total + width, 0));
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { label, cells, paint } of rows) {
    table.push([wrap(label, room).map(paint).join('\n'), ...cells]);
  }
  return table.toString();
}
