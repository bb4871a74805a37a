/** Complaints about instruments, provisions and norms, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { InstrumentCodes, NormCodes } from '../codes.ts';
import { withArticle } from './phrases.ts';

export const instruments: ComplaintWords<InstrumentCodes> = {
  'instrument-says-twice': ({ instrument }) => ({
    message: `the instrument "${instrument}" says this twice`,
    mend: 'keep one of the two clauses',
  }),
  'title-missing': ({ instrument }) => ({
    message: `the instrument "${instrument}" has no title`,
    mend: 'add title en "…" ja "…"',
  }),
  'kind-missing': ({ instrument }) => ({
    message: `the instrument "${instrument}" has no kind`,
    mend: 'add kind treaty, binding (or another kind and force)',
  }),
  'force-missing': ({ instrument, kind }) => ({
    message: `the instrument "${instrument}" does not say what force it has`,
    mend: `write kind ${kind}, binding (or political, or policy)`,
    candidates: ['binding', 'political', 'policy'],
  }),
  'start-missing': ({ instrument }) => ({
    message: `the instrument "${instrument}" does not say since when it is in force`,
    mend: 'add in force from DATE; for a statement, the day it was made',
  }),
  'signed-after-force': ({ instrument, signed, from }) => ({
    message: `the instrument "${instrument}" is signed on ${signed}, after it came into force on ${from}`,
    mend: 'check both dates against the source',
  }),
  'known-before-signed': ({ instrument, known, signed }) => ({
    message: `the instrument "${instrument}" is known from ${known}, before it is signed on ${signed}`,
    mend: 'check both dates; leave known from out where the instrument was public from the start',
  }),
  'reason-missing': ({ provision }) => ({
    message: `the provision "${provision}" is not encoded and does not say why`,
    mend: 'add because en "…" ja "…"',
  }),
  'provision-outside': ({ provision }) => ({
    message: `the provision "${provision}" belongs to no instrument`,
    mend: 'put it under an instrument in the same file',
  }),
  'provision-unaccounted': ({ instrument, provision }) => ({
    message: `the provision "${instrument}/${provision}" is listed in the contents and is neither encoded nor declared`,
    mend: `add provision ${provision} encoded, descriptive, or not-encoded because en "…" ja "…"`,
  }),
  'provision-not-in-contents': ({ instrument, provision, contents }) => ({
    message: `the provision "${instrument}/${provision}" is not in the contents of its instrument`,
    mend: `add ${provision} to contents, or mend its name`,
    candidates: contents,
  }),
  'encoded-but-empty': ({ provision }) => ({
    message: `the provision "${provision}" is called encoded and nothing stands under it`,
    mend: 'encode it, or call it descriptive, or not-encoded with the reason',
  }),
  'rules-not-encoded': ({ provision, status }) => ({
    message: `the provision "${provision}" is called ${status} and rules stand under it`,
    mend: 'call it encoded, or move the rules to the provision they rest on',
  }),
};

export const norms: ComplaintWords<NormCodes> = {
  'norm-outside': ({ norm }) => ({
    message: `the norm "${norm}" stands outside a provision`,
    mend: 'put it under the provision that it rests on',
  }),
  'norm-says-twice': () => ({
    message: 'the norm says this twice',
    mend: 'keep one of the two clauses, or write a second norm',
  }),
  'wrong-modal': ({ norm, kind, modal, right }) => ({
    message: `the norm "${norm}" is a ${kind} and is worded as "${modal}"`,
    mend: `write "${right}", or name another kind of norm`,
  }),
  'review-missing': ({ norm }) => ({
    message: `the norm "${norm}" does not say who may review or enforce it`,
    mend: 'add reviewed by court, Diet, other-party, nobody …',
  }),
  'words-without-phrase': ({ norm, provision }) => ({
    message: `the norm "${norm}" speaks in the words of the provision "${provision}", which quotes none`,
    mend: 'quote the operative words there: phrase en "…" ja "…"; or leave out in the words',
  }),
  'deadline-from-no-date': ({ fact, type }) => ({
    message: `the fact "${fact}" is ${withArticle(type)}: a deadline runs from a date`,
    mend: 'name a fact that is a date',
  }),
  'norm-outside-force': ({ norm, instrument }) => ({
    message: `the norm "${norm}" can never apply: its period has no day in common with that of "${instrument}"`,
    mend: 'check the dates of both',
  }),
  'places-undecided': ({ term, places }) => ({
    message: `the term "${term}" is false of places that nobody decided: ${places.join(', ')}`,
    mend: 'name them, leave them to a fact, say `places outside …` with a source, or `places complete` where its source says so',
  }),
  'condition-never': ({ norm }) => ({
    message: `the norm "${norm}" can never apply: its condition is false whatever the facts, while it is in force`,
    mend: 'check its condition and the dates in it',
  }),
  'exception-always': ({ norm }) => ({
    message: `the norm "${norm}" can never apply: this exception holds whatever the facts`,
    mend: 'check the exception and the dates in it',
  }),
  'wording-unconfirmed': ({ norm, provision }) => ({
    message: `the norm "${norm}" rests on wording of "${provision}" that nobody has confirmed`,
    mend: 'confirm the wording in a source and mark it confirmed or secondary, or call the provision not-encoded',
  }),
  'prevails-across-orders': ({ norm, order, other, otherOrder }) => ({
    message: `"${norm}" (${order}) cannot prevail over "${other}" (${otherOrder}): precedence works within one legal order`,
    mend: 'leave it out: both findings stand, and the clash is shown',
  }),
  'prevails-without-conflict': ({ norm, other }) => ({
    message: `"${norm}" does not conflict with "${other}", so it cannot prevail over it`,
    mend: 'precedence needs the same bearer and act, and kinds that cannot both be followed',
  }),
};
