import { expect } from 'chai';
import type { Stripe } from 'stripe';

import { confirmed } from '../support/served.js';
import { FakeStripe } from './fake-stripe.js';
import {
  line,
  listOf,
  preview,
  seconds,
  subscription,
} from '../../../mocks/vendors/stripe/objects.js';
import { codeOf, returnUrl, served } from './served.js';
import { pairsOf } from '../../../mocks/vendors/stripe/typed.js';

const { over, verify } = served('subscriptions');

const now = seconds('2026-03-18T15:30:00Z');
const periodEnd = '2026-04-01T00:00:00.000Z';

/** A Stripe whose customer has the basic plan. */
function subscribed(): FakeStripe {
  const stand = new FakeStripe();
  const [basic] = stand.prices;
  if (basic) stand.subscriptions = [subscription('sub_a', basic)];
  return stand;
}

const first = ({ subscriptions: [held] }: FakeStripe) => {
  if (!held) throw new Error('No subscription');
  return held;
};

describe("A customer's subscription at Stripe", () => {
  it('is the one whose product is of the slot', async () => {
    const stand = subscribed();
    const [, , , care] = stand.prices;
    if (care) stand.subscriptions.unshift(subscription('sub_care', care));
    const api = over(stand);
    const plan = await api.subscription('plan');
    expect(plan).to.deep.equal({
      slot: 'plan',
      id: 'sub_a',
      status: 'active',
      plan: {
        id: 'price_basic',
        name: 'basic name',
        price: { amount: '20.00', currency: 'USD' },
        interval: 'month',
        intervalCount: 1,
        features: [{ name: 'Sessions', value: true }],
        recommended: false,
        change: 'current',
      },
      period: { start: '2026-03-01T00:00:00.000Z', end: periodEnd },
      renewsAt: periodEnd,
    });
    expect((await api.subscription('support')).id).to.equal('sub_care');
  });

  it('is none where there is none, or where it is over', async () => {
    const stand = subscribed();
    first(stand).status = 'incomplete_expired';
    expect(await over(stand).subscription('plan')).to.deep.equal({
      slot: 'plan',
      status: 'none',
      plan: null,
    });
    first(stand).status = 'active';
    expect((await over(stand).subscription('support')).status).to.equal('none');
  });

  it('has the status that its holder would give it', async () => {
    const stand = subscribed();
    const statuses = { incomplete: 'past_due', unpaid: 'past_due', trialing: 'trialing' } as const;
    for (const [theirs, ours] of Object.entries(statuses)) {
      first(stand).status = theirs;
      expect((await over(stand).subscription('plan')).status).to.equal(ours);
    }
  });

  it('lists the plans on offer in their order, seen from the present one', async () => {
    const stand = subscribed();
    const { items } = await over(stand).plans('plan');
    expect(items.map(({ change, id }) => [id, change])).to.deep.equal([
      ['price_basic', 'current'],
      ['price_pro', 'upgrade'],
      ['price_pro_year', 'upgrade'],
    ]);
    const recommended = { plans: [{ price: 'price_pro', recommended: true }] };
    const [pro] = (await over(stand, recommended).plans('plan')).items;
    expect(pro?.recommended).to.equal(true);
  });

  it('is compared over periods of different length', async () => {
    const stand = subscribed();
    const held = first(stand).items.data[0];
    const [, pro] = stand.prices;
    if (held && pro) held.price = pro;
    const { items } = await over(stand).plans('plan');
    // 50.00 a month are 600.00 a year; the yearly price is 500.00.
    expect(items.map(({ change }) => change)).to.deep.equal(['downgrade', 'current', 'downgrade']);
  });
});

describe('A change of plan at Stripe', () => {
  it('is previewed, and made, with the same instant, by parameters of the SDK', async () => {
    const stand = subscribed();
    stand.nextBill = preview({
      amount_due: 1312,
      total_taxes: [{ amount: 12, tax_behavior: 'exclusive' }],
      lines: listOf([
        line(-1000, {
          parent: {
            type: 'subscription_item_details',
            subscription_item_details: { proration: true },
          },
        }),
        line(2300),
      ]),
    });
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'now' } as const;
    const shown = await api.previewChange('plan', order);
    expect(shown).to.deep.include({
      effectiveAt: '2026-03-18T15:30:00.000Z',
      dueNow: { amount: '13.12', currency: 'USD' },
      tax: { amount: '0.12', currency: 'USD' },
      exact: true,
      next: { at: periodEnd, amount: { amount: '50.00', currency: 'USD' } },
    });
    expect(shown.lines.map(({ kind }) => kind)).to.deep.equal(['proration', 'plan']);
    const asked = {
      customer: 'cus_a',
      subscription: 'sub_a',
      subscription_details: {
        items: [{ id: 'si_sub_a', price: 'price_pro' }],
        proration_behavior: 'always_invoice',
        proration_date: now,
      },
    } satisfies Stripe.InvoiceCreatePreviewParams;
    expect(stand.sentTo('/v1/invoices/create_preview')).to.deep.equal(pairsOf(asked));

    await stand.clock.advance(60_000);
    const { previewId = '' } = shown;
    const paid = { ...order, previewId, paymentOptionId: 'pm_visa' };
    const done = await api.changePlan('plan', paid, confirmed());
    expect(done).to.include({ status: 'completed', effectiveAt: '2026-03-18T15:30:00.000Z' });
    const sent = {
      items: [{ id: 'si_sub_a', price: 'price_pro' }],
      proration_behavior: 'always_invoice',
      proration_date: now,
      payment_behavior: 'pending_if_incomplete',
      expand: ['schedule', 'latest_invoice'],
    } satisfies Stripe.SubscriptionUpdateParams;
    expect(stand.sentTo('/v1/subscriptions/sub_a')).to.deep.equal(pairsOf(sent));
    expect(first(stand).default_payment_method).to.equal('pm_visa');
    expect((await api.subscription('plan')).plan?.id).to.equal('price_pro');
    expect((await api.operation(done.id)).status).to.equal('completed');
  });

  it('is one change, though its confirmation comes again to another process, later', async () => {
    const stand = subscribed();
    stand.bank = 'asks';
    const order = { planId: 'price_pro', when: 'now' } as const;
    const confirmation = confirmed();
    const begun = await over(stand).changePlan('plan', order, confirmation);
    expect(begun.status).to.equal('redirect');
    await stand.clock.advance(60_000);
    expect(await over(stand).changePlan('plan', order, confirmation)).to.deep.equal(begun);
    // Stripe decides about proration itself where no preview named its second.
    expect(stand.sentTo('/v1/subscriptions/sub_a').join()).not.to.contain('proration_date');
  });

  it('carries the key of the confirmation, and others for the steps before', async () => {
    const stand = subscribed();
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'now', paymentOptionId: 'pm_visa' } as const;
    const { previewId = '' } = await api.previewChange('plan', order);
    const confirmation = confirmed();
    const { idempotencyKey: key } = confirmation;
    await api.changePlan('plan', { ...order, previewId }, confirmation);
    const keys = stand.engine.requests.flatMap(
      ({ headers }) => headers.get('Idempotency-Key') ?? [],
    );
    expect(keys).to.deep.equal([`cus_a-${key}-method`, `cus_a-${key}`]);
    for (const { headers } of stand.engine.requests) {
      expect(headers.get('Stripe-Version')).to.equal('2026-10-28.endive');
      expect(headers.get('Authorization')).to.equal('Bearer sk_test_of_the_tests');
    }
  });

  it('has keys that Stripe takes, and no other change has, however long those of the client are', async () => {
    const order = { planId: 'price_pro', when: 'now', paymentOptionId: 'pm_visa' } as const;
    const long = 'x'.repeat(254);
    const sent: string[] = [];
    const keys = [`a${long}`, `b${long}`, `${long}a`, `${long}b`];
    for (const idempotencyKey of [...keys, ...keys]) {
      const stand = subscribed();
      await over(stand).changePlan('plan', order, { idempotencyKey });
      sent.push(
        ...stand.engine.requests.flatMap(({ headers }) => headers.get('Idempotency-Key') ?? []),
      );
    }
    // Each change takes two requests, and comes twice.
    expect([sent.length, new Set(sent).size]).to.eql([16, 8]);
    for (const key of sent) expect(key).to.match(/^cus_a-[0-9a-f]{64}$/);
  });

  it('is refused once the figures are others, or too old', async () => {
    const stand = subscribed();
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'now' } as const;
    const { previewId = '' } = await api.previewChange('plan', order);
    const changed = (id: string) =>
      codeOf(api.changePlan('plan', { ...order, previewId: id }, confirmed()));
    stand.nextBill = preview({ amount_due: 1001 });
    expect(await changed(previewId)).to.equal('preview_expired');
    stand.nextBill = preview();
    expect(await changed('made-up')).to.equal('preview_expired');
    const other = await api.previewChange('plan', { ...order, planId: 'price_pro_year' });
    expect(await changed(other.previewId ?? '')).to.equal('preview_expired');
    await stand.clock.advance(1_801_000);
    expect(await changed(previewId)).to.equal('preview_expired');
    expect((await api.subscription('plan')).plan?.id).to.equal('price_basic');
  });

  it('waits for the difference to be paid, and fails if nobody pays it', async () => {
    const stand = subscribed();
    stand.bank = 'asks';
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'now' } as const;
    const begun = await api.changePlan('plan', order, confirmed());
    expect(begun).to.include({ status: 'redirect', url: 'https://invoice.stripe.com/c' });
    expect((await api.operation(begun.id)).status).to.equal('pending');
    first(stand).pending_update = null;
    expect(await api.operation(begun.id)).to.deep.include({
      status: 'failed',
      problem: { type: 'about:blank', status: 402, code: 'payment_failed' },
    });
  });

  it('waits for the end of the period where that was chosen', async () => {
    const stand = subscribed();
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'period_end' } as const;
    expect(await api.previewChange('plan', order)).to.deep.equal({
      effectiveAt: periodEnd,
      dueNow: { amount: '0.00', currency: 'USD' },
      lines: [],
      exact: false,
      next: { at: periodEnd, amount: { amount: '50.00', currency: 'USD' } },
    });
    const begun = await api.changePlan('plan', order, confirmed());
    expect(begun).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const [start, end] = [seconds('2026-03-01T00:00:00Z'), seconds('2026-04-01T00:00:00Z')];
    const sent = {
      end_behavior: 'release',
      proration_behavior: 'none',
      phases: [
        { items: [{ price: 'price_basic', quantity: 1 }], start_date: start, end_date: end },
        { items: [{ price: 'price_pro', quantity: 1 }], start_date: end },
      ],
    } satisfies Stripe.SubscriptionScheduleUpdateParams;
    const path = '/v1/subscription_schedules/sub_sched_1';
    expect(stand.sentTo(path)).to.deep.equal(pairsOf(sent));
    const { renewsAt, scheduled } = await api.subscription('plan');
    expect([renewsAt, scheduled?.type, scheduled?.at, scheduled?.plan?.id]).to.deep.equal([
      periodEnd,
      'change',
      periodEnd,
      'price_pro',
    ]);
    expect((await api.operation(begun.id)).status).to.equal('scheduled');
    await api.resumeSubscription('plan', confirmed());
    expect((await api.subscription('plan')).scheduled).to.equal(undefined);
  });

  it('of nothing is a purchase at the checkout', async () => {
    const stand = new FakeStripe();
    const api = over(stand);
    const order = { planId: 'price_pro', when: 'now' } as const;
    expect(await codeOf(api.changePlan('plan', order, confirmed()))).to.equal('invalid_request');
    const begun = await api.changePlan('plan', { ...order, returnUrl }, confirmed());
    expect(begun.status).to.equal('redirect');
    const sent = {
      customer: 'cus_a',
      mode: 'subscription',
      line_items: [{ price: 'price_pro', quantity: 1 }],
      success_url: returnUrl,
      cancel_url: returnUrl,
    } satisfies Stripe.Checkout.SessionCreateParams;
    expect(stand.sentTo('/v1/checkout/sessions')).to.deep.equal(pairsOf(sent));
  });

  it('is refused for what is not on offer, in another slot, or twice', async () => {
    const stand = subscribed();
    const api = over(stand, { plans: [{ price: 'price_pro' }] });
    const change = (planId: string, slot: 'plan' | 'support') =>
      api.previewChange(slot, { planId, when: 'now' });
    expect(await codeOf(change('price_pro_year', 'plan'))).to.equal('invalid_request');
    expect(await codeOf(change('price_pro', 'support'))).to.equal('invalid_request');
    await api.changePlan('plan', { planId: 'price_pro', when: 'now' }, confirmed());
    const again = await api.changePlan('plan', { planId: 'price_pro', when: 'now' }, confirmed());
    expect(again.status).to.equal('completed');
    expect(stand.asked.filter((each) => each === 'POST /v1/subscriptions/sub_a').length).to.equal(
      1,
    );
  });
});

describe('A cancellation at Stripe', () => {
  it('ends with the period, says why, and can be taken back', async () => {
    const stand = subscribed();
    const api = over(stand);
    const wish = { when: 'period_end', reason: 'too_expensive', comment: 'Sorry' } as const;
    const begun = await api.cancelSubscription('plan', wish, confirmed());
    expect(begun).to.include({ status: 'scheduled', effectiveAt: periodEnd });
    const sent = {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'too_expensive', comment: 'Sorry' },
      expand: ['schedule', 'latest_invoice'],
    } satisfies Stripe.SubscriptionUpdateParams;
    expect(stand.sentTo('/v1/subscriptions/sub_a')).to.deep.equal(pairsOf(sent));
    const { renewsAt, scheduled } = await api.subscription('plan');
    expect([renewsAt, scheduled]).to.deep.equal([null, { type: 'cancel', at: periodEnd }]);
    expect((await api.operation(begun.id)).status).to.equal('scheduled');

    const kept = await api.resumeSubscription('plan', confirmed());
    expect(kept.status).to.equal('completed');
    expect((await api.operation(kept.id)).status).to.equal('completed');
    expect((await api.operation(begun.id)).status).to.equal('failed');
    expect((await api.subscription('plan')).renewsAt).to.equal(periodEnd);
    expect(await codeOf(api.resumeSubscription('plan', confirmed()))).to.equal('conflict');
  });

  it('ends at once where that was chosen, whatever the reason is called', async () => {
    const stand = subscribed();
    const api = over(stand);
    const wish = { when: 'now', reason: 'moved away' } as const;
    const done = await api.cancelSubscription('plan', wish, confirmed());
    expect(done.status).to.equal('completed');
    const sent = {
      cancellation_details: { comment: 'moved away' },
    } satisfies Stripe.SubscriptionCancelParams;
    expect(stand.sentTo('/v1/subscriptions/sub_a')).to.deep.equal(pairsOf(sent));
    expect((await api.operation(done.id)).status).to.equal('completed');
    expect((await api.subscription('plan')).status).to.equal('none');
    expect(await codeOf(api.cancelSubscription('plan', wish, confirmed()))).to.equal('not_found');
  });

  it('gives way to a change, which a schedule does too', async () => {
    const stand = subscribed();
    const api = over(stand);
    await api.changePlan('plan', { planId: 'price_pro', when: 'period_end' }, confirmed());
    await api.cancelSubscription('plan', { when: 'period_end' }, confirmed());
    expect((await api.subscription('plan')).scheduled?.type).to.equal('cancel');
    await api.changePlan('plan', { planId: 'price_pro', when: 'now' }, confirmed());
    const { plan, scheduled } = await api.subscription('plan');
    expect([plan?.id, scheduled]).to.deep.equal(['price_pro', undefined]);
  });
});

describe('Operations on subscriptions', () => {
  it('of another customer are not there', async () => {
    const stand = subscribed();
    const api = over(stand);
    const { id } = await api.cancelSubscription('plan', { when: 'period_end' }, confirmed());
    first(stand).customer = 'cus_b';
    expect(await codeOf(api.operation(id))).to.equal('not_found');
    expect((await api.subscription('plan')).status).to.equal('none');
  });

  it('have been tested as the table says', () => {
    verify();
  });
});
