/** The precedents against their recorded answers. */
import { type BacktestReport, backtest as runBacktest } from '@anpo/engine';
import { sayBacktest } from '../said/backtest.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export const backtest: Operation<Readonly<Record<never, never>>, BacktestReport> = (
  rulebook,
  _,
  { language },
) => {
  const data = runBacktest(rulebook);
  return { data, answer: sayBacktest(data, speakerFor(rulebook, language)) };
};
