/** The tests that take a sample in `npm test`, over all that there is. */
import { defineConfig, mergeConfig } from 'vitest/config';
import every from './vitest.config.ts';

export default mergeConfig(
  every,
  defineConfig({ test: { dir: 'packages/columns/src/conformance', env: { ANPO_WHOLE: '1' } } }),
);
