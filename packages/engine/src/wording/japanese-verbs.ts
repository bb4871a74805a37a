/** 動詞句の活用。行為の名は辞書形（「行動する」「命ずる」「行う」）で終わり、規範の文では否定形・て形が要る。 */

const rows: Readonly<Record<string, readonly [negative: string, joining: string]>> = {
  う: ['わ', 'って'],
  く: ['か', 'いて'],
  ぐ: ['が', 'いで'],
  す: ['さ', 'して'],
  つ: ['た', 'って'],
  ぬ: ['な', 'んで'],
  ぶ: ['ば', 'んで'],
  む: ['ま', 'んで'],
  る: ['ら', 'って'],
};

/** 漢字に直ちに「る」が続く一段活用の動詞。他の漢字＋「る」（図る、執る、入る）は五段活用である。 */
const oneStep = /[得経見着似出]る$/;
const kanaOneStep = /[いきしちにひみりぎじびえけせてねへめれげぜべ]る$/;

/** 否定の語幹とて形。辞書形の動詞で終わらない句には何も返さない。 */
function forms(act: string): { readonly negative: string; readonly joining: string } | undefined {
  const base = act.slice(0, -2);
  if (act.endsWith('する')) return { negative: `${base}し`, joining: `${base}して` };
  if (act.endsWith('ずる')) return { negative: `${base}じ`, joining: `${base}じて` };
  const stem = act.slice(0, -1);
  if (oneStep.test(act) || kanaOneStep.test(act)) return { negative: stem, joining: `${stem}て` };
  const row = rows[act.slice(-1)];
  return row && { negative: `${stem}${row[0]}`, joining: `${stem}${row[1]}` };
}

/** 「行動しない」。 */
export function negative(act: string): string {
  const found = forms(act);
  return found ? `${found.negative}ない` : `${act}ことをしない`;
}

/** 「行動しなければならない」。 */
export function required(act: string): string {
  const found = forms(act);
  return found ? `${found.negative}なければならない` : `${act}ことを要する`;
}

/** 「行動してはならない」。 */
export function forbidden(act: string): string {
  const found = forms(act);
  return found ? `${found.joining}はならない` : `${act}ことを禁じられる`;
}
