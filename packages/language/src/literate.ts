/**
 * Literate files: Markdown prose with fenced `anpo` blocks. Everything outside the blocks is blanked out,
 * line breaks kept, so that positions in the code are positions in the file.
 */

export interface OpenFence {
  /** Zero-based line of a fence that is never closed. */
  readonly line: number;
}

const opening = /^(`{3,}|~{3,})\s*anpo\s*$/;
const anyFence = /^(`{3,}|~{3,})/;

/** The text with all prose blanked, and the fence left open, if one is. */
export function maskProse(text: string): { code: string; open: OpenFence | undefined } {
  const lines = text.split(/(?<=\n)/);
  let fence: { marker: string; code: boolean; line: number } | undefined;
  const masked = lines.map((line, index) => {
    const bare = line.trimEnd();
    if (fence) {
      if (bare.startsWith(fence.marker) && bare.replaceAll(fence.marker[0] as string, '') === '') {
        fence = undefined;
        return blank(line);
      }
      return fence.code ? line : blank(line);
    }
    const match = anyFence.exec(bare);
    if (match) fence = { marker: match[1] as string, code: opening.test(bare), line: index };
    return blank(line);
  });
  return { code: masked.join(''), open: fence?.code ? { line: fence.line } : undefined };
}

const blank = (line: string): string => line.replace(/[^\r\n]/g, ' ');
