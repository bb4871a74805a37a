/** This package's complaints in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { FileKind, NodeCodes } from './codes.ts';

const kinds: Readonly<Record<FileKind, string>> = { situation: 'a situation file', map: 'a map' };

export const english: ComplaintWords<NodeCodes> = {
  'file-missing': ({ file }) => ({ message: `there is no file "${file}"` }),
  'file-unreadable': ({ file, reason }) => ({ message: `the file "${file}" cannot be read: ${reason}` }),
  'file-is-directory': ({ file, kind }) => ({ message: `"${file}" is a directory, not ${kinds[kind]}` }),
  'file-too-large': ({ file, most }) => ({ message: `"${file}" is larger than ${most}` }),
  'file-not-text': ({ file }) => ({ message: `"${file}" is not UTF-8 text` }),
  'library-not-named': () => ({
    message: 'no library is named, and none comes with this package',
    mend: 'name one with --library DIR or ANPO_LIBRARY',
  }),
  'library-missing': ({ directory }) => ({
    message: `there is no library at "${directory}"`,
    mend: 'name one with --library DIR or ANPO_LIBRARY',
  }),
  'library-unreadable': ({ directory, reason }) => ({
    message: `the library at "${directory}" cannot be read: ${reason}`,
  }),
  'library-unsound': ({ library }) => ({
    message: `the library at "${library}" is not sound; nothing was assessed`,
    mend: '`anpo check` lists what is wrong',
  }),
  'library-data-altered': ({ place }) => ({
    message: `the data of the library at "${place}" are not as they were written`,
    mend: 'run the command again; if that does not help, install Anpo anew',
  }),
  'git-missing': () => ({
    message: 'git is needed to read a library of an earlier revision, and it was not found',
    mend: 'install git, or name a directory that holds the library',
  }),
  'git-failed': ({ revision, reason }) => ({
    message: `git cannot give the revision "${revision}": ${reason}`,
    mend: 'compare two dates (2014-06-30 2016-03-29), two views, two directories, or two git revisions',
  }),
  'git-empty': ({ revision }) => ({ message: `the revision "${revision}" holds no library` }),
};
