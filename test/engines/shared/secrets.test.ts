import { expect } from 'chai';

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
