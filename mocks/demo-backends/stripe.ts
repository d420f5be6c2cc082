import { addDays, addMonths, dateIn, startOfDay, startOfMonth } from '../../src/billing/dates.js';
import type { CalendarDate, InvoiceDetail, Money, Plan } from '../../src/billing/types.js';
import { stripe } from '../../src/engines/stripe.js';
import { FakeStripe } from '../vendors/stripe/fake-stripe.js';
import {
  CUSTOMER,
  grant,
  invoice,
  line,
  listOf,
  preview,
  price,
  product,
  subscription,
  visa,
} from '../vendors/stripe/objects.js';
import type { FakeInvoice, FakePrice } from '../vendors/stripe/objects.js';
import { servicePlans } from '../worlds/plans.js';
import { supportPlans } from '../worlds/support-plans.js';
import { cents } from './history.js';
import type { History } from './history.js';
import type { OpenVendorAccount, VendorPlaces } from './vendor-backend.js';

const usd = (minor: number): Money => ({ amount: (minor / 100).toFixed(2), currency: 'USD' });

const isPriced = (plan: Plan): boolean => plan.price !== null;
const priced = [
  ...servicePlans.filter(isPriced).map((plan) => ['plan', plan] as const),
  ...supportPlans.filter(isPriced).map((plan) => ['support', plan] as const),
];

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** A customer of Stripe: credits bought at the checkout, two subscriptions, invoices, a meter. */
export const stripeAccount: OpenVendorAccount = (history, places, through) => {
  const fake = new FakeStripe();
  const prices = stock(fake);
  const { account, isEmpty, name, timeZone } = history;
  fake.customer = {
    id: CUSTOMER,
    object: 'customer',
    name,
    currency: 'usd',
    balance: 0,
    invoice_settings: isEmpty ? {} : { default_payment_method: visa },
  };
  if (isEmpty) fake.methods = [];
  else subscribe(fake, prices, timeZone);
  fake.events = history.records.map(({ at, quantity }) => ({
    at: seconds(Date.parse(at)),
    value: Number(quantity ?? 1),
  }));
  fake.invoices = history.invoices.map((one) => billed(one, history, places));
  fake.pageOf = (session, returnUrl) => places.pay(session, returnUrl);
  fake.billFor = (sent) => bill(fake, sent, timeZone);
  return {
    engine: stripe({
      apiKey: 'rk_test_of_the_demo',
      customer: CUSTOMER,
      accountId: account,
      currency: 'USD',
      timeZone,
      slots: ['plan', 'support'],
      plans: [...prices.keys()].map((id) => ({ price: id })),
      meters: [{ id: 'sessions', name: 'Billing sessions', unit: 'session', maxRangeDays: 92 }],
      topUp: {
        options: ['50.00', '100.00', '500.00'].map((amount) => ({ id: `pack_${amount}`, amount })),
        custom: { min: '5.00', max: '2000.00' },
      },
      fetch: through(fake.fetch),
    }),
    amountOf: (payment) => {
      if (payment === 'portal') return usd(0);
      const session = fake.sessions.find(({ id }) => id === payment);
      if (session) return session.status === 'open' ? usd(session.amount_total ?? 0) : undefined;
      const owed = fake.invoices.find(({ id }) => id === payment);
      return owed?.status === 'open' ? usd(owed.amount_due ?? 0) : undefined;
    },
    settle: (payment, outcome) => {
      if (outcome !== 'approved') return;
      const owed = fake.invoices.find(({ id }) => id === payment);
      if (owed) Object.assign(owed, { status: 'paid', amount_paid: owed.amount_due });
      const session = fake.sessions.find(({ id }) => id === payment);
      if (!session) return;
      Object.assign(session, { status: 'complete', payment_status: 'paid' });
      // What the host's webhook does next: docs/engines/stripe.md.
      const bought = session.amount_total ?? 0;
      if (session.mode !== 'payment') return;
      fake.credits += bought;
      fake.grants.push(grant(`cg_${payment}`, bought, { metadata: { checkout_session: payment } }));
    },
  };
};

/** The products and prices of the demo's catalogue. */
function stock(fake: FakeStripe): ReadonlyMap<string, FakePrice> {
  const prices = new Map<string, FakePrice>();
  fake.products = priced.map(([slot, { id, name, description = null, features = [] }]) => ({
    ...product(id, slot),
    name,
    description,
    marketing_features: features
      .filter(({ value }) => value !== false)
      .map(({ name: feature, value }) => ({
        name: typeof value === 'string' ? `${feature}: ${value}` : feature,
      })),
  }));
  for (const [, { id, price: amount, interval }] of priced) {
    const every = interval === 'year' ? 'year' : 'month';
    prices.set(id, price(id, id, cents(amount?.amount ?? '0'), { interval: every }));
  }
  fake.prices = [...prices.values()];
  return prices;
}

function subscribe(
  fake: FakeStripe,
  prices: ReadonlyMap<string, FakePrice>,
  timeZone: string,
): void {
  const from = startOfMonth(dateIn(timeZone, Date.now()));
  for (const id of ['plan_essential', 'support_standard_monthly']) {
    const held = prices.get(id);
    if (!held) continue;
    const made = subscription(`sub_${id}`, held);
    const [item] = made.items.data;
    if (item) {
      item.current_period_start = seconds(startOfDay(from, timeZone));
      item.current_period_end = seconds(startOfDay(addMonths(from, 1), timeZone));
    }
    fake.subscriptions.push(made);
  }
  fake.credits = 18_460;
  fake.grants = [grant('cg_1', 50_000)];
}

const statuses: Readonly<Record<string, FakeInvoice['status']>> = {
  open: 'open',
  past_due: 'open',
  void: 'void',
};

function billed(one: InvoiceDetail, { timeZone }: History, places: VendorPlaces): FakeInvoice {
  const { date, dueDate, id, lines, number, period, status, total } = one;
  const sum = cents(total.amount);
  const taxes = (one.taxes ?? []).map(({ amount }) => cents(amount.amount));
  const tax = taxes.reduce((all, each) => all + each, 0);
  const theirs = statuses[status] ?? 'paid';
  const beginOf = (day: CalendarDate): number => seconds(startOfDay(day, timeZone));
  const endOf = (day: CalendarDate): number => beginOf(addDays(day, 1));
  // A purchase that is for no period is of its day alone.
  const span = period
    ? { start: seconds(Date.parse(period.start)), end: seconds(Date.parse(period.end)) }
    : { start: beginOf(date), end: endOf(date) };
  return invoice(id, new Date(startOfDay(date, timeZone)).toISOString(), {
    number: number ?? null,
    status: theirs,
    // Theirs is an instant: the last second of the day.
    due_date: dueDate === undefined ? null : endOf(dueDate) - 1,
    amount_due: sum,
    amount_paid: theirs === 'paid' ? sum : 0,
    subtotal: sum - tax,
    total: sum,
    total_taxes: taxes.map((amount, index) => ({
      amount,
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: `txr_${index}` },
      type: 'tax_rate_details',
    })),
    post_payment_credit_notes_amount: status === 'refunded' ? sum : 0,
    attempted: theirs === 'paid',
    billing_reason: one.kind === 'top_up' ? 'manual' : 'subscription_cycle',
    invoice_pdf: places.file(id),
    hosted_invoice_url: places.pay(id),
    ...(one.kind === 'top_up' && { metadata: { billing_purpose: 'top_up' } }),
    ...(one.description !== undefined && { description: one.description }),
    lines: listOf(
      lines.map(({ amount, description }) =>
        line(cents(amount.amount), { description, period: span }),
      ),
    ),
  });
}

/** The next bill; or for another price its difference at once, whatever is left of the period. */
function bill(
  fake: FakeStripe,
  sent: URLSearchParams,
  timeZone: string,
): ReturnType<typeof preview> {
  const wished = fake.prices.find(
    ({ id }) => id === sent.get('subscription_details[items][0][price]'),
  );
  const [item] =
    fake.subscriptions.find(({ id }) => id === sent.get('subscription'))?.items.data ?? [];
  const nameOf = (of: FakePrice | undefined): string =>
    fake.products.find(({ id }) => id === of?.product)?.name ?? '';
  const held = item?.price.unit_amount ?? 0;
  const now = seconds(Date.now());
  const end = item?.current_period_end ?? now;
  if (!wished) {
    const months = item?.price.recurring.interval === 'year' ? 12 : 1;
    const after = addMonths(dateIn(timeZone, end * 1000), months);
    const period = { start: end, end: seconds(startOfDay(after, timeZone)) };
    return preview({
      created: end,
      ...sumOf(held),
      lines: listOf([line(held, { description: nameOf(item?.price), period })]),
    });
  }
  const next = wished.unit_amount;
  const period = { start: now, end };
  return preview({
    created: now,
    ...sumOf(next - held),
    lines: listOf([
      line(-held, { description: `Unused time on ${nameOf(item?.price)}`, period }),
      line(next, { description: `Remaining time on ${nameOf(wished)}`, period }),
    ]),
  });
}

const sumOf = (sum: number) => ({ amount_due: Math.max(sum, 0), subtotal: sum, total: sum });
