/** Where one of the {@link Threads} begins: what was compiled for another thread need not be compiled again. */
import module from 'node:module';

module.enableCompileCache?.();
await import('./run.ts');
