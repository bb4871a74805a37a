/** Bundles a module for a browser. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

export interface Bundle {
  readonly code: string;
  readonly metafile: Metafile;
}

export async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    // What only Node.js has is left in as an import, so that it is found and named.
    external: ['node:*'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return { code: outputFiles.map(({ text }) => text).join('\n'), metafile };
}

/** Bytes as they are, and as a server sends them. */
export function sizesOf(code: string): {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
} {
  const bytes = Buffer.from(code, 'utf8');
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, quality).length,
  };
}
