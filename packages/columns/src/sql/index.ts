/** The same rules as SQL, for where the data lives. */
export { type Dialect, type DialectName, dialectNames, dialects, quoted } from './dialect.ts';
export { DAY_COLUMN, findingColumn } from './names.ts';
export { literal } from './values.ts';
export { generateView, type SourceColumn, sourceColumns, type ViewOptions } from './view.ts';
