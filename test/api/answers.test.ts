/** Answers with everything that the contract names: whatever it gains, the compiler asks for here. */
import { expect } from 'chai';

import { account } from '../../src/api/answers/account.js';
import { balances } from '../../src/api/answers/balances.js';
import { invoiceDetail, invoicePage } from '../../src/api/answers/invoices.js';
import { operation, paymentOptions } from '../../src/api/answers/payments.js';
import { changePreview, plans, subscription } from '../../src/api/answers/plans.js';
import { usageRecordPage, usageSeries } from '../../src/api/answers/usage.js';
import { decode } from '../../src/api/decode.js';
import type { Read } from '../../src/api/read.js';
import type {
  Account,
  Balance,
  Balances,
  ChangePreview,
  Invoice,
  InvoiceDetail,
  InvoicePage,
  Line,
  Operation,
  PaymentOptions,
  Permission,
  Plan,
  Plans,
  Problem,
  Subscription,
  UsageRecordPage,
  UsageSeries,
} from '../../src/billing/types.js';

/** The same with nothing left out. What was set aside is no part of an answer. */
type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? {
        [Key in keyof T as Key extends 'setAside' ? never : Key]-?: Whole<
          Exclude<T[Key], undefined>
        >;
      }
    : T;

const money = { amount: '-3.40', currency: 'USD' };
const at = '2026-03-18T15:30:00Z';
const period = { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z' };
const url = 'https://host.example/x';

const permission: Whole<Permission> = { allowed: false, reason: 'past_due', contactUrl: url };

const wholeAccount: Whole<Account> = {
  id: 'acc_1',
  name: 'Acme',
  contact: { url, email: 'help@host.example', phone: '+1 555 0100' },
  currency: 'USD',
  timeZone: 'America/New_York',
  meters: [
    {
      id: 'sessions',
      name: 'Billing sessions',
      unit: 'session',
      granularities: ['day'],
      timeZones: 'fixed',
      dimensions: [{ id: 'channel', name: 'Channel' }],
      maxRangeDays: 366,
      records: { columns: [{ id: 'botId', name: 'Bot ID', type: 'date-time' }] },
    },
  ],
  slots: ['plan', 'support'],
  can: {
    changePlan: permission,
    cancelPlan: permission,
    changeSupport: permission,
    cancelSupport: permission,
    topUp: permission,
    viewInvoices: permission,
    payInvoice: permission,
    managePayment: permission,
  },
  paymentMethod: { label: 'Visa •••• 4242', expires: '2028-04' },
};

const plan: Whole<Plan> = {
  id: 'p',
  name: 'Essential',
  description: 'For small teams',
  price: money,
  interval: 'month',
  intervalCount: 3,
  recommended: true,
  recommendedReason: 'Covers your use',
  features: [
    { group: 'Build', name: 'FAQs', value: '2,000' },
    { group: 'Build', name: 'API', value: false },
  ],
  allowances: [{ meter: 'sessions', included: '1500', overagePrice: money }],
  change: 'upgrade',
  contactUrl: url,
};

const wholeSubscription: Whole<Subscription> = {
  slot: 'plan',
  id: 's',
  status: 'active',
  plan,
  period,
  renewsAt: at,
  trialEndsAt: at,
  scheduled: { type: 'change', at, plan },
};

const line: Whole<Line> = {
  description: 'Sessions',
  kind: 'usage',
  quantity: '230',
  unitPrice: money,
  amount: money,
  period,
};

const wholePreview: Whole<ChangePreview> = {
  previewId: 'pv',
  expiresAt: at,
  effectiveAt: at,
  dueNow: money,
  lines: [line],
  tax: money,
  exact: false,
  next: { at, amount: money },
};

const balance: Whole<Balance> = {
  id: 'b',
  name: 'Credits',
  kind: 'money',
  meter: 'sessions',
  unit: 'session',
  currency: 'USD',
  remaining: '184.60',
  granted: '800.00',
  used: '615.40',
  resetsAt: at,
  expiresAt: at,
  asOf: at,
  topUp: {
    options: [{ id: 'o', label: 'Small', units: '500', price: money }],
    unitPrice: money,
    custom: { min: money, max: money, step: '1' },
  },
  status: 'low',
  lowAt: '50.00',
  autoTopUp: {
    status: 'failing',
    reason: 'payment_failed',
    threshold: '50.00',
    amount: money,
    min: money,
    max: money,
  },
  grants: [{ id: 'g', name: 'Free', granted: '500.00', remaining: '12.40', expiresAt: at }],
};

const wholeOptions: Whole<PaymentOptions> = {
  items: [
    {
      id: 'o',
      kind: 'saved',
      method: 'card',
      label: 'Visa',
      detail: 'At once',
      expires: '2028-04',
      default: true,
      autoTopUp: true,
    },
  ],
};

const wholeSeries: Whole<UsageSeries> = {
  meter: 'sessions',
  granularity: 'day',
  timeZone: 'America/New_York',
  from: '2026-03-12',
  to: '2026-03-13',
  total: '7',
  asOf: at,
  buckets: [{ start: '2026-03-12', value: '7', partial: true, groups: { Web: '7' } }],
};

const wholeRecords: Whole<UsageRecordPage> = {
  timeZone: 'America/New_York',
  total: 250000,
  items: [{ id: 'r', at, quantity: '1', values: { botId: 'st-1', size: 1.5, none: null } }],
  nextCursor: 'c',
};

const invoice: Whole<Invoice> = {
  id: 'in',
  number: 'INV-1',
  status: 'past_due',
  date: '2026-03-01',
  dueDate: '2026-03-08',
  period,
  total: money,
  amountDue: money,
  description: 'March',
  kind: 'plan',
  paymentMethod: 'Visa',
  pdf: false,
  payment: { failed: true, nextAttemptAt: at, canPay: true },
};

const party = { name: 'Acme', address: ['1 Road', 'Town'], taxId: 'X1', email: 'a@b.example' };

const wholeInvoice: Whole<InvoiceDetail> = {
  ...invoice,
  seller: party,
  buyer: party,
  notes: 'Thanks',
  subtotal: money,
  taxes: [{ name: 'VAT', rate: '8.25', inclusive: true, amount: money }],
  creditsApplied: money,
  amountPaid: money,
  lines: [line],
};

const problem: Whole<Problem> = {
  type: 'https://host.example/problems/1',
  title: 'No',
  status: 422,
  detail: 'Too low',
  instance: '/1',
  code: 'invalid_request',
  errors: [{ detail: 'Too low', pointer: '/amount', parameter: 'amount' }],
  requestId: 'r1',
};

const wholeOperation: Whole<Operation> = {
  id: 'op',
  status: 'pending',
  url,
  effectiveAt: at,
  instructions: [{ label: 'Bank', value: 'Example Bank' }],
  message: 'On its way',
  problem,
};

const wholePlans: Whole<Plans> = { items: [plan] };
const wholeBalances: Whole<Balances> = { items: [balance] };
const wholeInvoices: Whole<InvoicePage> = { items: [invoice], nextCursor: 'c' };

describe('An answer of the contract loses nothing', () => {
  const answers: [string, Read<object>, object][] = [
    ['account', account, wholeAccount],
    ['subscription', subscription, wholeSubscription],
    ['plans', plans, wholePlans],
    ['previewChange', changePreview, wholePreview],
    ['balances', balances, wholeBalances],
    ['paymentOptions', paymentOptions, wholeOptions],
    ['usage', usageSeries, wholeSeries],
    ['usageRecords', usageRecordPage, wholeRecords],
    ['invoices', invoicePage, wholeInvoices],
    ['invoice', invoiceDetail, wholeInvoice],
    ['operation', operation, wholeOperation],
  ];
  for (const [what, read, whole] of answers) {
    it(`on its way to ${what}`, () => {
      const sent = JSON.stringify(whole);
      expect(JSON.parse(JSON.stringify(decode(what, read, JSON.parse(sent))))).to.eql(whole);
    });
  }
});
