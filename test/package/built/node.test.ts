import { spawnSync } from 'node:child_process';

import { expect } from 'chai';

import manifest from '../../../package.json' with { type: 'json' };
import { root } from '../../support/source.js';

/** Everything of the package that is code, but the script tag. */
const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object' && 'default' in target)
  .map(([path]) => path.replace(/^\./, manifest.name))
  .filter((name) => !name.includes('/cdn/'));

describe('A server that imports what its pages do', () => {
  it('has elements among what it imports', () => {
    expect(entries).to.include.members([manifest.name, `${manifest.name}/plan-usage.js`]);
  });

  for (const name of entries) {
    it(`can import ${name}, and nothing of it keeps it from ending`, () => {
      const code = `const all = await import('${name}'); console.log(Object.keys(all).length);`;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', code],
        { cwd: root, encoding: 'utf8', timeout: 30_000 },
      );
      expect({ status, stderr }).to.eql({ status: 0, stderr: '' });
      expect(Number(stdout)).to.be.above(0);
    });
  }
});
