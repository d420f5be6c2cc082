import { expect } from 'chai';
import type { Stripe } from 'stripe';

import { confirmed } from '../support/served.js';
import { FakeStripe } from './fake-stripe.js';
import {
  grant,
  invoice,
  price,
  seconds,
  subscription,
} from '../../../mocks/vendors/stripe/objects.js';
import { codeOf, returnUrl, served } from './served.js';
import { pairsOf } from '../../../mocks/vendors/stripe/typed.js';

const { over, verify } = served('money');
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('Balances at Stripe', () => {
  it('are credit grants, and what the customer has with the seller', async () => {
    const stand = new FakeStripe();
    stand.credits = 1250;
    stand.customer = { ...stand.customer, balance: -300 };
    stand.grants = [
      grant('credgr_1', 2000, { expires_at: seconds('2026-06-01T00:00:00Z') }),
      grant('credgr_old', 9900, { expires_at: seconds('2026-01-01T00:00:00Z') }),
      grant('credgr_void', 9900, { voided_at: seconds('2026-01-01T00:00:00Z') }),
      grant('credgr_later', 9900, { effective_at: seconds('2026-09-01T00:00:00Z') }),
    ];
    expect((await over(stand).balances()).items).to.deep.equal([
      {
        id: 'credits',
        name: 'Credits',
        kind: 'money',
        currency: 'USD',
        remaining: '12.50',
        granted: '20.00',
        used: '7.50',
        expiresAt: '2026-06-01T00:00:00.000Z',
        status: 'ok',
        topUp: {
          options: [{ id: 'ten', price: usd('10.00') }],
          custom: { min: usd('5.00'), max: usd('500.00') },
        },
      },
      {
        id: 'account_credit',
        name: 'Account credit',
        kind: 'money',
        currency: 'USD',
        remaining: '3.00',
        status: 'ok',
      },
    ]);
    const asked = {
      customer: 'cus_a',
      filter: { type: 'applicability_scope', applicability_scope: { price_type: 'metered' } },
    } satisfies Stripe.Billing.CreditBalanceSummaryRetrieveParams;
    expect(stand.sentTo('/v1/billing/credit_balance_summary')).to.deep.equal(pairsOf(asked));
  });

  it('are exhausted once all that was granted is used', async () => {
    const stand = new FakeStripe();
    stand.grants = [grant('credgr_1', 2000)];
    const [credits] = (await over(stand).balances()).items;
    expect(credits).to.include({ remaining: '0.00', used: '20.00', status: 'exhausted' });
  });

  it('can be bought also by whoever has none yet', async () => {
    const stand = new FakeStripe();
    const [credits] = (await over(stand).balances()).items;
    expect(credits).to.include({ remaining: '0.00', granted: '0.00', status: 'ok' });
  });
});

describe('A top-up at Stripe', () => {
  it('is paid at the checkout, and done once the webhook has made a grant of it', async () => {
    const stand = new FakeStripe();
    const api = over(stand);
    const begun = await api.topUp('credits', { optionId: 'ten', returnUrl }, confirmed());
    expect(begun).to.include({ status: 'redirect', url: 'https://checkout.stripe.com/c/1' });
    const about = { billing_purpose: 'top_up', billing_customer: 'cus_a' };
    const sent = {
      customer: 'cus_a',
      mode: 'payment',
      success_url: returnUrl,
      cancel_url: returnUrl,
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Credits' } },
        },
      ],
      metadata: about,
      payment_intent_data: { metadata: about },
      invoice_creation: { enabled: true, invoice_data: { metadata: about } },
    } satisfies Stripe.Checkout.SessionCreateParams;
    expect(stand.sentTo('/v1/checkout/sessions')).to.deep.equal(pairsOf(sent));

    const status = async () => (await api.operation(begun.id)).status;
    expect(await status()).to.equal('redirect');
    const [session] = stand.sessions;
    Object.assign(session ?? {}, { status: 'complete', payment_status: 'unpaid', url: null });
    expect(await status()).to.equal('pending');
    Object.assign(session ?? {}, { payment_status: 'paid' });
    expect(await status()).to.equal('pending');
    stand.grants.push(grant('credgr_1', 1000, { metadata: { checkout_session: 'cs_1' } }));
    expect(await status()).to.equal('completed');
    Object.assign(session ?? {}, { status: 'expired' });
    expect(await status()).to.equal('failed');
    Object.assign(session ?? {}, { customer: 'cus_b' });
    expect(await codeOf(api.operation(begun.id))).to.equal('not_found');
  });

  it('takes an amount of one’s own, within bounds, and nothing else', async () => {
    const stand = new FakeStripe();
    const api = over(stand);
    const buy = (order: Parameters<typeof api.topUp>[1], balance = 'credits') =>
      codeOf(api.topUp(balance, { returnUrl, ...order }, confirmed()));
    await api.topUp('credits', { amount: usd('5.00'), returnUrl }, confirmed());
    expect(stand.sentTo('/v1/checkout/sessions')).to.include(
      'line_items[0][price_data][unit_amount]=500',
    );
    const refused = [
      await buy({ amount: usd('4.99') }),
      await buy({ amount: usd('500.01') }),
      await buy({ amount: usd('5.001') }),
      await buy({ amount: { amount: '5.00', currency: 'EUR' } }),
      await buy({ optionId: 'none' }),
      await buy({ optionId: 'ten', autoTopUp: { enabled: true } }),
      await codeOf(api.topUp('credits', { optionId: 'ten' }, confirmed())),
    ];
    expect(new Set(refused)).to.deep.equal(new Set(['invalid_request']));
    expect(await buy({ optionId: 'ten' }, 'account_credit')).to.equal('not_found');
    expect(stand.sessions.length).to.equal(1);
  });

  it('is one purchase, though its confirmation comes again to another process', async () => {
    const stand = new FakeStripe();
    const order = { optionId: 'ten', returnUrl };
    const confirmation = confirmed();
    const begun = await over(stand).topUp('credits', order, confirmation);
    expect(await over(stand).topUp('credits', order, confirmation)).to.deep.equal(begun);
    expect(stand.sessions.length).to.equal(1);
    // A key that comes with another order is a mistake, which Stripe tells.
    const other = { amount: usd('5.00'), returnUrl };
    expect(await codeOf(over(stand).topUp('credits', other, confirmation))).to.equal('conflict');
  });

  it('is in amounts that Stripe can charge', async () => {
    const stand = new FakeStripe();
    stand.customer = { id: 'cus_a', object: 'customer', currency: 'kwd' };
    const bounds = { options: [], custom: { min: '1', max: '900' } };
    const api = over(stand, { topUp: bounds });
    const buy = (amount: string) =>
      api.topUp('credits', { amount: { amount, currency: 'KWD' }, returnUrl }, confirmed());
    await buy('2.510');
    expect(stand.sentTo('/v1/checkout/sessions')).to.include(
      'line_items[0][price_data][unit_amount]=2510',
    );
    expect(await codeOf(buy('2.515'))).to.equal('invalid_request');
  });
});

describe('Paying at Stripe', () => {
  const open = () => {
    const stand = new FakeStripe();
    stand.invoices = [invoice('in_a', '2026-03-01', { status: 'open', amount_paid: 0 })];
    return stand;
  };

  it('charges what is saved', async () => {
    const stand = open();
    const api = over(stand);
    const done = await api.payInvoice('in_a', { paymentOptionId: 'pm_visa' }, confirmed());
    expect(done.status).to.equal('completed');
    const sent = { payment_method: 'pm_visa' } satisfies Stripe.InvoicePayParams;
    expect(stand.sentTo('/v1/invoices/in_a/pay')).to.deep.equal(pairsOf(sent));
    expect((await api.operation(done.id)).status).to.equal('completed');
    expect((await api.payInvoice('in_a', {}, confirmed())).status).to.equal('completed');
    expect(stand.asked.filter((each) => each === 'POST /v1/invoices/in_a/pay').length).to.equal(1);
  });

  it('says what the bank says, and goes to a page where the bank asks the person', async () => {
    const stand = open();
    const api = over(stand);
    const pay = () => api.payInvoice('in_a', { paymentOptionId: 'pm_visa' }, confirmed());
    stand.bank = 'declines';
    expect(await codeOf(pay())).to.equal('payment_failed');
    stand.bank = 'asks';
    const begun = await pay();
    expect(begun).to.include({ status: 'redirect', url: 'https://invoice.stripe.com/in_a' });
    expect((await api.operation(begun.id)).status).to.equal('pending');
    Object.assign(stand.invoices[0] ?? {}, { status: 'void' });
    expect((await api.operation(begun.id)).status).to.equal('failed');
    expect(await codeOf(pay())).to.equal('conflict');
  });

  it('happens at the page where that was chosen, or where nothing is saved', async () => {
    const stand = open();
    const api = over(stand);
    const hosted = await api.payInvoice('in_a', { paymentOptionId: 'hosted' }, confirmed());
    expect(hosted.status).to.equal('redirect');
    expect((await api.payInvoice('in_a', {}, confirmed())).status).to.equal('completed');
    const bare = open();
    bare.customer = { id: 'cus_a', object: 'customer', currency: 'usd' };
    expect(await codeOf(over(bare).payInvoice('in_a', {}, confirmed()))).to.equal(
      'payment_method_required',
    );
    const sent = await over(bare).payInvoice('in_a', { returnUrl }, confirmed());
    expect(sent.status).to.equal('redirect');
  });

  it('offers what is saved and the page, and the page alone for credits', async () => {
    const stand = open();
    stand.methods.push({
      id: 'pm_bank',
      object: 'payment_method',
      type: 'us_bank_account',
      us_bank_account: { bank_name: 'First', last4: '6789' },
    });
    const api = over(stand);
    const { items } = await api.paymentOptions({ purpose: 'invoice' });
    expect(items).to.deep.equal([
      {
        id: 'pm_visa',
        kind: 'saved',
        method: 'card',
        label: 'Visa •••• 4242',
        expires: '2028-04',
        default: true,
        autoTopUp: false,
      },
      {
        id: 'pm_bank',
        kind: 'saved',
        method: 'us_bank_account',
        label: 'First •••• 6789',
        default: false,
        autoTopUp: false,
      },
      { id: 'hosted', kind: 'hosted', label: 'Stripe', default: false, autoTopUp: false },
    ]);
    const ids = async (purpose: 'plan' | 'top_up') =>
      (await api.paymentOptions({ purpose })).items.map(({ id }) => id);
    expect(await ids('top_up')).to.deep.equal(['hosted']);
    // The first plan is bought at the checkout; a change is charged to what is saved.
    expect(await ids('plan')).to.deep.equal(['hosted']);
    stand.subscriptions = [subscription('sub_a', price('price_pro', 'pro', 5000))];
    expect(await ids('plan')).to.deep.equal(['pm_visa', 'pm_bank']);
    stand.methods = [];
    expect(await ids('plan')).to.deep.equal(['hosted']);
  });

  it('has a page for a new way to pay, and one for everything', async () => {
    const stand = new FakeStripe();
    const api = over(stand);
    const wish = { purpose: 'payment_method', returnUrl } as const;
    // The handler's own way to ask for a write that takes no key.
    const call = { signal: undefined, idempotencyKey: '' };
    const begun = await api.createPaymentSession(wish, call);
    const sent = {
      customer: 'cus_a',
      mode: 'setup',
      currency: 'usd',
      success_url: returnUrl,
      cancel_url: returnUrl,
    } satisfies Stripe.Checkout.SessionCreateParams;
    expect(stand.sentTo('/v1/checkout/sessions')).to.deep.equal(pairsOf(sent));
    expect(stand.engine.requests.some(({ headers }) => headers.has('Idempotency-Key'))).to.equal(
      false,
    );
    Object.assign(stand.sessions[0] ?? {}, {
      status: 'complete',
      payment_status: 'no_payment_required',
    });
    expect((await api.operation(begun.id)).status).to.equal('completed');
    const portal = await api.createPaymentSession({ purpose: 'portal', returnUrl });
    expect(portal).to.include({ status: 'redirect', url: 'https://billing.stripe.com/p/1' });
    const asked = {
      customer: 'cus_a',
      return_url: returnUrl,
    } satisfies Stripe.BillingPortal.SessionCreateParams;
    expect(stand.sentTo('/v1/billing_portal/sessions')).to.deep.equal(pairsOf(asked));
    expect((await api.operation(portal.id)).status).to.equal('completed');
  });

  it('has been tested as the table says', () => {
    verify();
  });
});
