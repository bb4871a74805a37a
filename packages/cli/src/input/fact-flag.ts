/** Reads `--fact name=value`, `name`, `name@organ=value` and `incident.name=value`. */
import { fail } from '../failure.ts';
import type { Messages } from '../messages/index.ts';
import type { DraftGiven } from './draft.ts';

/** `isFact` and `incidents` tell an incident's name from a fact whose own name holds a dot. */
export function readFactFlag(
  text: string,
  isFact: (name: string) => boolean,
  incidents: readonly string[],
  messages: Messages,
): DraftGiven {
  const [, left = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const [, path = '', organ] = /^([^@]*)(?:@(.*))?$/s.exec(left) ?? [];
  if (path.trim() === '' || value?.trim() === '' || organ?.trim() === '') {
    return fail({ where: '--fact', message: messages.factFlagWrong(text) });
  }
  const { incident, fact } = splitPath(path.trim(), isFact, incidents);
  return {
    where: `--fact ${text}`,
    fact,
    incident,
    organ: organ?.trim(),
    value: value?.trim() ?? 'yes',
    asserted: organ === undefined ? 'stipulated' : 'found',
  };
}

function splitPath(
  path: string,
  isFact: (name: string) => boolean,
  incidents: readonly string[],
): { incident?: string | undefined; fact: string } {
  if (isFact(path)) return { fact: path };
  const splits = [...path.matchAll(/\./g)]
    .map(({ index }) => ({ incident: path.slice(0, index), fact: path.slice(index + 1) }))
    .filter(({ incident, fact }) => incident !== '' && fact !== '');
  return (
    splits.find(({ incident }) => incidents.includes(incident)) ??
    splits.find(({ fact }) => isFact(fact)) ??
    splits[0] ?? { fact: path }
  );
}
