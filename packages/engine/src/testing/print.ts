/** Prints reasons as plain lines, so that tests read like what a user sees. */
import type { Reason } from '../findings/reason.ts';

const marks = { true: '+', false: '-', unknown: '?' } as const;

export function printReason(reason: Reason, language: 'en' | 'ja' = 'en', indent = ''): string {
  const basis = reason.basis === undefined || reason.basis === 'law' ? '' : ` [${reason.basis}]`;
  return [
    `${indent}${marks[reason.value]} ${reason.text[language]}${basis}`,
    ...reason.children.map((child) => printReason(child, language, `${indent}  `)),
  ].join('\n');
}
