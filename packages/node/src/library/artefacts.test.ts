import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComplaintError, openLibrary } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { artefactNames, buildArtefacts, openArtefacts } from './artefacts.ts';
import { engineHash } from './key.ts';
import { openPackaged } from './load.ts';
import { type Entry, openEntry, writeEntry } from './store.ts';

let directory: string;
let place: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anpo-artefacts-test-'));
  place = join(directory, 'data');
  writeEntry(place, buildArtefacts(openLibrary(smallRulebook())));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('gives back the Rulebook and its Circuit', () => {
  const library = openArtefacts(openEntry(place) as Entry);
  expect(readdirSync(place).sort()).toEqual([...artefactNames, 'manifest.json'].sort());
  expect(JSON.parse(JSON.stringify(library?.rulebook))).toEqual(JSON.parse(JSON.stringify(smallRulebook())));
  expect(library?.circuit()).toEqual(openLibrary(smallRulebook()).circuit());
});

it('says which sources made it, the same for whoever asks', () => {
  const library = openArtefacts(openEntry(place) as Entry);
  const receipt = library?.assess({ on: '1998-01-01', incidents: [], given: [] }).receipt;
  expect(receipt?.engineHash).toMatch(/^[0-9a-f]{16}$/);
  expect(receipt?.engineHash).toBe(engineHash());
});

it('reads no reference data to assess a situation', () => {
  const entry = openEntry(place) as Entry;
  const asked: string[] = [];
  const watched: Entry = {
    directory: place,
    read: (name) => {
      asked.push(name);
      return entry.read(name);
    },
  };
  const library = openArtefacts(watched);
  const given = [{ fact: 'attack', value: 'yes', asserted: 'stipulated' }] as const;
  library?.assess({ on: '1998-01-01', incidents: [], given });
  expect(asked).toContain('circuit.json');
  expect(asked).not.toContain('reference.json');
});

it('compiles the Circuit where it was altered', () => {
  const entry = openEntry(place) as Entry;
  writeFileSync(join(place, 'circuit.json'), '{}');
  const library = openArtefacts(entry);
  expect(library?.circuit()).toEqual(openLibrary(smallRulebook()).circuit());
});

it('complains of reference data that were altered, and of a torn library', () => {
  const entry = openEntry(place) as Entry;
  writeFileSync(join(place, 'reference.json'), '{}');
  expect(() => openArtefacts(entry)?.rulebook.claims).toThrow(ComplaintError);
  truncateSync(join(place, 'law.json'), 100);
  expect(() => openPackaged({ texts: '', data: place })).toThrow(ComplaintError);
});
