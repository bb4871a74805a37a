/**
 * Reads a query such as `never answer-armed-attack of JP when place is guam` with the names of a Rulebook, without the
 * texts that it was made of.
 */
import type { Query, Rulebook } from '@anpo/engine';
import { presentNames } from '@anpo/engine/situation';
import { type LangiumDocument, URI } from 'langium';
import { problemOf } from './checks/complaint.ts';
import { checkQuery } from './checks/rulebook.ts';
import type * as ast from './generated/ast.ts';
import { declare, link } from './link.ts';
import { reportLinks } from './links.ts';
import { descriptionsOf } from './names/rulebook.ts';
import { type Problem, Reporter, sorted } from './problem.ts';
import { type AnpoServices, createServices } from './services.ts';
import { depthProblem } from './syntax/depth.ts';
import { syntaxProblems } from './syntax/problems.ts';
import { queryOf } from './transform/cases.ts';
import { positionOf } from './transform/context.ts';

export interface ParsedQuery {
  /** Present exactly if there is no error. */
  readonly query?: Query;
  /** Columns are those of the query on one line, white space drawn together. */
  readonly problems: readonly Problem[];
}

const FILE = 'query';

/** Services that know the names of the Rulebook asked of last: it is asked many queries. In use they are not here. */
let idle: { readonly services: AnpoServices; readonly rulebook: Rulebook } | undefined;

/** Names of before are understood. */
export async function parseQuery(text: string, rulebook: Rulebook): Promise<ParsedQuery> {
  const line = presentNames(rulebook).text(text.replace(/\s+/g, ' ').trim());
  const deep = depthProblem(FILE, line, line);
  if (deep) return { problems: [deep] };
  const services = idle?.services ?? createServices('Query');
  if (idle?.rulebook !== rulebook) services.names.keep(descriptionsOf(rulebook));
  idle = undefined;
  const result = await parseWith(services, line, rulebook);
  // Services that threw are not used again.
  idle = { services, rulebook };
  return result;
}

async function parseWith(services: AnpoServices, text: string, rulebook: Rulebook): Promise<ParsedQuery> {
  const document: LangiumDocument<ast.Query> = services.shared.workspace.LangiumDocumentFactory.fromString(
    text,
    URI.file(`/${FILE}.anpo.md`),
  );
  const syntax = syntaxProblems(document, FILE, text, services.language);
  if (syntax.length > 0) return { problems: syntax };
  await declare(services, document);
  await link(services, document);
  const fileOf = (): string => FILE;
  const reporter = new Reporter(fileOf);
  reportLinks(document, reporter, services);
  const context = { reporter, fileOf, names: services.names };
  const node = document.parseResult.value;
  const query = queryOf(context, node);
  if (reporter.failed) return { problems: sorted(reporter.problems) };
  const complaints = checkQuery(rulebook, query, positionOf(context, node));
  return complaints.length > 0
    ? { problems: complaints.map((complaint) => problemOf(complaint, text)) }
    : { query, problems: [] };
}
