/** What pulls both ways, is missing, or never matters in the whole library. */
import { type Audit, overAll } from '@anpo/engine';
import { checkDay, checkView, refuse } from '@anpo/engine/complaint';
import { sayAudit } from '../said/audit.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface AuditInput {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly view?: string | undefined;
  /** The steps that it may take; as many as decide everything unless said. */
  readonly steps?: number | undefined;
}

export const audit: Operation<AuditInput, Audit> = (
  library,
  { on, view = 'all', steps },
  { language, full = false },
) => {
  const { rulebook } = library;
  refuse([...checkDay(on, { input: 'on' }), ...checkView(rulebook, view, { input: 'view' })]);
  const data = overAll.audit(library, { on, view, steps });
  return { data, answer: sayAudit(data, full, speakerFor(rulebook, language)) };
};
