/** All of the engine and of the answers. */
export * as answers from '@anpo/answers';
export * as engine from '@anpo/engine';
