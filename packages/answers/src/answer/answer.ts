/**
 * The Answer: what is said to a reader, in which order, in one language, as plain data. Whoever prints one (a
 * terminal, a page, an API, an assistant) neither judges nor orders nor words: it gives each part a shape. There
 * is no width in it, no colour and no markup; a tone says what a text means, and a depth how deep it stands.
 */
import type { Language } from '@anpo/engine';
import type { Outcome } from '@anpo/engine/rulebook';

/** Raised whenever a reader of the last format would misread an answer. */
export const ANSWER_FORMAT = 1;

/** What a text means beyond its words. */
export type Tone = 'strong' | 'faint' | 'holds' | 'fails' | 'open';

/** An item of the library that a text names: what a page links to. */
export interface ItemReference {
  /** The collection of the Rulebook: `norms`, `provisions`, `facts` … */
  readonly collection: string;
  readonly id: string;
}

/** A source cited in a text, by its number in the answer's list of sources. */
export interface Citation {
  readonly number: number;
  /** The id of the source. */
  readonly source: string;
  /** Where in the source. */
  readonly at?: string | undefined;
  /** How well the passage was checked, in words. Absent where the list of sources leaves no doubt. */
  readonly mark?: string | undefined;
}

export interface MarkedText {
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly item?: ItemReference | undefined;
}

export type Span = string | MarkedText | Citation;
/** A text: plain, or in spans of which some are marked, linked or citations. */
export type Said = string | readonly Span[];

/**
 * What stands before a text. `bullet` is the language's own mark of a list, `dot` a smaller one; `holds`,
 * `fails`, `open` are the three signs of a verdict; a label is worded, a badge is a label that stands out.
 */
export type Marker =
  | 'bullet'
  | 'dot'
  | 'holds'
  | 'fails'
  | 'open'
  | { readonly number: number }
  | {
      readonly label: string;
      readonly badge?: boolean | undefined;
      readonly tone?: Tone | undefined;
      /** The marker of the text before holds on: a face leaves its room empty. */
      readonly repeated?: boolean | undefined;
    };

export interface HeadingPart {
  readonly kind: 'heading';
  /** 1 opens a chapter of the answer, 2 a section of it. */
  readonly level: 1 | 2;
  readonly text: string;
  /** Absent: the tone of headings. */
  readonly tone?: Tone | undefined;
}

export interface TextPart {
  readonly kind: 'text';
  readonly text: Said;
  /** How deep it stands: 0 at the margin. */
  readonly depth: number;
  readonly marker?: Marker | undefined;
  readonly tone?: Tone | undefined;
  /** The depth at which its further lines stand. Absent: under its first words. */
  readonly hang?: number | undefined;
}

/** Labels with what they say, in two columns. An empty label goes on with the one before. */
export interface RowsPart {
  readonly kind: 'rows';
  readonly depth: number;
  readonly rows: readonly { readonly label: string; readonly text: Said }[];
  /** Rows about items of one kind of thing stand in one column, whichever labels each of them has. */
  readonly column?: 'items' | undefined;
}

/** One line of a reason and the lines it rests on. */
export interface ReasonLine {
  readonly value: 'true' | 'false' | 'unknown';
  readonly text: Said;
  /** How the value is known: given and by whom asserted, assumed, missing, law. */
  readonly basis?: string | undefined;
  readonly children: readonly ReasonLine[];
}

export interface ReasonsPart {
  readonly kind: 'reasons';
  readonly depth: number;
  readonly lines: readonly ReasonLine[];
}

/** A label and what stands under it. */
export interface LabelledLines {
  readonly label: string;
  readonly text: string;
}

/** What is missing, in words, and how to give it. */
export interface MissingLine {
  readonly text: string;
  /** The fact, with incident and organ, as it is given. */
  readonly fact?: string | undefined;
}

/** One finding in full. */
export interface FindingPart {
  readonly kind: 'finding';
  readonly norm: string;
  readonly bearer: string;
  readonly instrument: string;
  readonly provision: string;
  readonly incident?: number | undefined;
  readonly outcome: Outcome;
  /** The outcome in words. */
  readonly verdict: string;
  readonly sentence: string;
  /** Kind, legal order and force. */
  readonly standing: string;
  readonly pinpoint: Said;
  readonly remark?: { readonly text: string; readonly tone?: Tone | undefined } | undefined;
  /** The rest is absent where only the head of the finding is said. */
  readonly why?: { readonly label: string; readonly lines: readonly ReasonLine[] } | undefined;
  readonly readings?: (LabelledLines & { readonly positions: readonly Said[] }) | undefined;
  readonly silences: readonly LabelledLines[];
  readonly missing?: { readonly label: string; readonly lines: readonly MissingLine[] } | undefined;
  /** Who may review it, notes. */
  readonly notes: readonly LabelledLines[];
}

export interface TableColumn {
  readonly head: string;
  readonly numeric?: boolean | undefined;
  /** All that may stand in it, where that is a short list: a face keeps the column alike whichever occurs. */
  readonly among?: readonly string[] | undefined;
}

/** Columns by their heads; a face aligns them, and wraps the first where there is no room. */
export interface TablePart {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** `grid` for one with borders, `plain` for one with a line under its heads. */
  readonly frame: 'grid' | 'plain';
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Of the whole row, or of one cell by its column. */
  readonly tone?: Tone | undefined;
  readonly toneOf?: number | undefined;
  /** The first cell may be cut where there is no room: a list of hundreds keeps to a line each. */
  readonly cut?: boolean | undefined;
  /** More about the first cell, under it. */
  readonly under?: string | undefined;
  readonly item?: ItemReference | undefined;
}

export interface SourcesPart {
  readonly kind: 'sources';
  readonly sources: readonly {
    readonly number: number;
    readonly source: string;
    readonly title: string;
    readonly address?: string | undefined;
  }[];
}

export type Part = HeadingPart | TextPart | RowsPart | ReasonsPart | FindingPart | TablePart | SourcesPart;

/** Parts that stand together; a face sets blocks apart. */
export interface Block {
  readonly parts: readonly Part[];
}

export interface Answer {
  readonly format: typeof ANSWER_FORMAT;
  /** The operation that was asked: `assess`, `why` … */
  readonly operation: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
}
