/**
 * From texts to a Rulebook: parse, link, transform, check. Each stage runs only where the one before it is
 * clean, so that one slip does not bury its author under consequences.
 */
import type { Rulebook } from '@anpo/engine';
import { type AstNode, AstUtils, type LangiumDocument, URI } from 'langium';
import { checkNames } from './checks/names.ts';
import { checkRulebook } from './checks/rulebook.ts';
import type { Library } from './generated/ast.ts';
import { reportLinks } from './links.ts';
import { maskProse } from './literate.ts';
import { isError, languageComplaint, linesOf, type Problem, problemAt, Reporter } from './problem.ts';
import { type AnpoServices, createServices } from './services.ts';
import { depthProblem } from './syntax/depth.ts';
import { syntaxProblems } from './syntax/problems.ts';
import { rulebookOf } from './transform/rulebook.ts';

/** A file of the library: its path below the library's root, with forward slashes, and its text. */
export interface LibraryText {
  readonly file: string;
  readonly text: string;
}

export interface BuildResult {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook;
  readonly problems: readonly Problem[];
}

/** `hash` is the content hash of the texts; the Rulebook carries it into every receipt. */
export async function buildRulebook(texts: readonly LibraryText[], hash: string): Promise<BuildResult> {
  const unreadable = texts.flatMap(({ file, text }) => literateProblems(file, text));
  if (unreadable.length > 0) return { problems: unreadable };
  const services = idle.pop() ?? createServices();
  const result = await buildWith(services, texts, hash);
  // Services that threw are not used again.
  idle.push(services);
  return result;
}

/** Services cost as much as a small build, and parse faster with use. Each serves one build at a time. */
const idle: AnpoServices[] = [];

async function buildWith(
  services: AnpoServices,
  texts: readonly LibraryText[],
  hash: string,
): Promise<BuildResult> {
  const { shared, language } = services;
  const files = new Map<string, string>();
  const documents = texts.map(({ file, text }) => {
    const uri = URI.file(`/${file}`);
    files.set(uri.toString(), file);
    return shared.workspace.LangiumDocumentFactory.fromString<Library>(text, uri);
  });
  const fileOf = (node: AstNode): string => files.get(AstUtils.getDocument(node).uri.toString()) ?? '';
  const syntax = documents.flatMap((document, index) => {
    const { file, text } = texts[index] as LibraryText;
    return syntaxProblems(document, file, text, language);
  });
  if (syntax.length > 0) return { problems: syntax };

  for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build(documents, { validation: false });
  const result = linkedResult(services, documents, fileOf, texts, hash);
  await shared.workspace.DocumentBuilder.update(
    [],
    documents.map((document) => document.uri),
  );
  return result;
}

function linkedResult(
  services: AnpoServices,
  documents: readonly LangiumDocument<Library>[],
  fileOf: (node: AstNode) => string,
  texts: readonly LibraryText[],
  hash: string,
): BuildResult {
  const reporter = new Reporter(fileOf);
  checkNames(documents, reporter, fileOf);
  for (const document of documents) {
    reportLinks(document, reporter, services);
  }
  if (reporter.failed) return { problems: sorted(reporter.problems) };

  const libraries = documents.map((document) => document.parseResult.value);
  const rulebook = rulebookOf({ reporter, fileOf, names: services.names }, libraries, hash);
  if (reporter.failed) return { problems: sorted(reporter.problems) };

  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  const problems = checkRulebook(rulebook).map((complaint) => {
    const { file, line, column } = complaint.where;
    const text = byFile.get(file) ?? '';
    const end = (linesOf(text)[line - 1] ?? '').trimEnd().length;
    const range = {
      start: { line: line - 1, character: column - 1 },
      end: { line: line - 1, character: end },
    };
    return problemAt(file, text, range, complaint);
  });
  const all = sorted([...reporter.problems, ...problems]);
  return all.some(isError) ? { problems: all } : { rulebook, problems: all };
}

/** Problems for which a file is not given to the parser: blocks that are not what they seem, too deep nesting. */
function literateProblems(file: string, text: string): Problem[] {
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

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(({ where: a }, { where: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}
