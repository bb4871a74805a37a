/** Writes records of CSV. */

const field = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** One record with its line end; what is absent or null is an empty field. */
export const csvRecord = (fields: readonly (string | number | null | undefined)[]): string =>
  `${fields.map((each) => field(String(each ?? ''))).join(',')}\n`;
