/** Synthetic law of any size, for tests of large libraries and for timings. */

/** Instruments with provisions, facts, terms and norms that name each other. */
export function syntheticLaw(instruments: number): string {
  const parts: string[] = ['act act-1 en "act" ja "行動する"\n'];
  for (let i = 0; i < instruments; i++) {
    parts.push(
      `instrument i${i} title en "The treaty of ${i}" ja "第${i}条約" kind treaty, binding parties US, JP`,
      `  in force from 1960-06-23 contents I, II source gazette "${i}"`,
      `provision I encoded gist en "They act where there is danger." ja "危険があれば行動する。" source gazette "1"`,
      `fact f${i} yes-no en "fact ${i}" ja "事実${i}" asks en "Is it so?" ja "そうか。"`,
      `term t${i} en "term ${i}" ja "用語${i}" means f${i} or not (f${(i * 7) % instruments} and f${(i * 3) % instruments})`,
      `term u${i} en "term ${i}" ja "用語${i}"`,
      `  reading government-jp from 1960-06-23 source gazette "8" holds t${i} and f${(i * 11) % instruments}`,
      `  reading government-us from 1960-06-23 source gazette "8" holds not t${(i * 5) % instruments}`,
      `provision II encoded gist en "They act where there is danger." ja "危険があれば行動する。" source gazette "1"`,
      `duty n${i} each of US, JP must act-1 when u${i} and i${(i * 13) % instruments} in force`,
      `  except when t${(i * 17) % instruments} open as to kind, amount reviewed by nobody`,
      '',
    );
  }
  return parts.join('\n');
}
