import { expect, it } from 'vitest';
import { thirdParties } from './notices.ts';

it('lists what the packages need, with what that needs, each from where Node.js finds it', () => {
  const packages = {
    '': { version: '0.1.0' },
    'packages/one': { version: '0.1.0', dependencies: { '@anpo/two': '0.1.0', far: '1.0.0', near: '2.0.0' } },
    'packages/one/node_modules/near': { version: '2.0.0', license: 'ISC' },
    'packages/two': { version: '0.1.0' },
    'node_modules/@anpo/two': { resolved: 'packages/two', link: true },
    'node_modules/far': {
      version: '1.0.0',
      license: 'MIT',
      dependencies: { near: '^1.0.0', deep: '^1.0.0' },
    },
    'node_modules/far/node_modules/deep': { version: '1.0.0' },
    'node_modules/near': { version: '1.0.0', license: 'MIT' },
    'node_modules/of-tests': { version: '1.0.0', license: 'MIT' },
  };
  expect(thirdParties(packages).map(({ name, version, licence }) => [name, version, licence])).toEqual([
    ['deep', '1.0.0', 'not stated'],
    ['far', '1.0.0', 'MIT'],
    ['near', '1.0.0', 'MIT'],
    ['near', '2.0.0', 'ISC'],
  ]);
});
