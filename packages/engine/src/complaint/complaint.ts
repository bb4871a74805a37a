/**
 * What is wrong with something that somebody wrote: a code with its data, where it stands, the nearest names.
 * Every package complains in this one form and words it nowhere; whoever speaks to a reader words it with the
 * catalogues of the packages ({@link sayComplaint}), in that reader's language.
 */
import type { Language } from '../wording/contract.ts';

/** The values that a complaint is about, by name. A list stays a list: each language joins it in its own way. */
export type ComplaintData = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Where it stands. A file has lines and columns counted from one, as editors count them. */
export interface Where {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
  /** The line of the file that it stands in. */
  readonly quote?: string | undefined;
  /** What was written and where, when it is no file: a flag such as `--fact`, a parameter, a path in JSON. */
  readonly input?: string | undefined;
}

/** What is wrong with an input: a code with its data, where it stands, and the names that come nearest. */
export interface Complaint {
  /** Kebab-case, one meaning each, unique over all packages: clients may rely on it. */
  readonly code: string;
  readonly data: ComplaintData;
  /** Absent: an error. */
  readonly severity?: 'error' | 'warning' | undefined;
  readonly where?: Where | undefined;
  /** Names that exist and may have been meant, the nearest first. */
  readonly nearest?: readonly string[] | undefined;
}

/** Everything that is wrong at once, so that a user mends it in one round. The message is for developers only. */
export class ComplaintError extends Error {
  readonly complaints: readonly Complaint[];
  constructor(complaints: readonly Complaint[]) {
    super(
      complaints.map(({ code, data, where }) => `${code} ${JSON.stringify({ ...data, where })}`).join('\n'),
    );
    this.name = 'ComplaintError';
    this.complaints = complaints;
  }
}

/** A complaint in words: what is wrong, and how to mend it where the message does not say so. */
export interface SaidComplaint {
  readonly message: string;
  readonly mend?: string | undefined;
  /** All that could stand there, where a reader is helped by the whole list. */
  readonly candidates?: readonly string[] | undefined;
}

/** The words for the codes of one package, in one language. `Codes` maps each code to the shape of its data. */
export type ComplaintWords<Codes> = {
  readonly [Code in keyof Codes]: (data: Codes[Code]) => SaidComplaint;
};

/** The words of one package in every language. */
export type ComplaintCatalogue<Codes = Readonly<Record<string, never>>> = Readonly<
  Record<Language, ComplaintWords<Codes>>
>;

type Rest = Omit<Complaint, 'code' | 'data'>;

/** Makes complaints of one package, checked against its codes: `const complaint = complaintsOf<Codes>()`. */
export const complaintsOf =
  <Codes extends { [Code in keyof Codes]: ComplaintData }>() =>
  <Code extends keyof Codes & string>(code: Code, data: Codes[Code], rest: Rest = {}): Complaint => ({
    code,
    data,
    ...rest,
  });

/** Throws one complaint. */
export function complain(complaint: Complaint): never {
  throw new ComplaintError([complaint]);
}

type AnyWords = Readonly<Record<string, ((data: never) => SaidComplaint) | undefined>>;

/** Words a complaint with the first catalogue that knows its code; an unknown code is said as it stands. */
export function sayComplaint(
  { code, data }: Pick<Complaint, 'code' | 'data'>,
  language: Language,
  // Each catalogue is typed by its own codes; here only the code's own function is called with its own data.
  catalogues: readonly Readonly<Record<Language, object>>[],
): SaidComplaint {
  for (const catalogue of catalogues) {
    const words = catalogue[language] as AnyWords;
    const say = Object.hasOwn(words, code) ? words[code] : undefined;
    if (say) return say(data as never);
  }
  return { message: `${code} ${JSON.stringify(data)}` };
}
