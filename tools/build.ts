/** `npm run build`: writes every package as it is published to `build/packages`, ready for `npm publish`. */
import { buildPackages } from './build/packages.ts';

for (const { name, directory } of await buildPackages()) console.log(`${name}  ${directory}`);
