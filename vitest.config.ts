import { defineConfig } from 'vitest/config';

// .ci/run asks for a machine-readable report by naming a file for it.
const report = process.env.ANPO_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'tools/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.ts'],
    },
  },
});
