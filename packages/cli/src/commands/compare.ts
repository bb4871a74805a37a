import type { Command } from './index.ts';

export const compare: Command = { options: {}, positionals: 0, run: async () => 0 };
