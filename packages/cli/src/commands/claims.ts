import type { Command } from './index.ts';

export const claims: Command = { options: {}, positionals: 0, run: async () => 0 };
