/** In which encoding bytes that are not UTF-8 seem to be written: a guess, told as one. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** By the names of the Encoding Standard, as a map may give them. */
export type SeemingEncoding = 'shift_jis' | 'euc-jp' | 'windows-1252';

const japanese = /[\u3041-\u30ff\u4e00-\u9fff\uff61-\uff9f]/;
const privateUse = /[\ue000-\uf8ff]/;

export function seemingEncoding(bytes: Uint8Array): SeemingEncoding {
  const high = (index: number): boolean => (bytes[index] ?? 0) >= 0x80;
  let [single, all] = [0, 0];
  for (let index = 0; index < bytes.length; index++) {
    if (!high(index)) continue;
    all++;
    if (!high(index - 1) && !high(index + 1)) single++;
  }
  // Letters with accents stand among letters without; characters of Japanese stand together.
  if (single * 2 > all) return 'windows-1252';
  for (const encoding of ['euc-jp', 'shift_jis'] as const) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && japanese.test(text) && !privateUse.test(text)) return encoding;
  }
  return 'windows-1252';
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a whole file is UTF-8. */
export async function isUtf8File(path: string): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length === 0 ? (piece as Uint8Array) : Buffer.concat([rest, piece as Uint8Array]);
    const whole = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = Uint8Array.from(bytes.subarray(whole));
  }
  return rest.length === 0;
}

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Whether this machine's decoder knows an encoding by this name. */
export function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
