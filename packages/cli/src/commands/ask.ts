import type { Command } from './index.ts';

export const ask: Command = { options: {}, positionals: 0, run: async () => 0 };
