/** The situations over which readings are searched: every recorded precedent, and every example. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toQuestion } from '@anpo/answers/questions';
import { readSituationFile } from '@anpo/answers/situation-file';
import type { Rulebook, Situation } from '@anpo/engine';

export interface NamedSituation {
  readonly name: string;
  readonly situation: Situation;
}

const examples = join(import.meta.dirname, '../../examples');
/** Examples that give no date are asked of this one. */
const TODAY = '2026-11-27';

export function everySituation(rulebook: Rulebook): readonly NamedSituation[] {
  return [...precedentSituations(rulebook), ...exampleSituations(rulebook)];
}

export function exampleSituations(rulebook: Rulebook): readonly NamedSituation[] {
  return readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const draft = readSituationFile(readFileSync(join(examples, name), 'utf8'), name);
      return { name, situation: toQuestion(draft, rulebook, TODAY).situation };
    });
}

function precedentSituations(rulebook: Rulebook): readonly NamedSituation[] {
  return rulebook.precedents.map(({ id, on, known, incidents, given }) => ({
    name: id,
    situation: {
      on,
      known,
      incidents: incidents.map(({ name }) => name),
      given: [
        ...given,
        ...incidents.flatMap((each, incident) => each.given.map((fact) => ({ ...fact, incident }))),
      ],
    },
  }));
}
