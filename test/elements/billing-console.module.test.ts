import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

import '../../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../../src/elements/billing-console/billing-console.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { mount, parts, press, settled, textOf } from '../support/mount.js';
import { serving } from '../support/serving.js';

// By itself: a browser fetches a module once for a page, and here the first fetch must fail.
describe('a page of <billing-console> without its code', () => {
  const worker = setupWorker(
    http.get('*/support-plan/support-plan.*', () => new HttpResponse(null, { status: 404 })),
  );
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  });
  after(() => {
    worker.stop();
  });
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('says so, leaves the others as they are, and goes on once the code is there', async () => {
    const el = await mount<BillingConsoleElement>(
      html`<billing-console .client=${serving()}></billing-console>`,
    );
    const heard: string[] = [];
    el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
    const page = (name: string): HTMLElement => {
      const found = el.shadowRoot?.querySelector<HTMLElement>(`#page-${name}`);
      if (!found) throw new Error(`There is no page ${name}.`);
      return found;
    };
    await waitUntil(() => parts(el, 'tab').length === 3, 'the tabs', { timeout: 10_000 });
    el.page = 'support';
    await waitUntil(() => parts(el, 'retry').length === 1, 'the failure', { timeout: 10_000 });
    expect(textOf(page('support'))).to.contain('A part of this page could not be loaded.');
    expect(heard).to.eql(['module_failed']);
    expect(el.matches(':state(ready)')).to.equal(true);
    await expect(el).to.be.accessible();

    worker.resetHandlers(http.all('*/nothing', () => HttpResponse.error()));
    press(el, 'retry');
    await settled(el);
    expect(el.shadowRoot?.activeElement?.id, 'the focus').to.equal('page-support');
    const isThere = () => page('support').querySelector('support-plan')?.shadowRoot !== null;
    await waitUntil(isThere, 'the support plan', { timeout: 10_000 });
    await waitUntil(() => parts(el, 'retry').length === 0, 'the end of the failure');
  }).timeout(20_000);
});
