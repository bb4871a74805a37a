/** This package's complaints in Japanese. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { ColumnsCodes } from './codes.ts';

export const japanese: ComplaintWords<ColumnsCodes> = {
  'too-many-combinations': ({ combinations, most }) => ({
    message: `これらの事実の組合せは ${combinations} 通りあります。表にできるのは ${most} 通りまでです`,
    mend: '変化させる事実を減らすか、一部の事実に値を一つ指定してください',
  }),
  'varied-and-given': ({ fact }) => ({
    message: `事実 "${fact}" は変化させる事実であり、値も指定されています。どちらか一方にしてください`,
  }),
  'varied-with-date': ({ fact }) => ({
    message: `結果は "${fact}" から基準日までの期間によって決まるため、両方を同時に変化させることはできません`,
    mend: `基準日か "${fact}" のどちらかを指定してください`,
  }),
  'view-too-wide': ({ dialect, most, needed }) => ({
    message: `${dialect} のビューの列は ${most} 列までですが、このビューには ${needed} 列が必要です`,
    mend: '規範をいくつかに分け、それぞれのビューを作ってください',
  }),
  'default-needs-column': ({ fact }) => ({
    message: `仮定 "${fact}" は各行の日付と比べる日付です。列として与えてください`,
  }),
  'wrong-name-in-column': ({ column, name, fact }) => ({
    message: `列 "${column}" の "${name}" は、事実 "${fact}" の値ではありません`,
  }),
  'too-many-values-in-column': ({ fact }) => ({
    message: `事実 "${fact}" の列に現れる値の種類が多すぎます`,
  }),
};
