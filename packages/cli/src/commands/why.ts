import type { Command } from './index.ts';

export const why: Command = { options: {}, positionals: 0, run: async () => 0 };
