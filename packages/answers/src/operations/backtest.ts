/** The precedents against their recorded answers. */
import { type BacktestReport, overAll } from '@anpo/engine';
import { sayBacktest } from '../said/backtest.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export const backtest: Operation<Readonly<Record<never, never>>, BacktestReport> = (
  library,
  _,
  { language },
) => {
  const { rulebook } = library;
  const data = overAll.backtest(library);
  return { data, answer: sayBacktest(data, speakerFor(rulebook, language)) };
};
