/** Prints a table on a terminal: with borders, or with a line under its heads. */
import type { TablePart, TableRow } from '@anpo/answers';
import Table from 'cli-table3';
import type { Painter } from './paint.ts';
import { pad, widthOf, wrap } from './wrap.ts';

interface Terminal {
  readonly width: number;
  readonly paint: Painter;
}

/** The narrowest that the first column of a table with borders becomes. */
const NARROWEST = 16;

export function printTable(table: TablePart, terminal: Terminal): string {
  return table.frame === 'grid' ? grid(table, terminal) : plain(table);
}

/** The first column takes the room that the others leave. */
function grid({ columns, rows }: TablePart, { width, paint }: Terminal): string {
  const others = columns
    .slice(1)
    .map(({ head, among = [] }, index) =>
      Math.max(...[head, ...among, ...rows.map(({ cells }) => cells[index + 1] ?? '')].map(widthOf)),
    );
  const frame = 3 * columns.length + 1;
  const room = Math.max(NARROWEST, width - frame - others.reduce((total, each) => total + each, 0));
  const table = new Table({
    head: columns.map(({ head }) => head),
    // The table colours its head and borders unless told not to; colours are for terminals only.
    style: { head: [], border: [] },
    // One line a row: a library has hundreds.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const row of rows) table.push(gridCells(row, room, paint));
  return table.toString();
}

function gridCells(
  { cells, tone, toneOf = 0, under, cut }: TableRow,
  room: number,
  paint: Painter,
): string[] {
  const [first = '', ...rest] = cells;
  const tones = {
    strong: paint.strong,
    faint: paint.faint,
    holds: paint.good,
    fails: paint.bad,
    open: paint.open,
  };
  const painter = tone === undefined ? (text: string): string => text : tones[tone];
  const lines = cut ? [shortened(first, room)] : wrap(first, room);
  const head = [
    ...lines.map((line) => (toneOf === 0 ? painter(line) : line)),
    ...(under === undefined ? [] : wrap(under, room).map(paint.faint)),
  ].join('\n');
  return [head, ...rest.map((cell, index) => (index + 1 === toneOf ? painter(cell) : cell))];
}

function shortened(text: string, room: number): string {
  const [line = '', ...more] = wrap(text, room);
  return more.length === 0 ? line : `${wrap(line, room - 1)[0]}…`;
}

function plain({ columns, rows }: TablePart): string {
  const widths = columns.map(({ head }, column) =>
    Math.max(widthOf(head), ...rows.map(({ cells }) => widthOf(cells[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return columns[column]?.numeric ? ' '.repeat(width - widthOf(cell)) + cell : pad(cell, width);
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(({ cells }) => line(cells)),
  ].join('\n');
}
