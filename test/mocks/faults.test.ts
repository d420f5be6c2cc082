import { expect } from 'chai';

import { createDemoApi } from '../../mocks/demo-api.js';
import { onMemory } from '../../mocks/demo-backends/memory.js';
import { faultNames, withFault } from '../../mocks/faults.js';
import type { FaultName } from '../../mocks/faults.js';
import { createMockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import { BillingError } from '../../src/api/billing-error.js';
import { createHttpClient } from '../../src/api/http-client.js';

const now = () => Date.parse('2026-03-18T15:30:00Z');
const base = 'http://billing.test/api/billing/accounts/acc_1';

function meeting(fault: FaultName) {
  const handle = withFault(createMockBackend({ now }).handle, fault);
  return handle(new Request(`${base}/balances`));
}

const clientMeeting = (fault: FaultName) => {
  const handle = withFault(createMockBackend({ now }).handle, fault);
  return createHttpClient({
    apiBase: base,
    fetch: (input, init) => handle(new Request(input, init)),
  });
};

describe('A fault', () => {
  const statuses: Partial<Record<FaultName, number>> = {
    none: 200,
    '401': 401,
    '403': 403,
    '404': 404,
    '429': 429,
    '500': 500,
    '503': 503,
    html: 200,
    'empty-body': 204,
    malformed: 200,
    'bad-row': 200,
    'wrong-account': 200,
  };
  for (const [fault, status] of Object.entries(statuses)) {
    it(`${fault} answers ${status}`, async () => {
      const known = faultNames.find((name) => name === fault) ?? 'none';
      expect((await meeting(known)).status).to.equal(status);
    });
  }

  it('offline is what fetch makes a network failure of', async () => {
    expect((await meeting('offline')).type).to.equal('error');
  });

  it('hanging and slow end with the request', async () => {
    for (const fault of ['hanging', 'slow'] as const) {
      const gone = new AbortController();
      const { handle } = createMockBackend({ now });
      const answer = withFault(handle, fault)(new Request(base, { signal: gone.signal }));
      gone.abort(new Error('left'));
      expect(await answer.catch(String)).to.equal('Error: left');
    }
  });

  it('bad-row spoils one row of a list, and leaves the others', async () => {
    const balances = await clientMeeting('bad-row').balances();
    expect([balances.items.length, balances.setAside]).to.eql([1, 1]);
    const usage = await clientMeeting('bad-row').usage({
      meter: 'sessions',
      granularity: 'day',
      from: '2026-03-17',
      to: '2026-03-19',
    });
    expect([usage.buckets.length, usage.setAside]).to.eql([2, 1]);
  });

  it('malformed cannot be read', async () => {
    const error = await clientMeeting('malformed')
      .previewChange('plan', { planId: 'plan_essential', when: 'now' })
      .catch((thrown: unknown) => BillingError.from(thrown));
    expect(error).to.include({ code: 'bad_response' });
  });

  it('wrong-account names another one', async () => {
    const { handle } = createMockBackend({ now });
    const answer = await withFault(handle, 'wrong-account')(new Request(`${base}/account`));
    expect(await answer.json()).to.include({ id: 'x', name: 'Harbor Travel assistant' });
  });
});

describe("The demo's backend", () => {
  const ask = (path: string) =>
    createDemoApi(onMemory(createMockBackend({ now })))(new Request(`http://demo.test${path}`));

  it('serves every world, with and without a fault in the path', async () => {
    for (const account of ['standard', 'acc_1', 'huge']) {
      for (const prefix of ['/api/billing', '/api/none/billing', '/api/bad-row/billing']) {
        const answer = await ask(`${prefix}/accounts/${account}/account`);
        expect(answer.status, `${prefix} ${account}`).to.equal(200);
      }
    }
    expect((await ask('/api/401/billing/accounts/standard/account')).status).to.equal(401);
  });

  it('knows no other faults, accounts or paths', async () => {
    for (const path of [
      '/api/flood/billing/accounts/standard/account',
      '/api/billing/accounts/nobody/account',
      '/api/none/other',
    ]) {
      expect((await ask(path)).status, path).to.equal(404);
    }
  });

  it('keeps one account, through whatever fault it is seen', async () => {
    const handle = createDemoApi(onMemory(createMockBackend({ now })));
    const order = new Request(
      'http://demo.test/api/none/billing/accounts/standard/balances/credits/top-up',
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': 'a-key-of-the-demo',
          'X-Requested-With': 'XMLHttpRequest',
        },
        body: JSON.stringify({ optionId: 'pack_100' }),
      },
    );
    expect((await handle(order)).status).to.equal(200);
    const seen = await handle(
      new Request('http://demo.test/api/bad-row/billing/accounts/standard/balances'),
    );
    expect(await seen.text()).to.contain('"remaining":"284.60"');
  });
});

describe('The handler behind node:http', () => {
  it('breaks the line where the network is to fail', async () => {
    const server = await listen(createDemoApi(onMemory(createMockBackend({ now }))));
    try {
      const answer = fetch(`${server.origin}/api/offline/billing/accounts/standard/account`);
      expect(await answer.catch(String)).to.match(/^TypeError/);
    } finally {
      await server.close();
    }
  });

  it('hears when the client leaves', async () => {
    let arrive: (signal: AbortSignal) => void = () => undefined;
    const arrived = new Promise<AbortSignal>((resolve) => (arrive = resolve));
    const server = await listen(({ signal }) => {
      arrive(signal);
      return new Promise(() => undefined);
    });
    const gone = new AbortController();
    const answer = fetch(server.origin, { signal: gone.signal }).catch(() => 'left');
    const signal = await arrived;
    const heard = new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    gone.abort();
    await heard;
    expect(await answer).to.equal('left');
    await server.close();
  });
});
