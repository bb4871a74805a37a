/** Decision tables in text, Markdown, CSV and HTML. */
import type { DecisionTable } from '@anpo/columns/table';
import type { Context } from '../context.ts';
import { Page } from '../terminal/page.ts';
import { pad, widthOf } from '../terminal/wrap.ts';

export const tableFormats = ['text', 'markdown', 'csv', 'html'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Values shown of a long list before it is cut, except in CSV, which is for machines. */
const MOST_VALUES = 6;

export function renderTables(
  norm: string,
  tables: readonly DecisionTable[],
  format: TableFormat,
  context: Context,
): string {
  return tables.map((table) => renderers[format](norm, table, context)).join(format === 'csv' ? '' : '\n');
}

type Renderer = (norm: string, table: DecisionTable, context: Context) => string;

const renderers: Readonly<Record<TableFormat, Renderer>> = {
  text: (norm, table, context) => {
    const page = new Page(context);
    const { head, rows } = cellsOf(table, context, MOST_VALUES);
    page.heading(titleOf(norm, table, context), context.paint.strong);
    const widths = head.map((cell, column) =>
      Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[column] as string))),
    );
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, column) => pad(cell, widths[column] as number))
        .join('  ')
        .trimEnd();
    page.raw(line(head));
    page.raw(widths.map((width) => '─'.repeat(width)).join('  '));
    for (const row of rows) page.raw(line(row));
    page.blank();
    for (const note of notesOf(table, context)) page.text(note);
    return page.toString();
  },
  markdown: (norm, table, context) => {
    const { head, rows } = cellsOf(table, context, MOST_VALUES);
    const line = (cells: readonly string[]): string =>
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [
      `### ${titleOf(norm, table, context)}`,
      '',
      line(head),
      line(head.map(() => '---')),
      ...rows.map(line),
      '',
      ...notesOf(table, context).map((note) => `${note}\n`),
    ].join('\n');
  },
  csv: (norm, table, context) => {
    const { head, rows } = cellsOf(table, context, Number.POSITIVE_INFINITY);
    const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const whole = [
      ['norm', 'bearers', ...head],
      ...rows.map((row) => [norm, table.bearers.join(' '), ...row]),
    ];
    return `${whole.map((row) => row.map(field).join(',')).join('\n')}\n`;
  },
  html: (norm, table, context) => {
    const { head, rows } = cellsOf(table, context, MOST_VALUES);
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
      `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
    return [
      `<table lang="${context.language}">`,
      `<caption>${escaped(titleOf(norm, table, context))}</caption>`,
      `<thead>${row(head, 'th')}</thead>`,
      `<tbody>${rows.map((cells) => row(cells, 'td')).join('\n')}</tbody>`,
      '</table>',
      ...notesOf(table, context).map((note) => `<p>${escaped(note)}</p>`),
      '',
    ].join('\n');
  },
};

function titleOf(norm: string, table: DecisionTable, { words }: Context): string {
  return words.columns.tableOf(norm, words.list(table.bearers));
}

function notesOf(table: DecisionTable, { words }: Context): readonly string[] {
  const { columns } = words;
  return [
    columns.rowsOf(table.rows.length, table.combinations),
    ...(table.unknown.length > 0 ? [columns.unknownRest(words.list(table.unknown))] : []),
  ];
}

function cellsOf(
  table: DecisionTable,
  { words }: Context,
  most: number,
): { head: readonly string[]; rows: readonly (readonly string[])[] } {
  const { columns } = words;
  const outcomes = [columns.doesNotApply, columns.applies, columns.undetermined];
  return {
    head: [...table.variables.map(({ key }) => key), columns.outcome],
    rows: table.rows.map((row) => [
      ...row.values.map((positions, variable) => {
        if (!positions) return columns.any;
        const names = namesOf(table.variables[variable] as DecisionTable['variables'][number], positions);
        return names.length <= most
          ? names.join(' | ')
          : `${names.slice(0, most).join(' | ')} | … (${names.length})`;
      }),
      outcomes[row.outcome] as string,
    ]),
  };
}

/** The values at some positions; stretches that follow each other on one line are told as one. */
function namesOf(
  { values, ordered }: DecisionTable['variables'][number],
  positions: readonly number[],
): readonly string[] {
  const nameAt = (at: number): string => values[at] as string;
  if (!ordered) return positions.map(nameAt);
  const names: string[] = [];
  for (let index = 0; index < positions.length; ) {
    let last = index;
    while (positions[last + 1] === (positions[last] as number) + 1) last++;
    const begin = nameAt(positions[index] as number)
      .split(', ')
      .filter((part) => part.startsWith('≥'));
    const end = nameAt(positions[last] as number)
      .split(', ')
      .filter((part) => part.startsWith('<'));
    names.push([...begin, ...end].join(', '));
    index = last + 1;
  }
  return names;
}
