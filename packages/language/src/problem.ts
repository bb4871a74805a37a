/** What is wrong with a library: where, what, which candidates there are, and how to mend it. */
import type { AstNode, CstNode } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** One-based, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** The line of the file that the problem stands in. */
  readonly quote: string;
  readonly candidates: readonly string[];
  readonly mend?: string | undefined;
}

export interface Complaint {
  readonly message: string;
  readonly mend?: string | undefined;
  readonly candidates?: readonly string[];
  readonly severity?: 'error' | 'warning';
}

/** Collects problems, each at a node of the syntax tree or one of its properties. */
export class Reporter {
  readonly problems: Problem[] = [];
  readonly #fileOf: (node: AstNode) => string;

  constructor(fileOf: (node: AstNode) => string) {
    this.#fileOf = fileOf;
  }

  at(node: AstNode, property: string | undefined, complaint: Complaint, index?: number): void {
    const cst =
      (property === undefined
        ? undefined
        : GrammarUtils.findNodeForProperty(node.$cstNode, property, index)) ??
      GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ??
      node.$cstNode;
    const text = AstUtils.getDocument(node).textDocument.getText();
    this.problems.push(problemAt(this.#fileOf(node), text, rangeOf(cst), complaint));
  }

  get failed(): boolean {
    return this.problems.some((problem) => problem.severity === 'error');
  }
}

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function problemAt(file: string, text: string, range: Range, complaint: Complaint): Problem {
  return {
    severity: complaint.severity ?? 'error',
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    message: complaint.message,
    quote: linesOf(text)[range.start.line]?.trimEnd() ?? '',
    candidates: complaint.candidates ?? [],
    mend: complaint.mend,
  };
}

let latest: { text: string; lines: readonly string[] } = { text: '', lines: [''] };

/** The lines of a text. Kept for the latest text, for many problems of a large file would cost its square. */
export function linesOf(text: string): readonly string[] {
  if (latest.text !== text) latest = { text, lines: text.split('\n') };
  return latest.lines;
}

function rangeOf(cst: CstNode | undefined): Range {
  return cst?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
}
