/** Colours by what they mean. Without a terminal every one of them leaves the text as it is. */
import picocolors from 'picocolors';

export interface Painter {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
}

export function createPainter(colors: boolean): Painter {
  const pen = picocolors.createColors(colors);
  return {
    heading: (text) => pen.bold(pen.cyan(text)),
    strong: pen.bold,
    faint: pen.dim,
    good: pen.green,
    bad: pen.red,
    open: pen.yellow,
  };
}
