/** 文書、規定、規範についてのエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { InstrumentCodes, NormCodes } from '../codes.ts';
import { normKindOf, typeOf } from './phrases.ts';

export const instruments: ComplaintWords<InstrumentCodes> = {
  'instrument-says-twice': ({ instrument }) => ({
    message: `文書 "${instrument}" にこの項目が二度書かれています`,
    mend: 'どちらか一つにしてください',
  }),
  'title-missing': ({ instrument }) => ({
    message: `文書 "${instrument}" に表題がありません`,
    mend: 'title en "…" ja "…" を加えてください',
  }),
  'kind-missing': ({ instrument }) => ({
    message: `文書 "${instrument}" に種類がありません`,
    mend: 'kind treaty, binding（又は他の種類と効力）を加えてください',
  }),
  'force-missing': ({ instrument, kind }) => ({
    message: `文書 "${instrument}" の効力が書かれていません`,
    mend: `kind ${kind}, binding（又は political、policy）と書いてください`,
    candidates: ['binding', 'political', 'policy'],
  }),
  'start-missing': ({ instrument }) => ({
    message: `文書 "${instrument}" の効力がいつからか書かれていません`,
    mend: 'in force from 日付 を加えてください。声明であれば、それが行われた日です',
  }),
  'signed-after-force': ({ instrument, signed, from }) => ({
    message: `文書 "${instrument}" の署名 ${signed} が、効力の発生 ${from} より後になっています`,
    mend: '両方の日付を出典で確かめてください',
  }),
  'known-before-signed': ({ instrument, known, signed }) => ({
    message: `文書 "${instrument}" が、署名 ${signed} より前の ${known} に公になったとされています`,
    mend: '両方の日付を確かめてください。初めから公であった文書には known from を書きません',
  }),
  'reason-missing': ({ provision }) => ({
    message: `規定 "${provision}" は規則として記述されておらず、その理由もありません`,
    mend: 'because en "…" ja "…" を加えてください',
  }),
  'provision-outside': ({ provision }) => ({
    message: `規定 "${provision}" がどの文書にも属していません`,
    mend: '同じファイルの文書の下に置いてください',
  }),
  'provision-unaccounted': ({ instrument, provision }) => ({
    message: `規定 "${instrument}/${provision}" が contents にありますが、記述も宣言もされていません`,
    mend: `provision ${provision} encoded、descriptive、not-encoded because en "…" ja "…" のいずれかを加えてください`,
  }),
  'provision-not-in-contents': ({ instrument, provision, contents }) => ({
    message: `規定 "${instrument}/${provision}" がその文書の contents にありません`,
    mend: `contents に ${provision} を加えるか、規定の名前を直してください`,
    candidates: contents,
  }),
  'encoded-but-empty': ({ provision }) => ({
    message: `規定 "${provision}" は encoded とされていますが、その下に何もありません`,
    mend: '規則を記述するか、descriptive、又は理由を付けて not-encoded としてください',
  }),
  'rules-not-encoded': ({ provision, status }) => ({
    message: `規定 "${provision}" は ${status} とされていますが、その下に規則があります`,
    mend: 'encoded とするか、規則をその根拠である規定の下に移してください',
  }),
};

export const norms: ComplaintWords<NormCodes> = {
  'norm-outside': ({ norm }) => ({
    message: `規範 "${norm}" がどの規定の下にもありません`,
    mend: '根拠である規定の下に置いてください',
  }),
  'norm-says-twice': () => ({
    message: 'この規範にこの項目が二度書かれています',
    mend: 'どちらか一つにするか、規範を二つに分けてください',
  }),
  'wrong-modal': ({ norm, kind, modal, right }) => ({
    message: `規範 "${norm}" の種類は ${normKindOf(kind)}ですが、"${modal}" と書かれています`,
    mend: `"${right}" と書くか、規範の種類を変えてください`,
  }),
  'review-missing': ({ norm }) => ({
    message: `規範 "${norm}" を誰が審査又は執行できるか書かれていません`,
    mend: 'reviewed by court, Diet, other-party, nobody … を加えてください',
  }),
  'words-without-phrase': ({ norm, provision }) => ({
    message: `規範 "${norm}" は規定 "${provision}" の文言によるとされていますが、その規定に文言が引用されていません`,
    mend: '規定に phrase en "…" ja "…" として文言を引用するか、in the words を省いてください',
  }),
  'deadline-from-no-date': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}です。期限は日付から数えます`,
    mend: '日付の事実を書いてください',
  }),
  'norm-outside-force': ({ norm, instrument }) => ({
    message: `規範 "${norm}" が適用されることはありません。その期間が文書 "${instrument}" の効力期間と一日も重なりません`,
    mend: '両方の日付を確かめてください',
  }),
  'places-undecided': ({ term, places }) => ({
    message: `概念「${term}」は、判断のないままに次の場所を除外しています：${places.join('、')}`,
    mend: '列挙に加えるか、事実に委ねるか、出典を付して「places outside …」と書き、出典が限定列挙であれば「places complete」と書いてください',
  }),
  'condition-never': ({ norm }) => ({
    message: `規範 "${norm}" が適用されることはありません。効力がある間、事実にかかわらず条件が満たされません`,
    mend: '条件と、その中の日付を確かめてください',
  }),
  'exception-always': ({ norm }) => ({
    message: `規範 "${norm}" が適用されることはありません。事実にかかわらず、この例外に当たります`,
    mend: '例外と、その中の日付を確かめてください',
  }),
  'wording-unconfirmed': ({ norm, provision }) => ({
    message: `規範 "${norm}" は、誰も確認していない規定 "${provision}" の文言に拠っています`,
    mend: '文言を出典で確かめて confirmed か secondary とするか、規定を not-encoded としてください',
  }),
  'prevails-across-orders': ({ norm, order, other, otherOrder }) => ({
    message: `規範 "${norm}"（法秩序 ${order}）は "${other}"（法秩序 ${otherOrder}）に優先できません。優先は一つの法秩序の中でのみ働きます`,
    mend: '除いてください。双方の結論が並び、衝突として示されます',
  }),
  'prevails-without-conflict': ({ norm, other }) => ({
    message: `規範 "${norm}" は "${other}" と抵触しないため、これに優先できません`,
    mend: '優先するには、名宛人と行為が同じで、両方には従えない種類でなければなりません',
  }),
};
