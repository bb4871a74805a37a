/** This package's complaints in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { MapPart, ScreenCodes } from './codes.ts';

const shapes: Readonly<Record<MapPart, string>> = {
  map: 'a map has on, id, where, party and facts',
  on: '`on` is the day of a row: SQL over the columns',
  id: '`id` is a column to carry into the output, or a list of them',
  where: '`where` says which rows to take: SQL over the columns',
  party: '`party` names the fact that the summary is grouped by',
  facts: '`facts` gives for each fact what it is',
  fact: 'a fact is SQL text, {sql, values, otherwise} or {value}; otherwise is unknown or reject',
};

export const english: ComplaintWords<ScreenCodes> = {
  'map-not-yaml': ({ detail }) => ({ message: `the map is not YAML: ${detail}` }),
  'map-alias': () => ({ message: 'YAML anchors and aliases are not used here: write the value out' }),
  'map-unknown-key': ({ key, keys }) => ({
    message: `a map has no "${key}"`,
    mend: `it has ${keys.join(', ')}`,
  }),
  'map-wrong-part': ({ part, fact }) => ({
    message: fact === undefined ? `${part} cannot be this` : `the fact "${fact}" cannot be this`,
    mend: shapes[part],
  }),
  'map-facts-missing': () => ({ message: 'the map has no facts', mend: shapes.facts }),
  'map-fact-twice': ({ fact }) => ({
    message: `the fact "${fact}" is given twice, by this name and by a former one: keep one of them`,
  }),
  'map-party-missing': ({ party }) => ({
    message: `party names "${party}", which is not among the facts of the map`,
  }),
  'map-day-missing': () => ({
    message: 'the map has no `on`',
    mend: 'say which SQL expression is the day of a row, or give one day for all with --on DATE',
  }),
  'map-values-needed': ({ fact }) => ({
    message: `the fact "${fact}" can have too many values to tell them apart without a list`,
    mend: 'list the values that occur, as {sql, values: {cell: name, …}}',
  }),
  'map-expression-wrong': ({ part, sql, detail }) => ({
    message: `${part}: the data cannot be asked for \`${sql}\`: ${detail}`,
  }),
  'map-expression-many': ({ part, sql }) => ({ message: `${part}: \`${sql}\` is more than one value a row` }),
  'data-missing': ({ data }) => ({ message: `there is no file "${data}"` }),
  'data-unreadable': ({ file, detail }) => ({
    message: `the file "${file}" cannot be read as data: ${detail}`,
  }),
  'data-reading-failed': ({ file, detail }) => ({
    message: `reading "${file}" stopped at a row: ${detail}`,
    mend: 'where a cell may be wrong, write TRY_CAST(cell AS type) in the map: the cell is then unknown',
  }),
  'file-unwritable': ({ file, reason }) => ({ message: `the file "${file}" cannot be written: ${reason}` }),
  'row-without-date': () => ({ message: 'no date' }),
  'row-not-a-value': ({ fact }) => ({ message: `not a value of ${fact}` }),
  'row-expression-failed': ({ fact }) => ({ message: `the expression of ${fact} failed` }),
  'line-wrong-type': ({ column }) => ({ message: `the value of ${column} is not of the column's type` }),
  'line-too-few-values': () => ({ message: 'fewer values than columns' }),
  'line-too-many-values': () => ({ message: 'more values than columns' }),
  'line-quote-open': () => ({ message: 'a quote that does not end' }),
  'line-too-long': () => ({ message: 'the line is too long' }),
  'line-wrong-encoding': () => ({ message: 'the line is not UTF-8' }),
  'line-unreadable': () => ({ message: 'the line cannot be read' }),
};
