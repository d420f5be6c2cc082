import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { createBillingHandler } from '../../src/server/index.js';
import { headersOf } from './http.js';
import { blocksIn } from './pages.js';

const origin = 'https://console.example.com';
const shared = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(
      ([name]) => name.startsWith('access-control-') && name !== 'access-control-max-age',
    ),
  );

describe('Headers for an API of another origin', () => {
  const [block] = blocksIn('http').filter(({ code }) => code.includes('Access-Control-'));

  it('are those that createBillingHandler sends', async () => {
    const handle = createBillingHandler({
      basePath: '/billing',
      authorize: () => ({ account: 'acc_1' }),
      engine: () => createMemoryEngine({ world: 'standard' }),
      allowedOrigins: [origin],
    });
    const ask = (method: string): Promise<Response> =>
      handle(new Request('https://host.test/billing/account', { method, headers: { origin } }));
    const sent = {
      ...shared((await ask('OPTIONS')).headers),
      ...shared((await ask('GET')).headers),
    };
    expect(shared(new Headers(block && headersOf(block.code)))).to.eql(sent);
  });
});
