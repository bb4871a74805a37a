/** What this package may complain of: each code with the data that its words need. */
import { complaintsOf } from '@anpo/engine/complaint';

/** What a file was read as. */
export type FileKind = 'situation' | 'map';

// A type and not an interface: only a type fits an index signature.
export type NodeCodes = {
  'file-missing': { file: string };
  /** `reason` is the operating system's. */
  'file-unreadable': { file: string; reason: string };
  'file-is-directory': { file: string; kind: FileKind };
  /** `most` is a size such as `1 MB`. */
  'file-too-large': { file: string; most: string };
  'file-not-text': { file: string };
  'library-not-named': Record<string, never>;
  'library-missing': { directory: string };
  'library-unreadable': { directory: string; reason: string };
  /** `library` is a directory or a git revision. */
  'library-unsound': { library: string };
  /** A file of the built library is not what was written. */
  'library-data-altered': { place: string };
  'git-missing': Record<string, never>;
  'git-failed': { revision: string; reason: string };
  'git-empty': { revision: string };
};

export const nodeComplaint = complaintsOf<NodeCodes>();
