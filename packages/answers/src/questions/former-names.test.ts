/** What was written before something was renamed gets the answer that it gets in the names of today. */
import { openLibrary, type Rulebook } from '@anpo/engine';
import type { Claim } from '@anpo/engine/rulebook';
import { makeItem, smallRulebook, words } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../operations/ask.ts';
import { assess } from '../operations/assess.ts';
import { audit } from '../operations/audit.ts';
import { claims } from '../operations/claims.ts';
import { compare } from '../operations/compare.ts';
import { diff } from '../operations/diff.ts';
import { facts } from '../operations/facts.ts';
import { show } from '../operations/show.ts';
import { whatIf } from '../operations/what-if.ts';
import { why } from '../operations/why.ts';
import { mergeDrafts } from './situation.ts';
import { readSituationFile } from './situation-file.ts';

const base = smallRulebook();
const renamed = <T extends { id: string }>(
  items: readonly T[],
  names: Readonly<Record<string, string>>,
): T[] =>
  items.map((item) => {
    const name = names[item.id];
    return name === undefined ? item : { ...item, formerly: [name] };
  });
const claim: Claim = {
  ...makeItem('a-claim'),
  formerly: ['an-old-claim'],
  says: words('it is so', 'そうである'),
  citations: [],
  verdicts: [{ verdict: 'outside' }],
  evidence: [],
};
const rulebook: Rulebook = smallRulebook({
  facts: renamed(base.facts, { attack: 'raid', survival: 'existence' }).map((fact) =>
    fact.id === 'unit' ? { ...fact, choices: renamed(fact.choices, { division: 'brigade' }) } : fact,
  ),
  organs: renamed(base.organs, { cabinet: 'government' }),
  places: renamed(base.places, { okinawa: 'ryukyu' }),
  norms: renamed(base.norms, { 'answer-attack': 'answer-raid' }),
  instruments: renamed(base.instruments, { treaty: 'pact' }),
  views: renamed(base.views, { tokyo: 'edo' }),
  holders: renamed(base.holders, { GOJ: 'mofa' }),
  claims: [claim],
});

const read = (text: string) => readSituationFile(text, 'a.yaml');
const before = read(`
on: 1998-01-01
view: edo
facts: {existence: {government: no}, unit: brigade}
incidents:
  landing: {raid: yes, place: ryukyu}
`);
const today = read(`
on: 1998-01-01
view: tokyo
facts: {survival: {cabinet: no}, unit: division}
incidents:
  landing: {attack: yes, place: okinawa}
`);
const reader = { language: 'en', full: true } as const;
const input = (situation: typeof before) => ({ situation, today: '2000-01-01' });
const library = openLibrary(rulebook);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('names of before', () => {
  it('in a situation get the same assessment, word for word', () => {
    const [old, now] = [before, today].map((each) => assess(library, input(each), reader));
    expect(plain(old)).toEqual(plain(now));
    expect(old?.data.situation.given[0]).toMatchObject({ fact: 'survival', organ: 'cabinet', value: 'no' });
  });

  it('of a norm get the same reasons and changes', () => {
    const asked = (norm: string, situation: typeof before) => ({ ...input(situation), norm });
    for (const operation of [why, whatIf]) {
      expect(plain(operation(library, asked('answer-raid@JP', before), reader))).toEqual(
        plain(operation(library, asked('answer-attack@JP', today), reader)),
      );
    }
  });

  it('on the command line replace what a file gives by the name of today', () => {
    const flags = read('facts: {unit: platoon}\nincidents:\n  landing: {raid: no}\n');
    const { given } = mergeDrafts(rulebook, today, flags);
    expect(given.map(({ fact, value }) => [fact, value])).toEqual([
      ['survival', 'no'],
      ['place', 'okinawa'],
      ['unit', 'platoon'],
      ['attack', 'no'],
    ]);
  });

  it('are found by show, facts, claims, compare, ask and diff', () => {
    for (const [old, now] of [
      ['answer-raid', 'answer-attack'],
      ['pact', 'treaty'],
      ['pact/V', 'treaty/V'],
      ['combat-operation@mofa', 'combat-operation@GOJ'],
    ] as const) {
      expect(plain(show(library, { item: old }, reader))).toEqual(
        plain(show(library, { item: now }, reader)),
      );
    }
    expect(facts(library, { word: 'raid' }, reader).data.facts.map(({ id }) => id)).toEqual(['attack']);
    expect(claims(library, { claim: 'an-old-claim' }, reader).data.map(({ id }) => id)).toEqual(['a-claim']);
    const instruments = (name: string) => ({ ...input(today), instruments: [name] });
    expect(plain(compare(library, instruments('pact'), reader))).toEqual(
      plain(compare(library, instruments('treaty'), reader)),
    );
    for (const [old, now] of [
      ['pact', 'treaty'],
      ['answer-raid@JP', 'answer-attack@JP'],
    ] as const) {
      expect(plain(ask(library, { ...input(before), about: old }, reader))).toEqual(
        plain(ask(library, { ...input(today), about: now }, reader)),
      );
    }
    const views = (one: string) => ({
      sides: [
        { text: one, kind: 'view' as const },
        { text: 'USG', kind: 'view' as const },
      ] as const,
      on: '1998-01-01',
      today: '2000-01-01',
    });
    expect(plain(diff([library, library], views('mofa'), reader))).toEqual(
      plain(diff([library, library], views('GOJ'), reader)),
    );
    const day = { on: '1998-01-01' };
    expect(plain(audit(library, { ...day, view: 'edo' }, reader))).toEqual(
      plain(audit(library, { ...day, view: 'tokyo' }, reader)),
    );
  });
});
