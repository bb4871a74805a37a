/** What is wrong with a library: complaints of the language, each at its place in a file. */
import type { Complaint } from '@anpo/engine';
import { complaintsOf } from '@anpo/engine/complaint';
import type { AstNode, CstNode } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import type { LanguageCodes } from './words/codes.ts';

/** A complaint about a text of the library, which always says where: lines and columns count from one. */
export interface Problem extends Complaint {
  readonly where: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly quote: string;
  };
}

export const languageComplaint = complaintsOf<LanguageCodes>();

export const isError = ({ severity }: Complaint): boolean => severity !== 'warning';

/** Collects problems, each at a node of the syntax tree or one of its properties. */
export class Reporter {
  readonly problems: Problem[] = [];
  /** Where each of them stands in the syntax trees. */
  readonly reports: { readonly code: string; readonly node: AstNode }[] = [];
  readonly fileOf: (node: AstNode) => string;

  constructor(fileOf: (node: AstNode) => string) {
    this.fileOf = fileOf;
  }

  at(node: AstNode, property: string | undefined, complaint: Complaint, index?: number): void {
    const cst =
      (property === undefined
        ? undefined
        : GrammarUtils.findNodeForProperty(node.$cstNode, property, index)) ??
      GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ??
      node.$cstNode;
    const text = AstUtils.getDocument(node).textDocument.getText();
    this.problems.push(problemAt(this.fileOf(node), text, rangeOf(cst), complaint));
    this.reports.push({ code: complaint.code, node });
  }

  add({ problems, reports }: Reporter): void {
    this.problems.push(...problems);
    this.reports.push(...reports);
  }

  get failed(): boolean {
    return this.problems.some(isError);
  }
}

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function problemAt(file: string, text: string, { start, end }: Range, complaint: Complaint): Problem {
  return {
    ...complaint,
    where: {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      quote: linesOf(text)[start.line]?.trimEnd() ?? '',
    },
  };
}

/** In the order of the texts: by file, line and column. */
export function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(({ where: a }, { where: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
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
