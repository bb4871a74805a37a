import { defineConfig } from 'vitest/config';

// .ci/run asks for a machine-readable report by naming a file for it.
const report = process.env.ANPO_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'tools/**/*.test.ts'],
    environment: 'node',
    // Tests are bounded by count. A loaded machine may take long; only what hangs must end.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.ts'],
    },
  },
});
