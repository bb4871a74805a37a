/** The schema itself, and the check against it. Apart from the main entry: it takes long to load and few need it. */
export * from './schema.ts';
export * from './validate.ts';
