/** This package's complaints in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { SeemingEncoding } from '../source/encoding.ts';
import type { OtherFormat } from '../source/kinds.ts';
import type { MapPart, ScreenCodes } from './codes.ts';

const shapes: Readonly<Record<MapPart, string>> = {
  map: 'a map has on, id, where, party, header, encoding and facts',
  on: '`on` is the day of a row: SQL over the columns',
  id: '`id` is a column to carry into the output, or a list of them',
  where: '`where` says which rows to take: SQL over the columns',
  header: '`header` is yes, no (the first line is a row), or the list of the names of the columns',
  encoding: '`encoding` names the encoding of text files, such as shift_jis',
  party: '`party` names the fact that the summary is grouped by',
  facts: '`facts` gives for each fact what it is',
  fact: 'a fact is SQL text, {sql, values, otherwise} or {value}; otherwise is unknown or reject',
};

const formats: Readonly<Record<OtherFormat, string>> = {
  excel: 'an Excel workbook',
  'open-document': 'an OpenDocument file',
  zip: 'a ZIP archive',
  stata: 'a Stata file',
  spss: 'an SPSS file',
  sas: 'a SAS file',
  r: 'a file of R',
  sqlite: 'an SQLite database',
  orc: 'an ORC file',
  json: 'JSON',
  markup: 'HTML or XML',
  pdf: 'a PDF',
  binary: 'no text, and no form of data that is known here',
};

const formatMends: Readonly<Partial<Record<OtherFormat, string>>> = {
  excel: 'save the sheet as "CSV UTF-8"',
  'open-document': 'save the sheet as CSV in UTF-8',
  zip: 'unpack it and give the CSV, Parquet or Arrow file that it holds',
  stata:
    'write it as CSV or Parquet, with `export delimited` in Stata, or `haven::read_dta` and `readr::write_csv` in R',
  spss: 'write it as CSV or Parquet, with SAVE TRANSLATE in SPSS, or `haven::read_sav` and `readr::write_csv` in R',
  sas: 'write it as CSV or Parquet, with PROC EXPORT in SAS, or `haven::read_sas` and `readr::write_csv` in R',
  r: 'write it as CSV or Parquet, with `readr::write_csv` in R',
};

const OTHERWISE = 'CSV, Parquet and Arrow files are read: write it as one of these';

const encodings: Readonly<Record<SeemingEncoding, string>> = {
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Latin-1',
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
  'map-column-missing': ({ column, file, columns }) => ({
    message: `id: "${file}" has no column "${column}"`,
    mend: `its columns are ${columns.join(', ')}`,
  }),
  'map-encoding-unknown': ({ encoding }) => ({
    message: `there is no encoding "${encoding}"`,
    mend: 'names are those of web pages: utf-8, shift_jis, euc-jp, windows-1252, utf-16le …',
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
  'data-other-format': ({ file, format }) => ({
    message: `"${file}" is ${formats[format]}, which is not read here`,
    mend: formatMends[format] ?? OTHERWISE,
  }),
  'data-header-wrong-encoding': ({ file, seems }) => ({
    message: `the first line of "${file}" is not UTF-8; it seems to be ${encodings[seems]}`,
    mend: `write \`encoding: ${seems}\` in the map, or save the file as UTF-8`,
  }),
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
