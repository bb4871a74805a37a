/** The same rules as SQL, for where the data lives. */
export { type Dialect, type DialectName, dialectNames, dialects } from './dialect.ts';
export { DAY_COLUMN, findingColumn } from './names.ts';
export { generateView, type SourceColumn, sourceColumns, type ViewOptions } from './view.ts';
