/** Reads `--fact name=value`, `name`, `name@organ=value` and `incident.name=value`. */
import type { Complaint } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import { answersComplaint } from '../complaints/codes.ts';
import type { DraftGiven } from './draft.ts';

/** `isFact` and `incidents` tell an incident's name from a fact whose own name holds a dot. */
export function readFactFlag(
  text: string,
  isFact: (name: string) => boolean,
  incidents: readonly string[],
): DraftGiven {
  const [, left = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const [, path = '', organ] = /^([^@]*)(?:@(.*))?$/s.exec(left) ?? [];
  if (path.trim() === '' || value?.trim() === '' || organ?.trim() === '') {
    return complain(factFlagWrong(text));
  }
  const { incident, fact } = splitPath(path.trim(), isFact, incidents);
  return {
    where: { input: `--fact ${text}` },
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

/** The complaint of a `--fact` that names no fact. */
export const factFlagWrong = (text: string): Complaint =>
  answersComplaint('fact-flag-wrong', { text }, { where: { input: '--fact' } });
