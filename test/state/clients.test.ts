import { expect } from '@open-wc/testing';

import { clientOf } from '../../src/state/clients.js';
import { whenConfigured } from '../../src/state/settings.js';
import { serving } from '../support/serving.js';

describe('clients', () => {
  it('are one for equal settings, however the base is written', () => {
    const absolute = new URL('/api/billing', document.baseURI).href;
    expect(clientOf({ apiBase: '/api/billing' }) === clientOf({ apiBase: absolute })).to.equal(
      true,
    );
  });

  it('are others for another base, token provider or use of cookies', () => {
    const getToken = () => Promise.resolve('token');
    const all = [
      clientOf({ apiBase: '/a' }),
      clientOf({ apiBase: '/b' }),
      clientOf({ apiBase: '/a', getToken }),
      clientOf({ apiBase: '/a', getToken: () => Promise.resolve('token') }),
      clientOf({ apiBase: '/a', credentials: 'include' }),
    ];
    expect(new Set(all).size).to.equal(all.length);
  });

  it('are none where the base is no address', () => {
    expect(clientOf({ apiBase: 'http://[' })).to.equal(undefined);
    expect(clientOf({})).to.equal(undefined);
  });

  it('are made anew once the session answers for another account', async () => {
    const account = await serving().account();
    let id = 'acc_a';
    const client = serving({ account: () => Promise.resolve({ ...account, id }) });
    const first = clientOf({ client });
    let calls = 0;
    const stop = whenConfigured(() => {
      calls += 1;
    });
    await first?.account();
    id = 'acc_b';
    await first?.account().catch(() => undefined);
    stop();
    expect(calls).to.equal(1);
    expect(clientOf({ client }) === first).to.equal(false);
    expect((await clientOf({ client })?.account())?.id).to.equal('acc_b');
  });
});
