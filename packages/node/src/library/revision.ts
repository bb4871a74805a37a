/** The texts of a library at a git revision, read from the repository that the library stands in. */
import { spawnSync } from 'node:child_process';
import { complain } from '@anpo/engine/complaint';
import type { LibraryText } from '@anpo/language';
import { nodeComplaint } from '../words/codes.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** Throws a ComplaintError where git is missing, or has no such revision, or the revision no library. */
export function readRevision(revision: string, directory: string): readonly LibraryText[] {
  const tree = git(['ls-tree', '-r', '-z', '--end-of-options', revision], '').toString('utf8');
  const files = tree
    .split('\0')
    .flatMap((line) => {
      const [, hash, file] = /^\S+ blob (\S+)\t(.*)$/s.exec(line) ?? [];
      return hash !== undefined && file?.endsWith('.anpo.md') ? [{ hash, file }] : [];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (files.length === 0) complain(nodeComplaint('git-empty', { revision }));
  const contents = git(['cat-file', '--batch'], files.map(({ hash }) => `${hash}\n`).join(''));
  let at = 0;
  return files.map(({ file }) => {
    // Each object is a line with its size, its bytes, and a line break.
    const line = contents.indexOf(10, at);
    const size = Number(contents.subarray(at, line).toString('utf8').split(' ')[2]);
    const text = contents.subarray(line + 1, line + 1 + size).toString('utf8');
    at = line + 2 + size;
    return { file, text };
  });

  function git(argv: readonly string[], input: string): Buffer {
    const { error, status, stdout, stderr } = spawnSync('git', ['-C', directory, ...argv], {
      input,
      maxBuffer: MOST_BYTES,
    });
    if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
      complain(nodeComplaint('git-missing', {}));
    if (error || status !== 0) {
      const reason = error?.message ?? stderr.toString('utf8').trim().split('\n')[0] ?? '';
      complain(nodeComplaint('git-failed', { revision, reason }));
    }
    return stdout;
  }
}
