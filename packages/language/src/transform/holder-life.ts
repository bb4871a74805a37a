/**
 * A reading ends with its holder, and begins no earlier than it. Only what is said later about an earlier time, which
 * `known from` tells, may begin before its holder: an inquiry of 2010 reads a paper of 1960.
 */
import type { Period } from '@anpo/engine/rulebook';
import type { AstNode } from 'langium';
import { languageComplaint } from '../problem.ts';
import { nameOf, periodOf, type TransformContext } from './context.ts';

interface Held extends AstNode {
  readonly holder?: { readonly $refText: string };
  readonly from?: string;
  readonly until?: string;
  readonly known?: string;
}

/** The part of a reading's or a silence's dates that its holder was there for; complains of what lies outside. */
export function periodWithinHolder(context: TransformContext, node: Held): Period {
  const own = periodOf(context, node);
  const holder = node.holder && context.names.find('Holder', nameOf(node.holder as never));
  if (!holder) return own;
  const { from: born, until: gone } = holder;
  const stated = node.known ?? own.from;
  const tooEarly = born !== undefined && stated !== undefined && stated < born;
  const tooLate = gone !== undefined && stated !== undefined && stated >= gone;
  const outlives = gone !== undefined && own.until !== undefined && own.until > gone;
  if (tooEarly || tooLate || outlives) {
    const day = (outlives && !tooEarly && !tooLate ? own.until : stated) as string;
    const data = { holder: holder.name, day, from: born, until: gone };
    context.reporter.at(node, 'holder', languageComplaint('reading-outside-holder', data));
  }
  const from = node.known !== undefined ? own.from : later(own.from, born);
  const until = earlier(own.until, gone);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && (other === undefined || one > other) ? one : other;

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && (other === undefined || one < other) ? one : other;
