/** This package's complaints in Japanese. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { SeemingEncoding } from '../source/encoding.ts';
import type { OtherFormat } from '../source/kinds.ts';
import type { MapPart, ScreenCodes } from './codes.ts';

const shapes: Readonly<Record<MapPart, string>> = {
  map: '対応表の項目は on・id・where・party・header・encoding・facts です',
  on: 'on には各行の日付となるSQL式を書いてください',
  id: 'id には出力に残す列を、一つまたは並べて書いてください',
  where: 'where には対象とする行の条件をSQL式で書いてください',
  header: 'header には yes、no（一行目も行である場合）又は列名の一覧を書いてください',
  encoding: 'encoding にはテキストの文字コードを shift_jis のように書いてください',
  party: 'party には集計を分ける事実の名前を書いてください',
  facts: 'facts には事実ごとに、その値の求め方を書いてください',
  fact: '事実はSQL式、{sql, values, otherwise}、{value} のいずれかで書いてください。otherwise は unknown か reject です',
};

const formats: Readonly<Record<OtherFormat, string>> = {
  excel: 'Excelのブック',
  'open-document': 'OpenDocument形式のファイル',
  zip: 'ZIP書庫',
  stata: 'Stataのファイル',
  spss: 'SPSSのファイル',
  sas: 'SASのファイル',
  r: 'Rのファイル',
  sqlite: 'SQLiteのデータベース',
  orc: 'ORCファイル',
  json: 'JSON',
  markup: 'HTML又はXML',
  pdf: 'PDF',
  binary: 'テキストではなく、知られたデータの形式でもないもの',
};

const formatMends: Readonly<Partial<Record<OtherFormat, string>>> = {
  excel: 'シートを「CSV UTF-8」で保存してください',
  'open-document': 'シートをUTF-8のCSVで保存してください',
  zip: '展開し、中にあるCSV・Parquet・Arrowのファイルを指定してください',
  stata:
    'Stataの export delimited、又はRの haven::read_dta と readr::write_csv でCSVなどに書き出してください',
  spss: 'SPSSの SAVE TRANSLATE、又はRの haven::read_sav と readr::write_csv でCSVなどに書き出してください',
  sas: 'SASの PROC EXPORT、又はRの haven::read_sas と readr::write_csv でCSVなどに書き出してください',
  r: 'Rの readr::write_csv などでCSVに書き出してください',
};

const OTHERWISE = '読めるのはCSV・Parquet・Arrowです。そのいずれかに書き出してください';

const encodings: Readonly<Record<SeemingEncoding, string>> = {
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Latin-1',
};

export const japanese: ComplaintWords<ScreenCodes> = {
  'map-not-yaml': ({ detail }) => ({ message: `対応表をYAMLとして読めません：${detail}` }),
  'map-alias': () => ({ message: 'YAMLのアンカーと別名は使えません。値をそのまま書いてください' }),
  'map-unknown-key': ({ key, keys }) => ({
    message: `対応表に "${key}" という項目はありません`,
    mend: `項目は ${keys.join('・')} です`,
  }),
  'map-wrong-part': ({ part, fact }) => ({
    message: fact === undefined ? `${part} の書き方が誤っています` : `事実 "${fact}" の書き方が誤っています`,
    mend: shapes[part],
  }),
  'map-facts-missing': () => ({ message: '対応表に facts がありません', mend: shapes.facts }),
  'map-fact-twice': ({ fact }) => ({
    message: `事実 "${fact}" が今の名前と以前の名前で二度書かれています。どちらか一方にしてください`,
  }),
  'map-column-missing': ({ column, file, columns }) => ({
    message: `id：列 "${column}" は "${file}" にありません`,
    mend: `列は ${columns.join('・')} です`,
  }),
  'map-encoding-unknown': ({ encoding }) => ({
    message: `"${encoding}" という文字コードはありません`,
    mend: 'ウェブで使われる名前（utf-8、shift_jis、euc-jp、windows-1252、utf-16le など）で書いてください',
  }),
  'map-party-missing': ({ party }) => ({ message: `party の "${party}" は対応表の事実にありません` }),
  'map-day-missing': () => ({
    message: '対応表に on がありません',
    mend: '各行の日付となるSQL式を書くか、--on DATE で全行の日付を指定してください',
  }),
  'map-values-needed': ({ fact }) => ({
    message: `事実 "${fact}" が取り得る値は多すぎて、一覧がなければ区別できません`,
    mend: '現れる値を {sql, values: {セル: 名前, …}} の形で列挙してください',
  }),
  'map-expression-wrong': ({ part, sql, detail }) => ({
    message: `${part}：データに対して \`${sql}\` を評価できません：${detail}`,
  }),
  'map-expression-many': ({ part, sql }) => ({
    message: `${part}：\`${sql}\` は一行に一つの値になりません`,
  }),
  'data-missing': ({ data }) => ({ message: `ファイル "${data}" がありません` }),
  'data-other-format': ({ file, format }) => ({
    message: `"${file}" は${formats[format]}で、ここでは読めません`,
    mend: formatMends[format] ?? OTHERWISE,
  }),
  'data-header-wrong-encoding': ({ file, seems }) => ({
    message: `"${file}" の一行目がUTF-8ではありません。${encodings[seems]} のようです`,
    mend: `対応表に \`encoding: ${seems}\` と書くか、ファイルをUTF-8で保存してください`,
  }),
  'data-unreadable': ({ file, detail }) => ({
    message: `ファイル "${file}" をデータとして読めません：${detail}`,
  }),
  'data-reading-failed': ({ file, detail }) => ({
    message: `"${file}" の読取りが途中の行で止まりました：${detail}`,
    mend: '誤った値があり得る列には、対応表で TRY_CAST(列 AS 型) と書くと、その値は不明として扱われます',
  }),
  'file-unwritable': ({ file, reason }) => ({ message: `ファイル "${file}" に書き込めません：${reason}` }),
  'row-without-date': () => ({ message: '日付がない' }),
  'row-not-a-value': ({ fact }) => ({ message: `${fact} の値ではない` }),
  'row-expression-failed': ({ fact }) => ({ message: `${fact} の式を評価できない` }),
  'line-wrong-type': ({ column }) => ({ message: `${column} の値が列の型に合わない` }),
  'line-too-few-values': () => ({ message: '値の数が列の数より少ない' }),
  'line-too-many-values': () => ({ message: '値の数が列の数より多い' }),
  'line-quote-open': () => ({ message: '引用符が閉じていない' }),
  'line-too-long': () => ({ message: '行が長すぎる' }),
  'line-wrong-encoding': () => ({ message: 'UTF-8 として読めない' }),
  'line-unreadable': () => ({ message: '行を読めない' }),
};
