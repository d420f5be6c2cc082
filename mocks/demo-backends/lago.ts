import { addMonths, dateIn, startOfDay, startOfMonth } from '../../src/billing/dates.js';
import type { InvoiceDetail } from '../../src/billing/types.js';
import { lago } from '../../src/engines/lago.js';
import { FakeLago, plan, uuid } from '../vendors/lago/fake-lago.js';
import { cents, dailyUse } from './history.js';
import type { History } from './history.js';
import type { OpenVendorAccount } from './vendor-backend.js';

const metric = 'sessions_metric';
const usd = (minor: unknown) => ({ amount: (Number(minor) / 100).toFixed(2), currency: 'USD' });

const catalogue = {
  standard: { name: 'Standard', cents: 0 },
  essential: { name: 'Essential', cents: 25_000 },
  advanced: { name: 'Advanced', cents: 90_000 },
  support: { name: 'Standard Support', cents: 100_000 },
};
type Code = keyof typeof catalogue;
const codes = Object.keys(catalogue) as Code[];

/** A customer of Lago: a wallet, a plan, events, invoices with files. */
export const lagoAccount: OpenVendorAccount = (history, places, through) => {
  const fake = new FakeLago(Date.now);
  const { account, isEmpty, name, timeZone } = history;
  fake.name = name;
  fake.plans = codes.map((code) => {
    const { name: title, cents: amount } = catalogue[code];
    // Support has no price for each session.
    const none = code === 'support' ? { charges: [] } : {};
    return { ...plan(code, amount), name: title, ...none };
  });
  turnToNow(fake, timeZone);
  if (!isEmpty) {
    fake.subscribe('acme-plan', 'essential');
    fake.subscribe('acme-support', 'support');
    fake.addWallet({ name: 'Credits', consumed_credits: '315.40' });
  }
  tellUse(fake, history);
  for (const [index, one] of history.invoices.entries()) bill(fake, index, one, name);
  fake.downloadsToWait = 0;
  fake.pageOf = (kind, id) => (kind === 'file' ? places.file(id) : places.pay(`${kind}-${id}`));
  return {
    engine: lago({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://lago.test/api/v1',
      customer: 'acme',
      accountId: account,
      subscriptions: { plan: 'acme-plan', support: 'acme-support' },
      plans: {
        plan: [{ id: 'standard' }, { id: 'essential' }, { id: 'advanced', recommended: true }],
        support: [{ id: 'support' }],
      },
      meters: [
        {
          id: 'sessions',
          code: metric,
          name: 'Billing sessions',
          unit: 'session',
          records: {
            columns: [
              { id: 'channel', name: 'Channel' },
              { id: 'quantity', name: 'Sessions', type: 'number' },
            ],
            quantity: 'quantity',
          },
        },
      ],
      usageTimeZone: timeZone,
      topUp: { options: ['100', '500'].map((amount) => ({ id: `pack_${amount}`, amount })) },
      lowAt: '50',
      hasPortal: true,
      fetch: through(fake.fetch),
    }),
    amountOf: (payment) => {
      const [kind = '', ...rest] = payment.split('-');
      const id = rest.join('-');
      if (kind === 'credits') {
        const bought = fake.transactions.find((row) => row['lago_id'] === id);
        return bought?.['status'] === 'pending'
          ? usd(100 * Number(bought['credit_amount']))
          : undefined;
      }
      if (kind !== 'invoice') return usd(0);
      const owed = fake.invoices.find((row) => row['lago_id'] === id);
      return owed?.['payment_status'] === 'pending' ? usd(owed['total_amount_cents']) : undefined;
    },
    settle: (payment, outcome) => {
      if (outcome !== 'approved') return;
      const id = payment.split('-').slice(1).join('-');
      const owed = fake.invoices.find((row) => row['lago_id'] === id);
      if (owed) owed['payment_status'] = 'succeeded';
      const bought = fake.transactions.find((row) => row['lago_id'] === id);
      if (bought) fake.settle(bought, 'settled');
    },
  };
};

/** The month that runs, in the zone of the bills. */
function turnToNow(fake: FakeLago, timeZone: string): void {
  const from = startOfMonth(dateIn(timeZone, Date.now()));
  const next = addMonths(from, 1);
  fake.nextPeriod = next;
  fake.period = {
    start: new Date(startOfDay(from, timeZone)).toISOString(),
    lastSecond: new Date(startOfDay(next, timeZone) - 1000).toISOString(),
  };
  fake.billFor = (code) => {
    const { name, cents: net } = catalogue[codes.find((each) => each === code) ?? 'essential'];
    return { name, net, tax: 0, total: net };
  };
}

function tellUse(fake: FakeLago, history: History): void {
  fake.usages = [...dailyUse(history, history.timeZone)].map(([day, units]) => ({
    start_of_period_dt: day,
    billable_metric_code: metric,
    units: String(units),
  }));
  fake.events = history.records.map(({ at, id, quantity = '1', values }) => ({
    transaction_id: id,
    code: metric,
    timestamp: at,
    created_at: at,
    properties: { channel: values['channel'], quantity },
  }));
}

function bill(fake: FakeLago, index: number, one: InvoiceDetail, name: string): void {
  const { date, dueDate = date, lines, number, status, taxes = [], total } = one;
  const tax = taxes.reduce((sum, { amount }) => sum + cents(amount.amount), 0);
  const sum = cents(total.amount);
  const isOwed = status === 'open' || status === 'past_due';
  fake.addInvoice(index, date, {
    lago_id: uuid(300 + index),
    number,
    payment_due_date: dueDate,
    status: status === 'void' ? 'voided' : 'finalized',
    payment_status: isOwed || status === 'void' ? 'pending' : 'succeeded',
    invoice_type: one.kind === 'top_up' ? 'credit' : 'subscription',
    sub_total_excluding_taxes_amount_cents: sum - tax,
    taxes_amount_cents: tax,
    prepaid_credit_amount_cents: 0,
    total_amount_cents: sum,
    customer: { external_id: 'acme', name },
    fees: lines.map(({ amount, description, quantity = '1' }) => ({
      amount_cents: cents(amount.amount),
      units: quantity,
      item: { type: one.kind === 'top_up' ? 'credit' : 'subscription', name: description },
    })),
    credits: [],
    applied_taxes: taxes.map(({ amount, name: title, rate }) => ({
      tax_name: title,
      tax_rate: Number(rate ?? 0),
      amount_cents: cents(amount.amount),
    })),
  });
}
