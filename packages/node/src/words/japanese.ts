/** This package's complaints in Japanese. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { FileKind, NodeCodes } from './codes.ts';

const kinds: Readonly<Record<FileKind, string>> = { situation: '事態ファイル', map: '対応表' };

export const japanese: ComplaintWords<NodeCodes> = {
  'file-missing': ({ file }) => ({ message: `ファイル "${file}" がありません` }),
  'file-unreadable': ({ file, reason }) => ({ message: `ファイル "${file}" を読めません: ${reason}` }),
  'file-is-directory': ({ file, kind }) => ({
    message: `"${file}" はディレクトリで、${kinds[kind]}ではありません`,
  }),
  'file-too-large': ({ file, most }) => ({ message: `"${file}" は ${most} を超えています` }),
  'file-not-text': ({ file }) => ({ message: `"${file}" は UTF-8 の文書ではありません` }),
  'library-not-named': () => ({
    message: '法令ライブラリが指定されておらず、このパッケージにも付属していません',
    mend: '--library ディレクトリ または ANPO_LIBRARY で指定してください',
  }),
  'library-missing': ({ directory }) => ({
    message: `"${directory}" に法令ライブラリがありません`,
    mend: '--library ディレクトリ または ANPO_LIBRARY で指定してください',
  }),
  'library-unreadable': ({ directory, reason }) => ({
    message: `"${directory}" の法令ライブラリを読めません: ${reason}`,
  }),
  'library-unsound': ({ library }) => ({
    message: `"${library}" の法令ライブラリに誤りがあるため、評価しませんでした`,
    mend: '`anpo check` で誤りの一覧を表示します',
  }),
  'library-data-altered': ({ place }) => ({
    message: `"${place}" にある法令ライブラリのデータが、書き込まれたときのままではありません`,
    mend: 'もう一度実行してください。それでも直らないときは Anpo を入れ直してください',
  }),
  'git-missing': () => ({
    message: '過去の版のライブラリを読むには git が必要ですが、見つかりません',
    mend: 'git を導入するか、ライブラリのあるディレクトリを指定してください',
  }),
  'git-failed': ({ revision, reason }) => ({
    message: `git から版 "${revision}" を取り出せません: ${reason}`,
    mend: '二つの日付（2014-06-30 2016-03-29）、解釈の採り方、ディレクトリ、git の版のいずれかを比べてください',
  }),
  'git-empty': ({ revision }) => ({ message: `版 "${revision}" にライブラリはありません` }),
};
