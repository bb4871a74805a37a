/** Bundles a module for a browser. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Bundle {
  readonly code: string;
  /** What the code imports that is no part of it: nothing, where it runs in a browser. */
  readonly missing: readonly string[];
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
    charset: 'utf8',
    // What only Node.js has is left in as an import, so that it is found and named.
    external: ['node:*'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return {
    code: outputFiles.map(({ text }) => text).join('\n'),
    missing: imports.filter(({ external }) => external).map(({ path }) => path),
  };
}

/** Bytes as they are, and as a server sends them. */
export function sizeOf({ code }: Bundle): {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
} {
  const bytes = Buffer.from(code, 'utf8');
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}
