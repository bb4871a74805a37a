/**
 * From texts to a Rulebook: read, link, transform, check. Everything that is wrong is told in one round, and nothing
 * that would be right once something else is: what refers to a text that cannot be read, or to an element with an
 * error, waits for its turn.
 */
import type { LibraryText } from './read.ts';
import { type AnpoServices, createServices } from './services.ts';
import { type BuildResult, openTexts } from './texts.ts';

/** Services cost as much as a small build, and parse faster with use. Each serves one build at a time. */
const idle: AnpoServices[] = [];

/** `hash` is the content hash of the texts; the Rulebook carries it into every receipt. */
export async function buildRulebook(texts: readonly LibraryText[], hash: string): Promise<BuildResult> {
  const services = idle.pop() ?? createServices();
  const library = openTexts(texts, services);
  const result = await library.build(hash);
  library.close();
  // Services that threw are not used again.
  idle.push(services);
  return result;
}
