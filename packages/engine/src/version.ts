/** The engine's version, as receipts record it. */
export const ENGINE_VERSION = '0.1.0';
