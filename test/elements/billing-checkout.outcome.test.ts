import { expect, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Operation } from '../../src/billing/types.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import type {
  BillingCheckoutElement,
  CheckoutCompletedEvent,
  CheckoutFailedEvent,
  CheckoutRedirectEvent,
} from '../../src/elements/billing-checkout/billing-checkout.js';
import { configureBilling } from '../../src/state/settings.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import {
  checkout,
  choose,
  order,
  readyCheckout,
  reload,
  shop,
  upgrade,
} from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import { watchNavigations } from '../support/navigations.js';
import type { Navigations } from '../support/navigations.js';
import { failing, held } from '../support/serving.js';

const ordering = (operation: Operation, answers: Partial<BillingApi> = {}): BillingApi =>
  shop({ topUp: () => Promise.resolve(operation), ...answers }).client;

const heading = (el: BillingCheckoutElement) => texts(el, 'outcome-heading')[0];
const focused = (el: BillingCheckoutElement) => el.shadowRoot?.activeElement?.part[0];

describe('The outcome of <billing-checkout>', () => {
  let time: HeldTime;
  let navigations: Navigations;
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
    navigations = watchNavigations();
  });
  afterEach(() => {
    navigations.stop();
    time.release();
    localStorage.clear();
    history.replaceState(null, '', address);
    configureBilling({ allowedOrigins: undefined });
  });

  const bought = async (client: BillingApi, wish = reload, way?: string) => {
    const el = await readyCheckout(time, client, wish);
    if (way !== undefined) await choose(el, way);
    await order(el);
    return el;
  };

  describe('when it is done', () => {
    it('says so, with what it was about, and takes the focus', async () => {
      const el = await bought(shop().client);
      expect(heading(el)).to.equal('The reload is complete');
      expect(texts(el, 'outcome')[0]).to.contain('Credits · $100.00');
      expect(focused(el)).to.equal('outcome-heading');
    });

    it('tells the page, by ids and codes only', async () => {
      const heard: CheckoutCompletedEvent[] = [];
      const el = await readyCheckout(time, shop().client, upgrade);
      document.body.addEventListener('checkout-completed', (event) => heard.push(event), {
        once: true,
      });
      await order(el);
      expect(heard.length).to.equal(1);
      expect(heard[0]).to.include({
        status: 'completed',
        operationId: 'op_000001',
        purpose: 'plan',
        bubbles: true,
        composed: true,
      });
    });

    it('shows every other widget the new truth', async () => {
      const { client } = shop();
      const plan = document.createElement('plan-usage');
      plan.client = client;
      document.body.append(plan);
      await bought(client);
      await settled(plan);
      await settled(plan);
      expect(shownIn(plan)).to.contain('$284.60');
      plan.remove();
    });

    it('names the day where it takes effect later', async () => {
      const effectiveAt = '2026-04-01T04:00:00Z';
      const el = await bought(ordering({ id: 'op_1', status: 'scheduled', effectiveAt }));
      expect(heading(el)).to.equal('The change is scheduled');
      expect(shownIn(el)).to.contain('April 1, 2026');
    });

    it("shows the server's own words beside, as text", async () => {
      const message = '<img src=x onerror=alert(1)>';
      const el = await bought(ordering({ id: 'op_1', status: 'completed', message }));
      expect(shownIn(el)).to.contain(message);
      expect(el.shadowRoot?.querySelector('img')).to.equal(null);
    });
  });

  describe('when it goes on at a provider', () => {
    it('leaves the page for that address, after the page has heard of it', async () => {
      const heard: CheckoutRedirectEvent[] = [];
      const { client } = shop();
      const el = await readyCheckout(time, client, reload);
      el.addEventListener('checkout-redirect', (event) => heard.push(event));
      await choose(el, 'PayPal');
      await order(el);
      const [event] = heard;
      expect(event?.operationId).to.equal('op_000001');
      expect(event?.url).to.match(/^https:\/\/pay\.example\.com\/checkout\/op_000001/);
      expect(navigations.to).to.eql([event?.url]);
      expect(event?.url).to.contain(encodeURIComponent('billing-return='));
    });

    it('leaves it to the page that wants to', async () => {
      const el = await readyCheckout(time, shop().client, reload);
      el.addEventListener('checkout-redirect', (event) => {
        event.preventDefault();
      });
      await choose(el, 'PayPal');
      await order(el);
      expect(navigations.to).to.eql([]);
      expect(heading(el)).to.equal('Continue on the payment page');
      press(el, 'go-on');
      expect(navigations.to).to.eql([]);
    });

    it('offers the same address again to who comes back unpaid', async () => {
      const el = await bought(shop().client, reload, 'PayPal');
      press(el, 'go-on');
      await waitUntil(() => navigations.to.length === 2, 'the way there once more');
      expect(new Set(navigations.to).size).to.equal(1);
    });

    it('goes nowhere for a person who has closed the page meanwhile', async () => {
      const answer = held<Operation>();
      const el = await readyCheckout(time, shop({ topUp: () => answer.promise }).client, reload);
      await order(el);
      el.remove();
      answer.resolve({ id: 'op_1', status: 'redirect', url: 'https://pay.example.com/1' });
      await settled(el);
      expect(navigations.to).to.eql([]);
    });

    const unsafe = [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://pay.example.com/1',
      '//evil.example/pay',
      '/\\evil.example',
      '',
      'http://pay.example.com/1',
      'https://pay.example.com@evil.example/',
      'https://user:secret@pay.example.com/',
      'https://pay.example.com.evil.example/',
      'https://pay.example.com:444/',
      'https://pay%2eexample.com.evil.example/',
      'https://xn--py-example-9db.com/',
      'https://pаy.example.com/',
      'file:///etc/passwd',
      'ftp://pay.example.com/',
      undefined,
    ];
    for (const url of unsafe) {
      it(`never navigates to ${JSON.stringify(url)}`, async () => {
        configureBilling({ allowedOrigins: ['https://pay.example.com'] });
        const heard: string[] = [];
        const operation: Operation = {
          id: 'op_1',
          status: 'redirect',
          ...(url !== undefined && { url }),
        };
        const el = await readyCheckout(time, ordering(operation), reload);
        el.addEventListener('checkout-redirect', () => heard.push('redirect'));
        el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => heard.push(code));
        await order(el);
        expect(navigations.to).to.eql([]);
        expect(heard).to.eql(['unsafe_url']);
        expect(parts(el, 'go-on')).to.eql([]);
        expect(shownIn(el)).to.contain('not safe to open');
        expect(el.shadowRoot?.querySelectorAll('a').length).to.equal(0);
      });
    }

    it('follows a trailing dot to the host without it', async () => {
      configureBilling({ allowedOrigins: ['https://pay.example.com'] });
      const url = 'https://pay.example.com./1';
      await bought(ordering({ id: 'op_1', status: 'redirect', url }));
      expect(navigations.to).to.eql(['https://pay.example.com/1']);
    });
  });

  describe('when the person comes back', () => {
    /** The page that the provider leads to: the old one is gone, the address has the marker. */
    const comeBack = async (
      client: BillingApi,
      wish: Parameters<typeof checkout>[1],
      left: BillingCheckoutElement,
    ) => {
      const back = new URL(navigations.to[0] ?? '').searchParams.get('returnUrl') ?? '';
      left.remove();
      await settled(left);
      navigations.stop();
      history.replaceState(null, '', back);
      navigations = watchNavigations();
      return checkout(client, wish);
    };

    it('finds the operation by its own address, and asks the server alone', async () => {
      const { client, engine } = shop();
      const left = await bought(client, reload, 'PayPal');
      engine.simulate.settle('op_000001', 'approved');
      const el = await comeBack(client, {}, left);
      expect(heading(el)).to.equal('The payment is complete');
    });

    it('says honestly that the provider has not answered yet, and asks until it has', async () => {
      const { client, engine } = shop();
      const left = await bought(client, reload, 'PayPal');
      const el = await comeBack(client, reload, left);
      expect(heading(el)).to.equal('The payment is not confirmed yet');
      const heard: string[] = [];
      el.addEventListener('checkout-completed', ({ status }) => heard.push(status));
      engine.simulate.settle('op_000001', 'approved');
      await time.pass(2_000);
      await settled(el);
      expect(heading(el)).to.equal('The reload is complete');
      expect(heard).to.eql(['completed']);
    });

    it('finds it again after one more reload, also when it is done', async () => {
      const { client, engine } = shop();
      const left = await bought(client, reload, 'PayPal');
      const first = await comeBack(client, reload, left);
      first.remove();
      await settled(first);
      const second = await checkout(client, reload);
      expect(heading(second)).to.equal('The payment is not confirmed yet');
      engine.simulate.settle('op_000001', 'approved');
      second.reload();
      await settled(second);
      expect(heading(second)).to.equal('The reload is complete');
      expect(engine.ledger.length).to.equal(1);
    });

    it('shows a new purchase to who opens one after that on the same page', async () => {
      const { client, engine } = shop();
      const left = await bought(client, reload, 'PayPal');
      engine.simulate.settle('op_000001', 'approved');
      const first = await comeBack(client, reload, left);
      expect(heading(first)).to.equal('The reload is complete');
      first.remove();
      await settled(first);
      const next = await checkout(client, reload);
      expect(texts(next, 'due')).to.eql(['Due now $100.00']);
    });

    it('lets who has left the payment page choose another way, as a purchase of its own', async () => {
      const { client, engine, received } = shop();
      const left = await bought(client, reload, 'PayPal');
      const el = await comeBack(client, reload, left);
      expect(shownIn(el)).to.contain('If you left the payment page without paying');
      press(el, 'start-anew');
      await settled(el);
      await time.pass(500);
      await settled(el);
      await choose(el, 'Visa');
      await order(el);
      expect(heading(el)).to.equal('The reload is complete');
      expect(new Set(received.map(({ key }) => key)).size).to.equal(2);
      expect(engine.ledger.length).to.equal(1);
    });

    it('to the page before, by the back button, sees the same', async () => {
      const { client } = shop();
      const left = await bought(client, reload, 'PayPal');
      left.remove();
      await settled(left);
      const el = await checkout(client, reload);
      expect(heading(el)).to.equal('The payment is not confirmed yet');
    });

    it('is asked about at once when the page comes out of the back-forward cache', async () => {
      const { client, engine } = shop();
      const el = await bought(client, reload, 'PayPal');
      engine.simulate.settle('op_000001', 'approved');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settled(el);
      await settled(el);
      expect(heading(el)).to.equal('The reload is complete');
    });

    it('believes no address: a forged one is looked up, or is nothing', async () => {
      history.replaceState(null, '', `${location.pathname}?billing-return=forged`);
      const el = await checkout(shop().client, {});
      expect(texts(el, 'empty')[0]).to.contain('does not know which payment');
      const forged = await checkout(shop().client, { operationId: 'op_of_nobody' });
      expect(forged.matches(':state(error)')).to.equal(true);
      expect(shownIn(forged)).not.to.contain('complete');
    });

    it('tells nothing of an operation to another account', async () => {
      const { client } = shop();
      const left = await bought(client, reload, 'PayPal');
      const el = await comeBack(shop({}, 'low-balance').client, {}, left);
      expect(texts(el, 'empty')[0]).to.contain('does not know which payment');
    });

    it('with an operation that the page names, shows how that went', async () => {
      const { client, engine } = shop();
      await engine.topUp(
        'credits',
        { optionId: 'pack_100', paymentOptionId: 'wire' },
        { idempotencyKey: 'key-of-the-arrangement' },
      );
      const el = await checkout(client, { operationId: 'op_000001' });
      expect(heading(el)).to.equal('Waiting for your transfer');
    });
  });

  describe('when the money comes later', () => {
    it('shows the details of the transfer, and what they are for', async () => {
      const el = await bought(shop().client, reload, 'Wire');
      expect(texts(el, 'instruction')).to.include('Amount 100.00 USD Copy');
      expect(texts(el, 'instruction')).to.include('Reference OP_000001 Copy');
      expect(heading(el)).to.equal('Waiting for your transfer');
    });

    it('copies a value, and says so', async () => {
      const written: string[] = [];
      const { clipboard } = navigator;
      const writeText = clipboard.writeText.bind(clipboard);
      Object.assign(clipboard, {
        writeText: (text: string) => {
          written.push(text);
          return Promise.resolve();
        },
      });
      try {
        const el = await bought(shop().client, reload, 'Wire');
        const names = parts(el, 'copy').map((button) => button.getAttribute('aria-label'));
        expect(names).to.include('Copy Reference');
        parts(el, 'copy').at(-1)?.click();
        await settled(el);
        expect(written).to.eql(['OP_000001']);
        expect(texts(el, 'copied')).to.eql(['Reference is copied.']);
      } finally {
        Object.assign(clipboard, { writeText });
      }
    });

    it('selects the value where the page may not copy', async () => {
      const { clipboard } = navigator;
      const writeText = clipboard.writeText.bind(clipboard);
      Object.assign(clipboard, { writeText: () => Promise.reject(new DOMException('no')) });
      try {
        const el = await bought(shop().client, reload, 'Wire');
        parts(el, 'copy').at(-1)?.click();
        await settled(el);
        expect(texts(el, 'copied')[0]).to.contain('It is selected');
      } finally {
        Object.assign(clipboard, { writeText });
      }
    });

    it('says when it has arrived', async () => {
      const { client, engine } = shop();
      const el = await bought(client, reload, 'Wire');
      engine.simulate.settle('op_000001', 'approved');
      await time.pass(1_000);
      await settled(el);
      expect(heading(el)).to.equal('The reload is complete');
    });

    it('lets the person pay for something else meanwhile', async () => {
      const { client, engine } = shop();
      const el = await bought(client, reload, 'Wire');
      press(el, 'start-anew');
      await settled(el);
      await time.pass(500);
      await settled(el);
      await choose(el, 'Visa');
      await order(el);
      expect(engine.ledger.map(({ operationId }) => operationId)).to.eql(['op_000002']);
    });

    it('gives up asking after some minutes, says so, and asks when it is wanted', async () => {
      let asked = 0;
      const pending: Operation = { id: 'op_1', status: 'pending' };
      const client = ordering(pending, {
        operation: () => {
          asked += 1;
          return Promise.resolve(asked > 30 ? { id: 'op_1', status: 'completed' } : pending);
        },
      });
      const el = await bought(client);
      await time.pass(10 * 60_000);
      await settled(el);
      expect(shownIn(el)).to.contain('still has not answered');
      const before = asked;
      expect(before).to.be.within(5, 20);
      await time.pass(10 * 60_000);
      expect(asked).to.equal(before);
      asked = 40;
      press(el, 'check');
      await settled(el);
      expect(heading(el)).to.equal('The reload is complete');
    });

    it('keeps what it knows when asking fails', async () => {
      const pending: Operation = { id: 'op_1', status: 'pending' };
      const el = await bought(
        ordering(pending, { operation: failing('network', { retryable: true }) }),
      );
      await time.pass(1_000);
      await settled(el);
      expect(el.matches(':state(stale)')).to.equal(true);
      expect(heading(el)).to.equal('The payment is not confirmed yet');
    });
  });

  describe('when it fails', () => {
    it('says why in words, tells the page, and offers a way on', async () => {
      const heard: CheckoutFailedEvent[] = [];
      const { client, engine } = shop();
      engine.simulate.decline(true);
      const el = await readyCheckout(time, client, reload);
      el.addEventListener('checkout-failed', (event) => heard.push(event));
      await order(el);
      expect(heading(el)).to.equal('The payment did not go through');
      expect(shownIn(el)).to.contain('The payment was declined.');
      expect(focused(el)).to.equal('outcome-heading');
      expect(heard[0]).to.include({
        code: 'payment_failed',
        operationId: 'op_000001',
        purpose: 'top_up',
      });
    });

    it('goes on in another way, under another key', async () => {
      const { client, engine, received } = shop();
      engine.simulate.decline(true);
      const el = await bought(client);
      engine.simulate.decline(false);
      press(el, 'start-anew');
      await settled(el);
      expect(parts(el, 'way').some((way) => way.querySelector('input')?.checked)).to.equal(false);
      await time.pass(500);
      await settled(el);
      await choose(el, 'Visa');
      await order(el);
      expect(heading(el)).to.equal('The reload is complete');
      expect(new Set(received.map(({ key }) => key)).size).to.equal(2);
    });

    it('can be tried again as it was', async () => {
      const { client, engine } = shop();
      engine.simulate.decline(true);
      const el = await bought(client);
      engine.simulate.decline(false);
      press(el, 'try-again');
      await settled(el);
      await time.pass(500);
      await settled(el);
      await order(el);
      expect(engine.ledger.length).to.equal(1);
    });

    it('counts as failed also where the server answers it as a problem', async () => {
      const heard: CheckoutFailedEvent[] = [];
      const el = await readyCheckout(
        time,
        shop({ topUp: failing('payment_failed', { status: 402 }) }).client,
        reload,
      );
      el.addEventListener('checkout-failed', (event) => heard.push(event));
      await order(el);
      expect(heading(el)).to.equal('The payment did not go through');
      expect(heard.map(({ code, operationId }) => [code, operationId])).to.eql([
        ['payment_failed', undefined],
      ]);
      press(el, 'try-again');
      await settled(el);
      expect(texts(el, 'due')).to.eql(['Due now $100.00']);
    });

    it('after a while at the provider is told as well', async () => {
      const { client, engine } = shop();
      const el = await bought(client, reload, 'PayPal');
      engine.simulate.settle('op_000001', 'declined');
      await time.pass(1_000);
      await settled(el);
      expect(heading(el)).to.equal('The payment did not go through');
    });

    it('for another reason than the payment is told as what it is', async () => {
      const problem = { type: 'about:blank', status: 409, code: 'conflict' };
      const el = await bought(ordering({ id: 'op_1', status: 'failed', problem }));
      expect(heading(el)).to.equal('The change did not go through');
      expect(parts(el, 'start-anew')).to.eql([]);
    });
  });

  it('has no actions when it is for reading only', async () => {
    const { client } = shop();
    const el = await bought(client, reload, 'Wire');
    el.readOnly = true;
    await settled(el);
    expect(el.shadowRoot?.querySelectorAll('button').length).to.equal(0);
    expect(texts(el, 'instruction').length).to.equal(5);
  });

  it('keeps the focus inside when what had it goes', async () => {
    const { client, engine } = shop();
    const el = await bought(client, reload, 'PayPal');
    parts(el, 'start-anew')[0]?.focus();
    engine.simulate.settle('op_000001', 'approved');
    await time.pass(1_000);
    await settled(el);
    expect(focused(el)).to.equal('outcome-heading');
  });

  it('of a status that nobody knows counts as open', async () => {
    const el = await bought(ordering({ id: 'op_1', status: 'in_review' }));
    expect(heading(el)).to.equal('The payment is not confirmed yet');
  });
});
