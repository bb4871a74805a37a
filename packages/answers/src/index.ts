/** In the making: see the issue on the house. */
export {};
