/** `anpo screen`: every row of a data set under the law of its own date. */
import { sayScreening, speakerFor } from '@anpo/answers';
import { complain } from '@anpo/engine/complaint';
import { readTextFile } from '@anpo/node';
import { keptPlan } from '@anpo/node/plans';
import { type Progress, readMap, screen as screenData } from '@anpo/screen';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import type { Context } from '../context.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

const MILLISECONDS_BETWEEN_REPORTS = 500;

export const screen: Command = {
  options: {
    map: { type: 'string' },
    view: { type: 'string' },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    norm: { type: 'string', multiple: true },
    out: { type: 'string' },
    summary: { type: 'string' },
    rejects: { type: 'string' },
    checkpoint: { type: 'string' },
    settle: { type: 'boolean' },
    threads: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { environment, language } = context;
    const [data] = parsed.positionals;
    if (data === undefined) return complain(commandComplaint('argument-missing', { argument: 'DATA' }));
    const mapFile = textOf(parsed, 'map');
    if (mapFile === undefined) return complain(commandComplaint('map-missing', {}));
    const threads = textOf(parsed, 'threads') ?? '1';
    if (!/^[1-9]\d{0,2}$/.test(threads))
      return complain(commandComplaint('flag-whole-number', { flag: 'threads' }));
    const out = textOf(parsed, 'out');
    const rejects = textOf(parsed, 'rejects') ?? 'rejects.csv';
    const checkpoint = textOf(parsed, 'checkpoint') ?? (out === undefined ? undefined : `${out}.checkpoint`);
    const { rulebook } = await environment.loadLibrary(textOf(parsed, 'library'), context);
    let stop = false;
    const forget =
      checkpoint === undefined
        ? undefined
        : environment.onInterrupt(() => {
            stop = true;
          });
    try {
      const screened = await screenData(rulebook, {
        data,
        standardInput: environment.standardInput,
        ...readMap(readTextFile(mapFile, 'map'), mapFile),
        view: textOf(parsed, 'view'),
        on: textOf(parsed, 'on'),
        knownOn: textOf(parsed, 'known-on'),
        norms: parsed.lists.norm,
        out,
        rejects,
        summary: textOf(parsed, 'summary'),
        language,
        checkpoint,
        settle: parsed.values.settle === true,
        threads: Number(threads),
        compile: (laws, asked) => keptPlan(laws, asked, environment),
        progress: reporter(context),
        stopped: () => stop,
      });
      // Who names norms is shown them, whether or not the data bear on them.
      const full = readerOf(parsed, context).full || parsed.lists.norm !== undefined;
      const answer = sayScreening(screened, full, speakerFor(rulebook, language));
      print({ data: screened, answer }, parsed, context);
      return 0;
    } finally {
      forget?.();
    }
  },
};

/** One line on standard error, rewritten where it is a terminal and rare where it is not. */
function reporter({ environment, messages, language }: Context): (progress: Progress) => void {
  const { error } = environment;
  const terminal = error.columns !== undefined;
  let last = performance.now();
  return ({ rows, rejected, seconds, share }) => {
    const now = performance.now();
    if (now - last < MILLISECONDS_BETWEEN_REPORTS * (terminal ? 1 : 20)) return;
    last = now;
    const number = new Intl.NumberFormat(language);
    const left = share === undefined || share <= 0 ? '' : `${Math.round((seconds * (1 - share)) / share)} s`;
    const text = messages.columns.progress(
      number.format(rows),
      number.format(Math.round(rows / seconds)),
      left,
      number.format(rejected),
    );
    error.write(terminal ? `\r${text}\u001b[K` : `${text}\n`);
  };
}
