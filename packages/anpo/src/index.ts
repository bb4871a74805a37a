/** The library of the US–Japan security treaty system, opened. */
export {};
