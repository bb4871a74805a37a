/**
 * Text that comes from files and arguments must not steer the terminal: control characters, and those that turn the
 * order of what is read, are shown as signs that something stood there. Only this package's own colours are sent.
 */

const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Lines stay lines; a tab is a space. */
export const printable = (text: string): string => text.replaceAll('\t', ' ').replace(steering, '\ufffd');

/** The same data with every text in it printable. */
export function printableData<Data>(data: Data): Data {
  if (typeof data === 'string') return printable(data) as Data & string;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(printableData) as Data & unknown[];
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, printableData(value as unknown)]),
  ) as Data;
}

/** JSON that says the same and steers nothing: its own escapes leave out what follows ASCII. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).replace(steering, (found) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
