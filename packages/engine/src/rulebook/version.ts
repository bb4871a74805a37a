/** The version of the Rulebook's schema. It stands apart so that reading it does not load the schema. */
export const RULEBOOK_VERSION = 1;
