/**
 * The library of the US–Japan security treaty system, opened.
 *
 * @example
 * import { library } from 'anpo';
 * const { findings } = library.assess({ on: '2016-08-06', incidents: [], given: [{ fact: 'use-of-force', value: 'yes' }] });
 */
import { type Library, openLibrary } from '@anpo/engine';
import { openPackaged } from '@anpo/node';
import { built } from './packaged.ts';

export { type Library, openLibrary };

/** The law is read when this module is; reference data and the Circuit when something asks for them. */
export const library: Library = openPackaged(built);
