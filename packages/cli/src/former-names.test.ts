/** A command line from before something was renamed prints what that in the names of today prints. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rulebook } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';

const base = smallRulebook();
const renamed = <T extends { id: string }>(items: readonly T[], id: string, ...formerly: string[]): T[] =>
  items.map((item) => (item.id === id ? { ...item, formerly } : item));
const rulebook: Rulebook = smallRulebook({
  facts: renamed(base.facts, 'attack', 'raid'),
  places: renamed(base.places, 'okinawa', 'ryukyu'),
  norms: renamed(base.norms, 'answer-attack', 'answer-raid'),
  instruments: renamed(base.instruments, 'treaty', 'pact'),
  views: renamed(base.views, 'tokyo', 'edo'),
});
const directory = mkdtempSync(join(tmpdir(), 'anpo-former-names-'));
const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const before = file('before.yaml', 'on: 1975-06-01\nview: edo\nfacts: {raid: yes, place: ryukyu}\n');
const today = file(
  'today.yaml',
  'format: 1\non: 1975-06-01\nview: tokyo\nfacts: {attack: yes, place: okinawa}\n',
);

it.each([
  ['assess', [before, '--all'], [today, '--all']],
  ['assess', [before, '--fact', 'raid=no'], [today, '--fact', 'attack=no']],
  [
    'assess',
    ['--fact', '1.raid', '--fact', 'place=ryukyu'],
    ['--fact', '1.attack', '--fact', 'place=okinawa'],
  ],
  ['why', ['answer-raid@JP', before], ['answer-attack@JP', today]],
  ['whatif', ['answer-raid@JP', before], ['answer-attack@JP', today]],
  ['ask', [before, '--about', 'pact', '--answers', before], [today, '--about', 'treaty', '--answers', today]],
  ['compare', [before, '--instruments', 'pact'], [today, '--instruments', 'treaty']],
  ['diff', ['edo', 'USG', '--on', '1975-06-01'], ['tokyo', 'USG', '--on', '1975-06-01']],
  ['audit', ['--on', '1975-06-01', '--view', 'edo'], ['--on', '1975-06-01', '--view', 'tokyo']],
  ['show', ['pact/V'], ['treaty/V']],
  [
    'table',
    ['answer-raid', '--vary', 'raid,place', '--on', '1975-06-01', '--view', 'edo'],
    ['answer-attack', '--vary', 'attack,place', '--on', '1975-06-01', '--view', 'tokyo'],
  ],
  ['sql', ['--norm', 'answer-raid', '--view', 'edo'], ['--norm', 'answer-attack', '--view', 'tokyo']],
])('%s %j', async (command, old, now) => {
  const said = await runCommand([command, ...now], { rulebook });
  expect(said).toMatchObject({ code: 0, error: '' });
  expect(await runCommand([command, ...old], { rulebook })).toEqual(said);
});
