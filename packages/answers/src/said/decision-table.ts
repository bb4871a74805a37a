/** Decision tables: one chapter each, the table, and what it leaves open. */
import type { DecisionTable } from '@anpo/columns/table';
import type { Answer, TablePart } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';

type Variable = DecisionTable['variables'][number];

/** Values shown of a long list before it is cut, unless all is said. */
const MOST_VALUES = 6;

export function sayDecisionTables(
  tables: readonly DecisionTable[],
  full: boolean,
  { words, language }: Speaker,
): Answer {
  const { columns } = words;
  const write = new AnswerWriter();
  for (const table of tables) {
    write.apart();
    write.section(columns.tableOf(table.norm, words.list(table.bearers)), 'strong');
    if (table.assumed.length > 0) {
      const assumed = table.assumed.map(({ key, value }) => `${key} = ${value}`);
      write.text(columns.ifAssumed(words.list(assumed)));
      write.apart();
    }
    write.add(partOf(table, full ? Number.POSITIVE_INFINITY : MOST_VALUES, columns));
    write.apart();
    write.text(columns.rowsOf(table.rows.length, table.combinations));
    if (table.unknown.length > 0) write.text(columns.unknownRest(words.list(table.unknown)));
  }
  return write.answer('table', language);
}

function partOf(table: DecisionTable, most: number, columns: Speaker['words']['columns']): TablePart {
  const outcomes = [columns.doesNotApply, columns.applies, columns.undetermined];
  return {
    kind: 'table',
    frame: 'plain',
    columns: [...table.variables.map(({ key }) => ({ head: key })), { head: columns.outcome }],
    rows: table.rows.map(({ values, outcome }) => ({
      cells: [
        ...values.map((positions, at) =>
          positions ? shown(namesOf(table.variables[at] as Variable, positions), most) : columns.any,
        ),
        outcomes[outcome] as string,
      ],
    })),
  };
}

const shown = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(' | ') : `${names.slice(0, most).join(' | ')} | … (${names.length})`;

/** The values at some positions; stretches that follow each other on one line are told as one. */
function namesOf({ values, ordered }: Variable, positions: readonly number[]): readonly string[] {
  const partsAt = (at: number): readonly string[] => (values[at] as string).split(', ');
  if (!ordered) return positions.map((at) => values[at] as string);
  const names: string[] = [];
  for (let index = 0; index < positions.length; ) {
    let last = index;
    while (positions[last + 1] === (positions[last] as number) + 1) last++;
    const begin = partsAt(positions[index] as number).filter((part) => part.startsWith('≥'));
    const end = partsAt(positions[last] as number).filter((part) => part.startsWith('<'));
    names.push([...begin, ...end].join(', '));
    index = last + 1;
  }
  return names;
}
