/** Each engine with two customers at its vendor, of whom all that they have can be told apart. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import type { Clock } from '../../../src/api/clock.js';
import { addDays } from '../../../src/billing/dates.js';
import { compose } from '../../../src/engines/compose.js';
import { FakeKore } from '../../../mocks/vendors/kore/fake-kore.js';
import { FakeLago, plan, uuid } from '../../../mocks/vendors/lago/fake-lago.js';
import { FakeOpenMeter, ulid } from '../../../mocks/vendors/openmeter/fake-openmeter.js';
import {
  grant,
  invoice,
  line,
  listOf,
  preview,
  price,
  subscription,
  visa,
} from '../../../mocks/vendors/stripe/objects.js';
import type { Saved } from '../../../mocks/vendors/stripe/replies.js';
import { now } from '../../conformance/support.js';
import { handlerHost } from '../../support/tenants/handler-host.js';
import type { TwoTenants, Who } from '../../support/tenants/two-tenants.js';
import { FakeStripe } from '../stripe/fake-stripe.js';
import { engineOf, hurriedClock } from './engines.js';
import type { EngineName } from './engines.js';
import { clockAt } from './served.js';
import { twoCustomers } from './two-customers.js';
import type { Customers } from './two-customers.js';

/** What a customer is called at a vendor, and what it has. */
interface Customer {
  /** In every id of its. */
  readonly name: string;
  readonly title: string;
  /** In minor units; in major ones it is `digits`. */
  readonly cents: number;
  readonly digits: string;
  readonly card: string;
  readonly used: number;
}

const customers: Readonly<Record<Who, Customer>> = {
  ours: { name: 'acme', title: 'Acme', cents: 2000, digits: '20.00', card: '4242', used: 2 },
  theirs: {
    name: 'rival',
    title: 'Rival Railways',
    cents: 777_731,
    digits: '7777.31',
    card: '9753',
    used: 86_419,
  },
};
const { theirs: rival } = customers;

/** Moments of two days. */
const moments = Array.from({ length: 9 }, (_, index) =>
  new Date(Date.parse('2026-03-16T14:00:00Z') + index * 3_600_000).toISOString(),
);
const days = { from: '2026-03-01', to: '2026-03-19' };

/** A stand-in for each customer, and what of the other one is compared. */
interface VendorTenants extends Customers, Pick<TwoTenants, 'canaries'> {
  /** All that is kept of the other one. */
  readonly kept: () => unknown;
  readonly clock: Clock;
  readonly customer: Readonly<Record<Who, string>>;
}

function stripeCustomer(who: Who, saved: Map<string, Saved>): FakeStripe {
  const { card, cents, name, title, used } = customers[who];
  const fake = new FakeStripe(saved);
  const id = `cus_${name}`;
  const way = { ...visa, id: `pm_${name}`, card: { ...visa.card, last4: card } };
  const settings = { invoice_settings: { default_payment_method: way } };
  fake.nameOf = (kind, number) => `${kind}_${name}_${number}`;
  fake.pageOf = (session) => `https://pay.stripe.com/${name}/${session}`;
  fake.customer = {
    id,
    object: 'customer',
    name: title,
    currency: 'usd',
    balance: -cents,
    ...settings,
  };
  fake.methods = [way];
  fake.subscriptions = [
    { ...subscription(`sub_${name}`, price('price_pro', 'pro', 5000)), customer: id },
    { ...subscription(`sub_${name}_care`, price('price_care', 'care', 900)), customer: id },
  ];
  const sums = { amount_due: cents, subtotal: cents, total: cents, customer: id };
  const lines = listOf([line(cents, { description: `For ${title}` })]);
  fake.invoices = ['01', '02', '03'].map((month) =>
    invoice(`in_${name}_${month}`, `2026-${month}-10T12:00:00Z`, { ...sums, lines }),
  );
  fake.invoices.push(
    invoice(`in_${name}_open`, '2026-03-17T12:00:00Z', {
      ...sums,
      lines,
      status: 'open',
      amount_paid: 0,
    }),
  );
  fake.nextBill = preview({ amount_due: cents, subtotal: cents, total: cents, lines });
  fake.credits = cents;
  fake.grants = [grant(`cg_${name}`, cents, { customer: id })];
  fake.events = moments.map((at) => ({ at: Date.parse(at) / 1000, value: used }));
  return fake;
}

function stripeTenants(): VendorTenants {
  const saved = new Map<string, Saved>();
  const [ours, theirs] = [stripeCustomer('ours', saved), stripeCustomer('theirs', saved)];
  const { customer, subscriptions, invoices, methods, sessions, grants } = theirs;
  return {
    marks: { ours: /acme/, theirs: /rival/ },
    fetches: { ours: ours.fetch, theirs: theirs.fetch },
    clock: ours.clock,
    customer: { ours: 'cus_acme', theirs: 'cus_rival' },
    canaries: [rival.title, rival.digits, rival.card, `N-in_rival`, String(rival.used * 9)],
    kept: () => [customer, subscriptions, invoices, methods, sessions, grants, theirs.credits],
  };
}

function lagoCustomer(who: Who, clock: Clock): FakeLago {
  const { cents, digits, name, title, used } = customers[who];
  const fake = new FakeLago(clock.now);
  const owner = { external_id: name, name: title };
  fake.first = who === 'ours' ? 8000 : 9000;
  fake.name = title;
  fake.pageOf = (kind) => `https://pay.test/${name}/${kind}`;
  fake.downloadsToWait = 0;
  fake.plans = [plan('basic', 25_000), plan('pro', 90_000)];
  fake.billFor = () => ({ name: `For ${title}`, net: cents, tax: 0, total: cents });
  fake.subscribe(`${name}-plan`, 'pro', name);
  fake.addWallet({ external_customer_id: name, credits_ongoing_balance: digits });
  for (let month = 1; month <= 3; month += 1) {
    fake.addInvoice(month, `2026-0${month}-05`, {
      number: `${name}-${month}`,
      total_amount_cents: cents,
      customer: owner,
    });
  }
  fake.addInvoice(4, '2026-03-15', { payment_status: 'pending', customer: owner });
  fake.usages = [
    {
      start_of_period_dt: '2026-03-16',
      billable_metric_code: 'sessions_metric',
      units: String(used),
    },
  ];
  fake.events = moments.map((timestamp, index) => ({
    transaction_id: `${name}-t${index}`,
    code: 'sessions_metric',
    timestamp,
    properties: { channel: `web of ${name}`, count: used },
  }));
  fake.methods = [
    {
      lago_id: uuid(fake.first + 600),
      payment_provider_type: 'stripe',
      payment_provider_name: `Card of ${title}`,
      is_default: true,
    },
  ];
  return fake;
}

function lagoTenants(): VendorTenants {
  const clock = clockAt(now.toISOString());
  const [ours, theirs] = [lagoCustomer('ours', clock), lagoCustomer('theirs', clock)];
  const { subscriptions, wallets, transactions, invoices, methods } = theirs;
  return {
    marks: { ours: /acme|-0{8}8\d{3}\b/, theirs: /rival|-0{8}9\d{3}\b/ },
    fetches: { ours: ours.fetch, theirs: theirs.fetch },
    clock,
    customer: { ours: 'acme', theirs: 'rival' },
    canaries: [rival.title, rival.digits, 'rival-1', 'web of rival', String(rival.used)],
    kept: () => [subscriptions, wallets, transactions, invoices, methods],
  };
}

function openMeterCustomer(who: Who, clock: Clock): FakeOpenMeter {
  const { cents, digits, name, title, used } = customers[who];
  const fake = new FakeOpenMeter(clock.now, name);
  fake.name = title;
  fake.pageOf = (kind) => `https://pay.test/${name}/${kind}`;
  fake.subscribe('pro', '2026-01-01T00:00:00Z');
  fake.allowance = { ...fake.allowance, granted: cents, used };
  const totals = {
    amount: digits,
    chargesTotal: '0',
    discountsTotal: '0',
    creditsTotal: '0',
    taxesInclusiveTotal: '0',
    taxesExclusiveTotal: '0',
    taxesTotal: '0',
    total: digits,
  };
  for (let month = 1; month <= 3; month += 1) {
    fake.addInvoice(`${name}${month}`, `2026-0${month}-05T12:00:00Z`, {
      number: `${name}-${month}`,
      totals,
    });
  }
  fake.addInvoice(`${name}4`, '2026-03-15T12:00:00Z', {
    status: 'overdue',
    statusDetails: { failed: true, availableActions: { retry: { resultingState: 'paid' } } },
  });
  fake.usage = { '2026-03-16': used };
  fake.events = moments.map((time, index) => ({
    id: `${name}-e${index}`,
    time,
    data: { channel: `web of ${name}`, count: used },
  }));
  return fake;
}

function openMeterTenants(): VendorTenants {
  const clock = clockAt(now.toISOString());
  const [ours, theirs] = [openMeterCustomer('ours', clock), openMeterCustomer('theirs', clock)];
  const [mark, theirMark] = [ulid('acme'), ulid('rival')].map((id) => id.replace(/0+$/, ''));
  return {
    marks: {
      ours: new RegExp(`acme|${String(mark)}`),
      theirs: new RegExp(`rival|${String(theirMark)}`),
    },
    fetches: { ours: ours.fetch, theirs: theirs.fetch },
    clock,
    customer: { ours: 'acme', theirs: 'rival' },
    canaries: [rival.title, rival.digits, 'rival-1', 'web of rival', String(rival.used)],
    kept: () => [theirs.subscriptions, theirs.invoices],
  };
}

function koreCustomer(who: Who, clock: Clock): FakeKore {
  const { name, used } = customers[who];
  const fake = new FakeKore(clock.now);
  fake.bot = `st-${name}`;
  for (let date = '2025-01-01'; date < '2026-04-01'; date = addDays(date, 1)) {
    fake.counts.set(date, used);
  }
  fake.sessions = moments.map((at, index) => ({
    id: `${name}-b${index}`,
    start: at,
    at,
    channel: `Voice of ${name}`,
  }));
  return fake;
}

function koreTenants(): VendorTenants {
  const clock = hurriedClock();
  const [ours, theirs] = [koreCustomer('ours', clock), koreCustomer('theirs', clock)];
  return {
    marks: { ours: /st-acme/, theirs: /st-rival/ },
    fetches: { ours: ours.fetch, theirs: theirs.fetch },
    clock,
    customer: { ours: 'st-acme', theirs: 'st-rival' },
    canaries: ['Voice of rival', 'rival-b', String(rival.used)],
    kept: () => [theirs.sessions, [...theirs.counts]],
  };
}

const tenantsOf: Readonly<Record<EngineName, () => VendorTenants>> = {
  stripe: stripeTenants,
  lago: lagoTenants,
  openmeter: openMeterTenants,
  kore: koreTenants,
};

/** An engine's parts of a host: what of it the host is made of. */
interface Parts extends Pick<TwoTenants, 'canaries' | 'kept' | 'trespasses'> {
  readonly engine: (who: Who) => BillingApi;
  readonly theirNames: readonly string[];
}

function partsOf(name: EngineName): Parts {
  const { canaries, clock, customer, fetches, kept, marks } = tenantsOf[name]();
  const { fetch, trespasses } = twoCustomers({ fetches, marks });
  return {
    canaries,
    kept: () => Promise.resolve(JSON.stringify(kept())),
    trespasses,
    engine: (who) => engineOf[name]({ customer: customer[who], fetch, clock }),
    theirNames: [customer.theirs],
  };
}

/** Our handler over an engine, whose vendor has both tenants as customers. */
export const hostOver = (name: EngineName): TwoTenants => handlerHost({ ...partsOf(name), days });

/** Money and plans of one engine, usage of another. */
export function hostOverTwo(): TwoTenants {
  const [money, usage] = [partsOf('stripe'), partsOf('openmeter')];
  return handlerHost({
    days,
    engine: (who) => {
      const main = money.engine(who);
      return compose({
        account: main,
        subscriptions: main,
        balances: main,
        invoices: main,
        payments: main,
        usage: usage.engine(who),
      });
    },
    theirNames: [...money.theirNames, ...usage.theirNames],
    canaries: [rival.title, rival.digits, rival.card, 'web of rival', String(rival.used)],
    kept: async () => `${await money.kept()} ${await usage.kept()}`,
    trespasses: (isRefused) => [...money.trespasses(isRefused), ...usage.trespasses(isRefused)],
  });
}
