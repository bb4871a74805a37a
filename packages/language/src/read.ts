/** Reads one text: its syntax tree, or what keeps it from having one. */
import { type LangiumDocument, URI } from 'langium';
import type { Library } from './generated/ast.ts';
import { maskProse } from './literate.ts';
import { languageComplaint, linesOf, type Problem, problemAt } from './problem.ts';
import type { AnpoServices } from './services.ts';
import { depthProblem } from './syntax/depth.ts';
import { syntaxProblems } from './syntax/problems.ts';

/** A file of the library: its path below the library's root, with forward slashes, and its text. */
export interface LibraryText {
  readonly file: string;
  readonly text: string;
}

export interface ReadText {
  /** Absent where something is wrong in its form: its syntax tree would have gaps. */
  readonly document: LangiumDocument<Library> | undefined;
  readonly problems: readonly Problem[];
}

export function readText(services: AnpoServices, { file, text }: LibraryText): ReadText {
  const unreadable = literateProblems({ file, text });
  if (unreadable.length > 0) return { document: undefined, problems: unreadable };
  const uri = URI.file(`/${file}`);
  const document = services.shared.workspace.LangiumDocumentFactory.fromString<Library>(text, uri);
  const problems = syntaxProblems(document, file, text, services.language);
  return { document: problems.length > 0 ? undefined : document, problems };
}

/** Problems for which a file is not given to the parser: blocks that are not what they seem, too deep nesting. */
function literateProblems({ file, text }: LibraryText): Problem[] {
  const { code, blocks, slips } = maskProse(text);
  const problems = slips.map(({ line, complaint }) => {
    const length = (linesOf(text)[line] ?? '').trimEnd().length;
    const range = { start: { line, character: 0 }, end: { line, character: length } };
    return problemAt(file, text, range, complaint);
  });
  if (problems.length > 0) return problems;
  if (blocks === 0) {
    const start = { line: 0, character: 0 };
    return [problemAt(file, text, { start, end: start }, languageComplaint('no-block', {}))];
  }
  const deep = depthProblem(file, text, code);
  return deep ? [deep] : [];
}
