import type { Command } from './index.ts';

export const prove: Command = { options: {}, positionals: 0, run: async () => 0 };
