import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { ChangePreview, Operation } from '../../src/billing/types.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import {
  agree,
  checkout,
  choose,
  lostAnswer,
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
import { failing, held } from '../support/serving.js';

/** What a page that is loaded again has: nothing but what was stored. */
async function afterReload(
  time: HeldTime,
  old: BillingCheckoutElement,
  client: BillingApi,
  wish: Parameters<typeof checkout>[1],
): Promise<BillingCheckoutElement> {
  old.remove();
  await settled(old);
  return readyCheckout(time, client, wish);
}

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('A confirmation of <billing-checkout>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  it('orders what is on screen: the figures shown, the way chosen, and where to come back to', async () => {
    const { client, engine, received } = shop();
    const { previewId } = await client.previewChange('plan', {
      planId: 'plan_essential',
      when: 'now',
    });
    const el = await readyCheckout(time, client, upgrade);
    await order(el);
    expect(engine.ledger.map(({ amount, kind }) => [kind, amount?.amount])).to.eql([
      ['plan_change', '122.21'],
    ]);
    const [sent] = received;
    expect(sent?.body).to.deep.include({
      planId: 'plan_essential',
      when: 'now',
      previewId,
      paymentOptionId: 'pm_visa_4242',
    });
    expect(JSON.stringify(sent?.body)).to.contain('billing-return=');
  });

  it('asks for a downgrade at the end of the period', async () => {
    const { client, engine, received } = shop();
    await engine.changePlan(
      'plan',
      { planId: 'plan_advanced', when: 'now', paymentOptionId: 'pm_visa_4242' },
      { idempotencyKey: 'key-of-the-arrangement' },
    );
    const el = await readyCheckout(time, client, upgrade);
    await order(el);
    expect(received[0]?.body).to.deep.include({ when: 'period_end' });
    expect(received[0]?.body).not.to.have.property('paymentOptionId');
    expect(texts(el, 'outcome-heading')).to.eql(['The change is scheduled']);
  });

  it('buys the option where the amount is one of the offered, else the amount', async () => {
    for (const [amount, body] of [
      ['250', { optionId: 'pack_250' }],
      ['251.00', { amount: usd('251.00') }],
    ] as const) {
      const { client, received } = shop();
      await order(await readyCheckout(time, client, { ...reload, amount }));
      expect(received[0]?.body).to.deep.include(body);
      expect(Object.keys(received[0]?.body ?? {})).not.to.include.members(['optionId', 'amount']);
    }
  });

  it('sends the automatic reload along', async () => {
    const { client, received } = shop();
    const autoTopUp = { enabled: true, threshold: '50.00', amount: usd('100.00') };
    await order(await readyCheckout(time, client, { ...reload, autoTopUp }));
    expect(received[0]?.body).to.deep.include({ autoTopUp });
  });

  it('pays an invoice', async () => {
    const { client, engine } = shop({}, 'past-due');
    await order(
      await readyCheckout(time, client, { purpose: 'invoice', invoiceId: 'inv-2026-0007' }),
    );
    expect(engine.ledger.map(({ kind }) => kind)).to.eql(['invoice_payment']);
  });

  it('changes the support plan', async () => {
    const { client, engine } = shop();
    const { items } = await client.plans('support');
    const other = items.find(({ change }) => change === 'switch' || change === 'upgrade');
    const el = await readyCheckout(time, client, {
      purpose: 'support',
      planId: other?.id ?? null,
    });
    await order(el);
    expect(engine.ledger.length).to.equal(1);
    expect(engine.ledger[0]?.kind).to.be.oneOf(['support_change', 'scheduled_change']);
  });

  it('needs consent, which is never given beforehand', async () => {
    const { client, received } = shop();
    const el = await readyCheckout(time, client, upgrade);
    expect(parts(el, 'consent')[0]?.querySelector('input')?.checked).to.equal(false);
    press(el, 'confirm');
    await settled(el);
    expect(received).to.eql([]);
    expect(texts(el, 'problem')).to.eql(['Agree to what is charged.']);
    expect(el.shadowRoot?.activeElement?.part.contains('notice')).to.equal(true);
  });

  it('needs consent again for another way to pay', async () => {
    const { client, received } = shop();
    const el = await readyCheckout(time, client, upgrade);
    await agree(el);
    await choose(el, 'PayPal');
    press(el, 'confirm');
    await settled(el);
    expect(received).to.eql([]);
    expect(parts(el, 'consent')[0]?.querySelector('input')?.checked).to.equal(false);
  });

  it('cannot be clicked through to by the second half of a double click', async () => {
    const { client, received } = shop();
    const el = await checkout(client, upgrade);
    await agree(el);
    const [confirm] = parts<HTMLButtonElement>(el, 'confirm');
    await time.pass(499);
    await settled(el);
    expect(confirm?.disabled).to.equal(true);
    confirm?.click();
    await time.pass(1);
    await settled(el);
    expect(received).to.eql([]);
    expect(confirm?.disabled).to.equal(false);
  });

  it('is sent once by a double click', async () => {
    const { client, engine, received } = shop();
    const el = await readyCheckout(time, client, upgrade);
    await agree(el);
    const [confirm] = parts<HTMLButtonElement>(el, 'confirm');
    confirm?.click();
    confirm?.click();
    await settled(el);
    confirm?.click();
    await settled(el);
    expect(received.length).to.equal(1);
    expect(engine.ledger.length).to.equal(1);
  });

  it('is sent once by Enter twice', async () => {
    const answer = held<Operation>();
    const { client, received } = shop({ changePlan: () => answer.promise });
    const el = await readyCheckout(time, client, upgrade);
    await agree(el);
    parts(el, 'consent')[0]?.querySelector('input')?.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(received.length).to.equal(1);
    answer.resolve({ id: 'op_1', status: 'completed' });
    await settled(el);
  });

  it('is locked while it is on its way, which is said', async () => {
    const answer = held<Operation>();
    const { client } = shop({ changePlan: () => answer.promise });
    const el = await readyCheckout(time, client, upgrade);
    await order(el);
    const controls = [...(el.shadowRoot?.querySelectorAll('input, button') ?? [])];
    expect(controls.every((control) => control.matches(':disabled'))).to.equal(true);
    expect(texts(el, 'progress')).to.eql(['Sending your confirmation…']);
    expect(el.shadowRoot?.activeElement?.part.contains('progress')).to.equal(true);
    await time.pass(4_000);
    await settled(el);
    expect(texts(el, 'progress')).to.eql(['No answer yet. Checking…']);
    answer.resolve({ id: 'op_1', status: 'completed' });
    await settled(el);
    expect(el.shadowRoot?.activeElement?.part.contains('outcome-heading')).to.equal(true);
  });

  describe('whose answer is lost', () => {
    const losing = () => {
      const whole = shop();
      const { received } = whole;
      let losses = 1;
      const client: BillingApi = {
        ...whole.client,
        changePlan: (...args) => {
          losses -= 1;
          return losses < 0
            ? whole.client.changePlan(...args)
            : lostAnswer(whole.client.changePlan)(...args);
        },
      };
      return { ...whole, client, received };
    };

    it('is told so, with what was agreed to, and is not sent again by itself', async () => {
      const { client, received } = losing();
      const el = await readyCheckout(time, client, upgrade);
      await order(el);
      expect(texts(el, 'outcome-heading')).to.eql(['No answer came back']);
      expect(shownIn(el)).to.contain('Visa •••• 4242 is charged $122.21 now.');
      expect(shownIn(el)).to.contain('Mar 18, 2026, 11:30 AM');
      await time.pass(120_000);
      expect(received.length).to.equal(1);
      expect(parts(el, 'confirm')).to.eql([]);
    });

    it('has one effect when it is checked, under the same key and to the letter', async () => {
      const { client, engine, received } = losing();
      const el = await readyCheckout(time, client, upgrade);
      await order(el);
      await time.pass(500);
      await settled(el);
      press(el, 'check');
      await settled(el);
      expect(texts(el, 'outcome-heading')).to.eql(['The plan is changed']);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(1);
      expect(new Set(received.map(({ body }) => JSON.stringify(body))).size).to.equal(1);
      expect(engine.ledger.length).to.equal(1);
    });

    it('has one effect over a reload of the page in the middle', async () => {
      const { client, engine, received } = losing();
      const old = await readyCheckout(time, client, upgrade);
      await order(old);
      const el = await afterReload(time, old, client, upgrade);
      expect(texts(el, 'outcome-heading')).to.eql(['This was confirmed already']);
      expect(shownIn(el)).to.contain('Visa •••• 4242 is charged $122.21 now.');
      press(el, 'check');
      await settled(el);
      expect(texts(el, 'outcome-heading')).to.eql(['The plan is changed']);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(1);
      expect(new Set(received.map(({ body }) => JSON.stringify(body))).size).to.equal(1);
      expect(engine.ledger.length).to.equal(1);
    });

    it('has one effect when the page is left before any answer, and opened again', async () => {
      const answer = held<Operation>();
      const { client, engine, received } = shop();
      const slow: BillingApi = {
        ...client,
        topUp: (...args) => {
          void client.topUp(...args);
          return answer.promise;
        },
      };
      const old = await readyCheckout(time, slow, reload);
      await order(old);
      const el = await afterReload(time, old, client, reload);
      press(el, 'check');
      await settled(el);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(1);
      expect(engine.ledger.length).to.equal(1);
      answer.resolve({ id: 'late', status: 'completed' });
    });

    it('stays unknown after a failure of the server, and can be checked as often as one likes', async () => {
      const { client, received } = shop();
      const failures = [
        new BillingError('upstream_unavailable', { status: 502 }),
        new BillingError('timeout'),
        new BillingError('bad_response', { status: 200 }),
        new BillingError('rate_limited', { status: 429 }),
        new BillingError('conflict', { status: 409 }),
      ];
      const broken: BillingApi = {
        ...client,
        topUp: async (...args) => {
          const failure = failures.shift();
          const answer = await client.topUp(...args);
          if (failure) throw failure;
          return answer;
        },
      };
      const el = await readyCheckout(time, broken, reload);
      await order(el);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        expect(texts(el, 'outcome-heading'), `${attempt}`).to.eql(['No answer came back']);
        await time.pass(500);
        await settled(el);
        press(el, 'check');
        await settled(el);
      }
      await time.pass(500);
      await settled(el);
      press(el, 'check');
      await settled(el);
      expect(texts(el, 'outcome-heading')).to.eql(['The reload is complete']);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(1);
    });

    it('may be put behind by a person whom the server does not tell, and by nobody else', async () => {
      const { client, received } = shop({ topUp: failing('conflict', { status: 409 }) });
      let isFirst = true;
      const broken: BillingApi = {
        ...client,
        topUp: async (...args) => {
          if (!isFirst) return client.topUp(...args);
          isFirst = false;
          throw new BillingError('network');
        },
      };
      const el = await readyCheckout(time, broken, reload);
      await order(el);
      expect(parts(el, 'start-anew')).to.eql([]);
      await time.pass(500);
      await settled(el);
      press(el, 'check');
      await settled(el);
      await time.pass(500);
      await settled(el);
      press(el, 'start-anew');
      await settled(el);
      await time.pass(500);
      await settled(el);
      await order(el);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(2);
    });
  });

  describe('in two windows', () => {
    it('with the same review has one effect', async () => {
      const { client, engine, received } = shop();
      const first = await readyCheckout(time, client, upgrade);
      const second = await readyCheckout(time, client, upgrade);
      await agree(first);
      await agree(second);
      press(first, 'confirm');
      press(second, 'confirm');
      await settled(first);
      await settled(second);
      expect(new Set(received.map(({ key }) => key)).size).to.equal(1);
      expect(engine.ledger.length).to.equal(1);
      expect(texts(first, 'outcome-heading')).to.eql(['The plan is changed']);
      expect(texts(second, 'outcome-heading')).to.eql(['The plan is changed']);
    });

    it('one after the other has one effect', async () => {
      const { client, engine } = shop();
      const first = await readyCheckout(time, client, reload);
      const second = await readyCheckout(time, client, reload);
      await order(first);
      await time.pass(500);
      await settled(second);
      expect(texts(second, 'outcome-heading')).to.eql(['This was confirmed already']);
      press(second, 'check');
      await settled(second);
      expect(engine.ledger.length).to.equal(1);
      expect(texts(second, 'outcome-heading')).to.eql(['The reload is complete']);
    });

    it('with another way to pay in each sends only one of them', async () => {
      const answer = held<Operation>();
      const { client, received } = shop({ topUp: () => answer.promise });
      const first = await readyCheckout(time, client, reload);
      const second = await readyCheckout(time, client, reload);
      await choose(second, 'PayPal');
      await agree(second);
      await order(first);
      press(second, 'confirm');
      await settled(second);
      expect(received.length).to.equal(1);
      expect(texts(second, 'outcome-heading')).to.eql(['This was confirmed already']);
      answer.resolve({ id: 'op_1', status: 'completed' });
      await settled(first);
    });

    it('shows the same truth when the server says that the key went with something else', async () => {
      const { client, received } = shop();
      const problem = {
        type: 'about:blank',
        status: 422,
        code: 'invalid_request',
        errors: [{ parameter: 'Idempotency-Key', detail: 'Was used for another request.' }],
      };
      const refusing: BillingApi = {
        ...client,
        topUp: failing('invalid_request', { status: 422, problem }),
      };
      const el = await readyCheckout(time, refusing, reload);
      await order(el);
      expect(shownIn(el)).to.contain('This was confirmed already in another way');
      expect(received).to.eql([]);
    });
  });

  it('is another one for another account, even at the same page', async () => {
    const [one, two] = [shop(), shop({}, 'low-balance')];
    const el = await readyCheckout(time, one.client, reload);
    await order(el);
    el.client = two.client;
    await settled(el);
    await time.pass(500);
    await settled(el);
    expect(texts(el, 'outcome-heading')).to.eql([]);
    await order(el);
    expect(two.engine.ledger.length).to.equal(1);
    expect(one.received[0]?.key).not.to.equal(two.received[0]?.key);
  });

  it('that got no answer is not shown to another account of the same page', async () => {
    const [one, two] = [shop({ topUp: failing('network') }), shop({}, 'low-balance')];
    const el = await readyCheckout(time, one.client, reload);
    await order(el);
    expect(texts(el, 'outcome-heading')).to.eql(['No answer came back']);
    el.client = two.client;
    await settled(el);
    expect(texts(el, 'outcome-heading')).to.eql([]);
    expect(texts(el, 'due')).to.eql(['Due now $100.00']);
    el.client = one.client;
    await settled(el);
    await settled(el);
    expect(texts(el, 'outcome-heading'), 'still open').to.eql(['This was confirmed already']);
  });

  it('that was answered for one account is not told to the one that came meanwhile', async () => {
    const answer = held<Operation>();
    const [one, two] = [shop({ topUp: () => answer.promise }), shop({}, 'low-balance')];
    const el = await readyCheckout(time, one.client, reload);
    await order(el);
    const heard: string[] = [];
    el.addEventListener('checkout-completed', () => heard.push('completed'));
    el.client = two.client;
    await settled(el);
    answer.resolve({ id: 'op_1', status: 'completed' });
    await settled(el);
    expect(texts(el, 'outcome-heading')).to.eql([]);
    expect(heard).to.eql([]);
  });

  it('that was answered after somebody closed the page is told when they open it again', async () => {
    const answer = held<undefined>();
    const { client, engine } = shop();
    const slow: BillingApi = {
      ...client,
      topUp: async (...args) => {
        const operation = await client.topUp(...args);
        await answer.promise;
        return operation;
      },
    };
    const closed = await readyCheckout(time, slow, reload);
    await order(closed);
    closed.remove();
    answer.resolve(undefined);
    await settled(closed);
    const el = await readyCheckout(time, slow, reload);
    expect(texts(el, 'outcome-heading')).to.eql(['The reload is complete']);
    expect(engine.ledger.length).to.equal(1);
    el.remove();
    await settled(el);
    const next = await readyCheckout(time, slow, reload);
    expect(texts(next, 'due'), 'told once').to.eql(['Due now $100.00']);
  });

  it('after its end, the next one is a new one', async () => {
    const { client, engine } = shop();
    await order(await readyCheckout(time, client, reload));
    const el = await readyCheckout(time, client, reload);
    await order(el);
    expect(engine.ledger.map(({ kind }) => kind)).to.eql(['top_up', 'top_up']);
    expect(new Set(engine.ledger.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(2);
  });

  describe('that is refused', () => {
    const dearer = (preview: ChangePreview): ChangePreview => ({
      ...preview,
      previewId: 'pv_new',
      dueNow: usd('130.00'),
    });

    it('because the figures are old: the new ones are shown and agreed to anew, under a new key', async () => {
      const { client, received } = shop();
      let hasChanged = false;
      const moving: BillingApi = {
        ...client,
        previewChange: async (...args) => {
          const preview = await client.previewChange(...args);
          return hasChanged ? dearer(preview) : preview;
        },
        changePlan: async (_slot, body, options) => {
          if (hasChanged) {
            received.push({ operation: 'changePlan', body, key: options.idempotencyKey });
            return { id: 'op_1', status: 'completed' };
          }
          hasChanged = true;
          received.push({ operation: 'changePlan', body, key: options.idempotencyKey });
          throw new BillingError('preview_expired', { status: 409 });
        },
      };
      const el = await readyCheckout(time, moving, upgrade);
      await order(el);
      await settled(el);
      expect(texts(el, 'notice')[0]).to.contain('no longer valid');
      expect(el.shadowRoot?.activeElement?.part.contains('notice')).to.equal(true);
      expect(texts(el, 'due')).to.eql(['Due now $130.00']);
      expect(parts(el, 'consent')[0]?.querySelector('input')?.checked).to.equal(false);
      await order(el);
      expect(received.length).to.equal(2);
      expect(received[0]?.key).not.to.equal(received[1]?.key);
      expect(received[1]?.body).to.deep.include({ previewId: 'pv_new' });
    });

    it('because something else has changed: it says so, and buys nothing by itself', async () => {
      const { client, received } = shop({ topUp: failing('conflict', { status: 409 }) });
      const el = await readyCheckout(time, client, reload);
      await order(el);
      await settled(el);
      expect(texts(el, 'notice')[0]).to.contain('changed in the meantime');
      expect(parts(el, 'consent')[0]?.querySelector('input')?.checked).to.equal(false);
      await time.pass(60_000);
      expect(received.length).to.equal(1);
    });

    it('at a field: what the server says stands there, and what was chosen stays', async () => {
      const problem = {
        type: 'about:blank',
        status: 422,
        code: 'invalid_request',
        errors: [
          { pointer: '/paymentOptionId', detail: 'This card has expired.' },
          { pointer: '/amount', detail: 'Too much for today.' },
        ],
      };
      const { client } = shop({ topUp: failing('invalid_request', { status: 422, problem }) });
      const el = await readyCheckout(time, client, reload);
      await choose(el, 'Credit or debit');
      await order(el);
      await settled(el);
      expect(texts(el, 'problem')).to.eql(['This card has expired.']);
      expect(texts(el, 'notice')[0]).to.contain('Too much for today.');
      const chosen = parts(el, 'way').find((way) => way.querySelector('input')?.checked);
      expect(chosen?.textContent).to.contain('Credit or debit');
    });

    it('because a way to pay is needed after all: the ways are there', async () => {
      const { client, engine } = shop();
      await engine.changePlan(
        'plan',
        { planId: 'plan_advanced', when: 'now', paymentOptionId: 'pm_visa_4242' },
        { idempotencyKey: 'key-of-the-arrangement' },
      );
      const asking: BillingApi = {
        ...client,
        changePlan: failing('payment_method_required', { status: 402 }),
      };
      const el = await readyCheckout(time, asking, upgrade);
      expect(texts(el, 'way')).to.eql([]);
      await order(el);
      await settled(el);
      expect(texts(el, 'notice')[0]).to.contain('Choose a way to pay.');
      expect(texts(el, 'way').length).to.equal(4);
    });

    it('is told to the page once, without amounts', async () => {
      const heard: BillingErrorEvent[] = [];
      const { client } = shop({
        topUp: failing('rate_limited', { status: 429, requestId: 'req_9' }),
      });
      const el = await readyCheckout(time, client, reload);
      el.addEventListener('billing-error', (event) => heard.push(event));
      await order(el);
      await settled(el);
      expect(heard.map(({ code, requestId, tag }) => [code, requestId, tag])).to.eql([
        ['rate_limited', 'req_9', 'billing-checkout'],
      ]);
    });

    it('by someone who was signed out meanwhile: nothing stays on screen', async () => {
      const { client } = shop();
      const out = failing('unauthenticated', { status: 401 });
      const leaving: BillingApi = { ...client, topUp: out };
      const el = await readyCheckout(time, leaving, reload);
      Object.assign(leaving, { account: out });
      await order(el);
      await settled(el);
      expect(el.matches(':state(signed-out)')).to.equal(true);
      expect(texts(el, 'due')).to.eql([]);
    });
  });

  it('says when the figures change while somebody reads them, and wants another agreement', async () => {
    const { client, received } = shop();
    let figures = 0;
    const moving: BillingApi = {
      ...client,
      previewChange: async (...args) => {
        figures += 1;
        const preview = await client.previewChange(...args);
        return { ...preview, dueNow: usd(`${120 + figures}.00`) };
      },
    };
    const el = await readyCheckout(time, moving, upgrade);
    await agree(el);
    el.reload();
    await settled(el);
    expect(texts(el, 'due')).to.eql(['Due now $122.00']);
    expect(texts(el, 'notice')[0]).to.contain('The figures have changed.');
    press(el, 'confirm');
    await settled(el);
    expect(received).to.eql([]);
  });
});
