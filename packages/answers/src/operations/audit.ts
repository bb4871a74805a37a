/** What pulls both ways, is missing, or never matters in the whole library. */
import { type Audit, circuitFor } from '@anpo/engine';
import { checkDay, checkView, holdersOfView, refuse } from '@anpo/engine/complaint';
import { audit as auditLibrary } from '@anpo/engine/reasoning';
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
  rulebook,
  { on, view = 'all', steps },
  { language, full = false },
) => {
  refuse([...checkDay(on, { input: 'on' }), ...checkView(rulebook, view, { input: 'view' })]);
  const data = auditLibrary(rulebook, circuitFor(rulebook, 1), {
    on,
    view: holdersOfView(rulebook, view),
    ...(steps === undefined ? {} : { steps }),
  });
  return { data, answer: sayAudit(data, full, speakerFor(rulebook, language)) };
};
