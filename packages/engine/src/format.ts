/**
 * Versions of the forms in which data leaves Anpo and comes back. One counts up where a reader of the form before
 * would misread it; a name that was changed is no such case, for former names are understood.
 */
export const SITUATION_FORMAT = 1;
export const RECEIPT_FORMAT = 1;
