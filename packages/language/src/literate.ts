/**
 * Literate files: Markdown prose with fenced `anpo` blocks. Everything outside the blocks is blanked out,
 * line breaks kept, so that positions in the code are positions in the file. What looks like a block and
 * would be read as prose is a slip: law must not vanish in silence.
 */
import type { Complaint } from '@anpo/engine';
import { languageComplaint } from './problem.ts';

export interface FenceSlip {
  /** Zero-based line of the fence. */
  readonly line: number;
  readonly complaint: Complaint;
}

export interface MaskedText {
  readonly code: string;
  readonly blocks: number;
  readonly slips: readonly FenceSlip[];
}

/** A byte order mark may stand before a fence in the first line; up to three spaces may stand before any. */
const fencePattern = /^\uFEFF? {0,3}(`{3,}(?=[^`]*$)|~{3,})\s*(\S*)/;
const indentedPattern = /^\s*(?:`{3,}|~{3,})\s*anpo(?:\s|$)/;

interface Fence {
  readonly marker: string;
  readonly code: boolean;
  readonly line: number;
}

export function maskProse(text: string): MaskedText {
  const slips: FenceSlip[] = [];
  let blocks = 0;
  let fence: Fence | undefined;
  const masked = text.split(/(?<=\n)/).map((line, index) => {
    const bare = line.trimEnd();
    if (fence) {
      if (closes(bare, fence.marker)) {
        fence = undefined;
        return blank(line);
      }
      if (!fence.code) return blank(line);
      if (!isCode(fencePattern.exec(bare)?.[2])) return line;
      slips.push(unclosed(fence, 'next'));
    } else if (!fencePattern.test(bare) && indentedPattern.test(bare)) {
      slips.push({ line: index, complaint: languageComplaint('indented-block', {}) });
    }
    const [, marker, word] = fencePattern.exec(bare) ?? [];
    if (marker !== undefined) {
      fence = { marker, code: isCode(word), line: index };
      if (fence.code) blocks++;
      else if (word?.toLowerCase() === 'anpo') {
        slips.push({ line: index, complaint: languageComplaint('misspelt-block', { word }) });
      }
    }
    return blank(line);
  });
  if (fence) slips.push(unclosed(fence, 'end'));
  return { code: masked.join(''), blocks, slips };
}

const isCode = (word: string | undefined): boolean => word === 'anpo';

const closes = (line: string, marker: string): boolean => {
  const bare = line.replace(/^ {0,3}/, '');
  return bare.startsWith(marker) && bare.replaceAll(marker[0] as string, '') === '';
};

const blank = (line: string): string => line.replace(/[^\r\n]/g, ' ');

function unclosed({ line, code, marker }: Fence, before: 'next' | 'end'): FenceSlip {
  return {
    line,
    complaint: code
      ? languageComplaint('unclosed-block', { before, marker })
      : languageComplaint('unclosed-other-block', { marker }),
  };
}
