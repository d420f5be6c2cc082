import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { inState, parts, press, shownIn } from '../support/mount.js';
import { serving } from '../support/serving.js';

// By itself: a browser fetches a module once for a page, and here the first fetch must fail.
describe('<billing-checkout> without the code that it works with', () => {
  const worker = setupWorker(
    http.get('*/billing-checkout.content.*', () => new HttpResponse(null, { status: 404 })),
  );
  before(async () => {
    document.documentElement.lang = 'en';
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  });
  after(() => {
    worker.stop();
  });

  it('says so at once, tells the page, and goes on once the code is there', async () => {
    const heard: string[] = [];
    document.body.addEventListener('billing-error', ({ code }: BillingErrorEvent) => {
      heard.push(code);
    });
    const el = await fixture<BillingCheckoutElement>(html`
      <billing-checkout .client=${serving()} purpose="plan" plan-id="plan_essential">
      </billing-checkout>
    `);
    await inState(el, 'error');
    expect(shownIn(el)).to.contain('A part of this page could not be loaded.');
    expect(heard).to.eql(['module_failed']);
    await expect(el).to.be.accessible();

    worker.resetHandlers(http.all('*/nothing', () => HttpResponse.error()));
    press(el, 'retry');
    await waitUntil(() => parts(el, 'confirm').length === 1, 'the form', { timeout: 10_000 });
    expect(el.matches(':state(ready)')).to.equal(true);
  }).timeout(20_000);
});
