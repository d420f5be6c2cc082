import { addMonths, dateIn, startOfDay, startOfMonth } from '../../src/billing/dates.js';
import type { InvoiceDetail, Money } from '../../src/billing/types.js';
import { openmeter } from '../../src/engines/openmeter.js';
import { FakeOpenMeter, own } from '../vendors/openmeter/fake-openmeter.js';
import { dailyUse, monthlyUse } from './history.js';
import type { OpenVendorAccount } from './vendor-backend.js';

/** OpenMeter counts its periods in it, so days of bills are days of it as well. */
const timeZone = 'UTC';

/** A customer of OpenMeter: an allowance of sessions, a plan, events, invoices. */
export const openmeterAccount: OpenVendorAccount = (history, places, through) => {
  const fake = new FakeOpenMeter(Date.now);
  const { account, isEmpty, name } = history;
  const month = startOfMonth(dateIn(timeZone, Date.now()));
  const period = { from: instantOf(month), to: instantOf(addMonths(month, 1)) };
  fake.name = name;
  fake.anchor = instantOf(addMonths(month, -6));
  fake.plans = {
    essential: { name: 'Essential', amount: '250.00', included: 1500 },
    advanced: { name: 'Advanced', amount: '900.00', included: 6000 },
    support: { name: 'Standard Support', amount: '1000.00' },
  };
  const used = monthlyUse(dailyUse(history, timeZone)).get(month) ?? 0;
  fake.allowance = { period, granted: 1500, used };
  if (!isEmpty) {
    fake.subscribe('essential', instantOf(addMonths(month, -6)));
    fake.subscribe('support', instantOf(addMonths(month, -6)));
  }
  fake.usageBy = (size, zone) => {
    const days = dailyUse(history, zone);
    return Object.fromEntries(size === 'DAY' ? days : monthlyUse(days));
  };
  fake.events = history.records.map(({ at, id, quantity = '1', values }) => ({
    id,
    time: at,
    data: { channel: values['channel'], quantity: Number(quantity) },
  }));
  for (const [index, one] of history.invoices.entries()) {
    // Of one length: their ids are filled up.
    fake.addInvoice(`inv${index + 100}`, instantOf(one.date), invoiceOf(one, name));
  }
  if (!isEmpty) {
    const sum = { amount: '1250.00', currency: 'USD' };
    const gathered = { number: 'GATHER-1', status: 'gathering', totals: totalsOf(sum), lines: [] };
    fake.addInvoice('next', period.to, { ...gathered, customer: { id: own, name } });
  }
  fake.pageOf = (kind, returnUrl) => places.pay(kind, returnUrl);
  return {
    engine: openmeter({
      apiKey: 'key-of-the-test',
      baseUrl: 'https://openmeter.test',
      customer: 'acme',
      accountId: account,
      timeZone,
      plans: {
        plan: [{ id: 'essential' }, { id: 'advanced', recommended: true }],
        support: [{ id: 'support' }],
      },
      features: isEmpty ? [] : [{ key: 'sessions', name: 'Sessions' }],
      meters: [
        {
          id: 'sessions',
          name: 'Billing sessions',
          unit: 'session',
          slug: 'sessions_total',
          feature: 'sessions',
          records: {
            eventType: 'session',
            quantity: 'quantity',
            columns: [
              { id: 'channel', name: 'Channel' },
              { id: 'quantity', name: 'Sessions', type: 'number' },
            ],
          },
        },
      ],
      hasStripe: true,
      fetch: through(fake.fetch),
    }),
    // Its pages take details of a way to pay, and no money.
    amountOf: () => ({ amount: '0.00', currency: 'USD' }),
    settle: () => undefined,
  };
};

const instantOf = (day: string): string => new Date(startOfDay(day, timeZone)).toISOString();

const statuses: Readonly<Record<string, string>> = {
  open: 'issued',
  past_due: 'overdue',
  void: 'voided',
};

const totalsOf = (sum: Money, tax = '0') => ({
  amount: sum.amount,
  chargesTotal: '0',
  discountsTotal: '0',
  creditsTotal: '0',
  taxesInclusiveTotal: '0',
  taxesExclusiveTotal: tax,
  taxesTotal: tax,
  total: sum.amount,
});

function invoiceOf(one: InvoiceDetail, name: string) {
  const { description, dueDate, lines, number, status, taxes = [], total } = one;
  return {
    number,
    status: statuses[status] ?? 'paid',
    totals: totalsOf(total, taxes[0]?.amount.amount),
    customer: { id: own, name },
    ...(description !== undefined && { description }),
    ...(dueDate !== undefined && { dueAt: instantOf(dueDate) }),
    lines: lines.map(({ amount, description: text, quantity = '1' }) => ({
      name: text,
      currency: amount.currency,
      quantity,
      totals: totalsOf(amount),
    })),
  };
}
