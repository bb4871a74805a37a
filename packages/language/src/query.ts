/**
 * Reads a query such as `never answer-armed-attack of JP when place is guam` with the names of a Rulebook, without the
 * texts that it was made of: the query is the claim of one text that stands beside it.
 */
import { presentNames, type Query, type Rulebook } from '@anpo/engine';
import { problemOf } from './checks/complaint.ts';
import { checkClaim } from './checks/rulebook.ts';
import { declare, link } from './link.ts';
import { reportLinks } from './links.ts';
import { descriptionsOf } from './names/rulebook.ts';
import { type Problem, Reporter } from './problem.ts';
import type { LibraryText } from './read.ts';
import { literateProblems, readText } from './read.ts';
import { type AnpoServices, createServices } from './services.ts';
import { rulebookOf } from './transform/rulebook.ts';

export interface ParsedQuery {
  /** Present exactly if there is no error. */
  readonly query?: Query;
  /** The column is that of the query's text. */
  readonly problems: readonly Problem[];
}

const FILE = 'query-asked.anpo.md';
const ID = 'query-asked';
const before = '  because ';

/** Services that know the names of the Rulebook asked of last: it is asked many queries. In use they are not here. */
let idle: { readonly services: AnpoServices; readonly rulebook: Rulebook } | undefined;

function servicesFor(rulebook: Rulebook): AnpoServices {
  const services = idle?.services ?? createServices();
  if (idle?.rulebook !== rulebook) services.names.keep(descriptionsOf(rulebook));
  idle = undefined;
  return services;
}

/** Names of before are understood. */
export async function parseQuery(text: string, rulebook: Rulebook): Promise<ParsedQuery> {
  const document = [
    '```anpo',
    `source ${ID}-source en "-" ja "-" at "-" confirmed`,
    `claim ${ID} says en "-" ja "-" source ${ID}-source verdict holds`,
    // One line, so that nothing in it can close the block.
    `${before}${presentNames(rulebook).text(text.replace(/\s+/g, ' ').trim())}`,
    '```',
    '',
  ].join('\n');
  const { query, problems } = await readQuery({ file: FILE, text: document }, rulebook);
  if (query) return { query, problems: [] };
  return {
    problems: problems.map(({ where, ...rest }) => ({
      ...rest,
      where: { ...where, column: Math.max(1, where.column - before.length) },
    })),
  };
}

async function readQuery(text: LibraryText, rulebook: Rulebook): Promise<ParsedQuery> {
  const unreadable = literateProblems(text);
  if (unreadable.length > 0) return { problems: unreadable };
  const services = servicesFor(rulebook);
  const result = await readWith(services, text, rulebook);
  // Services that threw are not used again.
  idle = { services, rulebook };
  return result;
}

async function readWith(services: AnpoServices, text: LibraryText, rulebook: Rulebook): Promise<ParsedQuery> {
  const { document, problems } = readText(services, text);
  if (problems.length > 0) return { problems };
  await declare(services, document);
  await link(services, document);
  const fileOf = (): string => FILE;
  const reporter = new Reporter(fileOf);
  reportLinks(document, reporter, services);
  if (reporter.failed) return { problems: reporter.problems };
  const context = { reporter, fileOf, names: services.names };
  const [claim] = rulebookOf(context, [document.parseResult.value], '').claims;
  if (reporter.failed || !claim?.query) return { problems: reporter.problems };
  const complaints = checkClaim(rulebook, claim);
  return complaints.length > 0
    ? { problems: complaints.map((complaint) => problemOf(complaint, text.text)) }
    : { query: claim.query, problems: [] };
}
