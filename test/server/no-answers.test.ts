/** What an engine answers that was written without types, and is no answer of the port. */
import { expect } from 'chai';

import type { BillingFailure } from '../../src/server/index.js';
import { get, handlerOver, refusalOf, write } from './support.js';

describe("An engine's answers that are none", () => {
  it('fail where the file of an invoice is none that the contract knows', async () => {
    const fax = { kind: 'fax' } as never;
    const handle = handlerOver({ invoicePdf: () => Promise.resolve(fax) });
    const response = await handle(get('/billing/invoices/inv-2025-0029/pdf'));
    expect(await refusalOf(response)).to.eql([502, 'upstream_unavailable', undefined]);
  });

  const requests: Readonly<Record<string, () => Request>> = {
    invoicePdf: () => get('/billing/invoices/inv-2025-0029/pdf'),
    invoices: () => get('/billing/invoices'),
    subscription: () => get('/billing/subscriptions/plan'),
    resumeSubscription: () => write('/billing/subscriptions/support/resume', ''),
  };
  for (const [method, ask] of Object.entries(requests)) {
    it(`fail, and say no more, where an engine's ${method} answers nothing`, async () => {
      for (const answer of [null, undefined, 'text']) {
        const heard: BillingFailure[] = [];
        const handle = handlerOver(
          { [method]: () => Promise.resolve(answer) },
          { onFailure: (failure) => heard.push(failure) },
        );
        const response = await handle(ask());
        expect(response.headers.get('Content-Type')).to.equal('application/problem+json');
        expect(await response.json(), String(answer)).to.eql({
          type: 'about:blank',
          title: 'The billing service is not available',
          status: 502,
          code: 'upstream_unavailable',
          requestId: 'req_test',
        });
        expect(heard.map(({ error }) => String((error as Error).cause))).to.eql([
          'TypeError: The engine answered with no object.',
        ]);
      }
    });
  }
});
