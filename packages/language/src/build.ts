/**
 * From texts to a Rulebook: parse, link, transform, check. Each stage runs only where the one before it is
 * clean, so that one slip does not bury its author under consequences.
 */
import type { Rulebook } from '@anpo/engine';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { problemOf } from './checks/complaint.ts';
import { checkNames } from './checks/names.ts';
import { checkRulebook } from './checks/rulebook.ts';
import type { Library } from './generated/ast.ts';
import { declare, link } from './link.ts';
import { reportLinks } from './links.ts';
import { isError, type Problem, Reporter } from './problem.ts';
import { type LibraryText, literateProblems, readText } from './read.ts';
import { type AnpoServices, createServices } from './services.ts';
import { rulebookOf } from './transform/rulebook.ts';

export interface BuildResult {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook;
  readonly problems: readonly Problem[];
}

/** `hash` is the content hash of the texts; the Rulebook carries it into every receipt. */
export async function buildRulebook(texts: readonly LibraryText[], hash: string): Promise<BuildResult> {
  const unreadable = texts.flatMap(literateProblems);
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
  const read = texts.map((text) => readText(services, text));
  const syntax = read.flatMap(({ problems }) => problems);
  if (syntax.length > 0) return { problems: syntax };

  const documents = read.map(({ document }) => document);
  const files = new Map(
    documents.map(({ uri }, index) => [uri.toString(), (texts[index] as LibraryText).file]),
  );
  const fileOf = (node: AstNode): string => files.get(AstUtils.getDocument(node).uri.toString()) ?? '';
  for (const document of documents) await declare(services, document);
  for (const document of documents) await link(services, document);
  const result = linkedResult(services, documents, fileOf, texts, hash);
  for (const { uri } of documents) services.names.remove(uri);
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
  for (const document of documents) reportLinks(document, reporter, services);
  if (reporter.failed) return { problems: sorted(reporter.problems) };

  const libraries = documents.map((document) => document.parseResult.value);
  const rulebook = rulebookOf({ reporter, fileOf, names: services.names }, libraries, hash);
  if (reporter.failed) return { problems: sorted(reporter.problems) };

  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  const problems = checkRulebook(rulebook).map((complaint) =>
    problemOf(complaint, byFile.get(complaint.where.file) ?? ''),
  );
  const all = sorted([...reporter.problems, ...problems]);
  return all.some(isError) ? { problems: all } : { rulebook, problems: all };
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(({ where: a }, { where: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}
