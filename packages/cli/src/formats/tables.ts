/** Answers of tables as Markdown, HTML and CSV: a title, the table, notes. */
import type { Answer, TablePart } from '@anpo/answers';
import { csvRecord } from '@anpo/screen/csv';
import { printableData } from '../terminal/printable.ts';

interface TitledTable {
  readonly title: string;
  readonly table: TablePart;
  readonly notes: readonly string[];
}

/** The tables of an answer, each with the heading above it and the texts under it. */
function tablesOf(answer: Answer): readonly TitledTable[] {
  const { blocks } = printableData(answer);
  const tables: (TitledTable & { readonly notes: string[] })[] = [];
  let title = '';
  for (const part of blocks.flatMap(({ parts }) => parts)) {
    if (part.kind === 'heading') title = part.text;
    else if (part.kind === 'table') tables.push({ title, table: part, notes: [] });
    else if (part.kind === 'text' && typeof part.text === 'string') tables.at(-1)?.notes.push(part.text);
  }
  return tables;
}

const headsOf = ({ columns }: TablePart): readonly string[] => columns.map(({ head }) => head);

export function tablesAsMarkdown(answer: Answer): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return tablesOf(answer)
    .map(({ title, table, notes }) =>
      [
        `### ${title}`,
        '',
        line(headsOf(table)),
        line(table.columns.map(() => '---')),
        ...table.rows.map(({ cells }) => line(cells)),
        '',
        ...notes.map((note) => `${note}\n`),
      ].join('\n'),
    )
    .join('\n');
}

export function tablesAsHtml(answer: Answer): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const row = (cells: readonly string[], tag: string, attributes = ''): string =>
    `<tr>${cells.map((cell) => `<${tag}${attributes}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return tablesOf(answer)
    .map(({ title, table, notes }) =>
      [
        `<table lang="${answer.language}">`,
        `<caption>${escaped(title)}</caption>`,
        `<thead>${row(headsOf(table), 'th', ' scope="col"')}</thead>`,
        `<tbody>${table.rows.map(({ cells }) => row(cells, 'td')).join('\n')}</tbody>`,
        '</table>',
        ...notes.map((note) => `<p>${escaped(note)}</p>`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** `before`: for each table the fields that its records begin with, by their heads. */
export const tablesAsCsv = (answer: Answer, before: readonly Readonly<Record<string, string>>[]): string =>
  tablesOf(answer)
    .map(({ table }, index) => {
      const more = before[index] ?? {};
      return [
        [...Object.keys(more), ...headsOf(table)],
        ...table.rows.map(({ cells }) => [...Object.values(more), ...cells]),
      ]
        .map(csvRecord)
        .join('');
    })
    .join('');
