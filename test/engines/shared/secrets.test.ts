import { expect } from 'chai';

import { kore } from '../../../src/engines/kore.js';
import { lago } from '../../../src/engines/lago.js';
import { openmeter } from '../../../src/engines/openmeter.js';
import { refuseSecretInPage, requireServer } from '../../../src/engines/shared/secrets.js';

/** As if this were a page. */
function inPage(run: () => void): void {
  Reflect.set(globalThis, 'document', {});
  try {
    run();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
}

describe('secrets', () => {
  it('keep an engine for servers out of a page', () => {
    expect(() => requireServer('Tills')).not.to.throw();
    inPage(() => {
      expect(() => requireServer('Tills')).to.throw(TypeError, 'Tills is for servers');
    });
  });

  it('keep each engine out of a page, without telling its key', () => {
    const apiKey = 'key-of-the-test';
    const begin = {
      openmeter: () => openmeter({ apiKey, customer: 'acme' }),
      lago: () => lago({ apiKey, customer: 'acme' }),
      kore: () => kore({ token: apiKey, bot: 'st-1', currency: 'USD' }),
    };
    for (const [name, engine] of Object.entries(begin)) {
      expect(engine, name).not.to.throw();
      inPage(() => {
        expect(engine, name)
          .to.throw(TypeError)
          .with.property('message')
          .that.does.not.contain(apiKey);
      });
    }
  });

  it('are refused in a page without being repeated, tokens for one customer are not', () => {
    for (const key of ['sk_live_1', 'rk_test_2', 'am_sk_3', 'polar_oat_4', 'polar_pat_5']) {
      expect(() => refuseSecretInPage(key)).not.to.throw();
      inPage(() => {
        expect(() => refuseSecretInPage(key), key)
          .to.throw(TypeError)
          .with.property('message')
          .that.does.not.contain(key);
        expect(() => refuseSecretInPage('om_portal_1')).not.to.throw();
      });
    }
  });
});
