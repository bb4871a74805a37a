import type { Command } from './index.ts';

export const whatif: Command = { options: {}, positionals: 0, run: async () => 0 };
