import type { Command } from './index.ts';

export const audit: Command = { options: {}, positionals: 0, run: async () => 0 };
