/** What a file is, by its first bytes and, where these do not say it all, by the end of its name. */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: the beginnings of binary files hold such characters
import { open } from 'node:fs/promises';

/** Forms of data that are not read here; each is refused by its name. */
export type OtherFormat =
  | 'excel'
  | 'open-document'
  | 'zip'
  | 'stata'
  | 'spss'
  | 'sas'
  | 'r'
  | 'sqlite'
  | 'orc'
  | 'json'
  | 'markup'
  | 'pdf'
  | 'binary';

export type Kind =
  | { readonly kind: 'arrow' | 'parquet' | 'gzip' | 'zstd' | 'text' }
  /** Text that begins with the mark of UTF-16. */
  | { readonly kind: 'utf-16'; readonly encoding: 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'other'; readonly format: OtherFormat };

const BYTES = 65_536;

/** Beginnings that tell a form by themselves. */
const beginnings: readonly (readonly [RegExp, Kind])[] = [
  [/^ARROW1/, { kind: 'arrow' }],
  [/^PAR1/, { kind: 'parquet' }],
  [/^\x1f\x8b/, { kind: 'gzip' }],
  [/^\x28\xb5\x2f\xfd/, { kind: 'zstd' }],
  [/^\xff\xfe/, { kind: 'utf-16', encoding: 'utf-16le' }],
  [/^\xfe\xff/, { kind: 'utf-16', encoding: 'utf-16be' }],
  [/^\xd0\xcf\x11\xe0/, { kind: 'other', format: 'excel' }],
  [/^<stata_dta>|^[\x69-\x76][\x01\x02]\x01\x00/, { kind: 'other', format: 'stata' }],
  [/^\$FL[23]/, { kind: 'other', format: 'spss' }],
  [/^\x00{12}\xc2\xea\x81\x60/, { kind: 'other', format: 'sas' }],
  [/^(?:RD[AX][23]\n|[XA]\n\x00)/, { kind: 'other', format: 'r' }],
  [/^SQLite format 3/, { kind: 'other', format: 'sqlite' }],
  [/^ORC/, { kind: 'other', format: 'orc' }],
  [/^%PDF-/, { kind: 'other', format: 'pdf' }],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|[a-z]+[\s>])/i, { kind: 'other', format: 'markup' }],
  [/^(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*[{[])/, { kind: 'other', format: 'json' }],
];

export async function kindOf(path: string, name: string): Promise<Kind> {
  const beginning = await firstBytes(path);
  if (beginning.startsWith('PK\x03\x04')) {
    const format = /\.xls[xmb]$/i.test(name) || beginning.includes('xl/') ? 'excel' : 'zip';
    return { kind: 'other', format: beginning.includes('opendocument') ? 'open-document' : format };
  }
  const found = beginnings.find(([pattern]) => pattern.test(beginning));
  if (found) return found[1];
  return beginning.includes('\0') ? { kind: 'other', format: 'binary' } : { kind: 'text' };
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BYTES), 0, BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
