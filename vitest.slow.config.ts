/** The tests that take a sample in `npm test`, over all that there is. */
import { defineConfig } from 'vitest/config';
import every from './vitest.config.ts';

export default defineConfig({
  test: {
    ...every.test,
    include: ['packages/columns/src/conformance/*.test.ts'],
    env: { ANPO_WHOLE: '1' },
  },
});
