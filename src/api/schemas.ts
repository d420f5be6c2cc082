/**
 * The contract's answers, as they are read: required fields first, then those that may be missing.
 * Enum values are open: what this version doesn't know passes through as sent.
 */
import type {
  Account,
  Balance,
  Balances,
  ChangePreview,
  Invoice,
  InvoiceDetail,
  InvoicePage,
  Line,
  Money,
  Operation,
  PaymentOption,
  PaymentOptions,
  Permission,
  Plan,
  Plans,
  Problem,
  Slot,
  Subscription,
  UsageBucket,
  UsageRecord,
  UsageRecordPage,
  UsageSeries,
} from '../billing/types.js';
import {
  bool,
  count,
  date,
  decimal,
  fields,
  instant,
  namedValues,
  nullable,
  otherwise,
  rows,
  text,
  token,
} from './read.js';
import type { Read } from './read.js';

const idOf = ({ id }: { readonly id: string }): string => id;
const no = (): boolean => false;
const yes = (): boolean => true;

const money = fields({ amount: decimal, currency: token }) satisfies Read<Money>;
const period = fields({ start: instant, end: instant });
const named = fields({ id: token, name: text });

const permission = fields(
  { allowed: bool },
  { reason: token, contactUrl: token },
) satisfies Read<Permission>;

const column = fields({ id: token, name: text, type: otherwise(token, () => 'text') });

const meter = fields(
  {
    id: token,
    name: text,
    granularities: otherwise(rows(token), () => ['day', 'month']),
    timeZones: otherwise(token, () => 'any'),
  },
  {
    unit: text,
    dimensions: rows(named, idOf),
    maxRangeDays: count,
    records: fields({ columns: rows(column, idOf) }),
  },
);

const can = fields(
  {},
  {
    changePlan: permission,
    cancelPlan: permission,
    changeSupport: permission,
    cancelSupport: permission,
    topUp: permission,
    viewInvoices: permission,
    payInvoice: permission,
    managePayment: permission,
  },
);

export const account = fields(
  {
    id: token,
    currency: token,
    timeZone: token,
    meters: rows(meter, idOf),
    slots: otherwise(rows(token), () => ['plan']),
    can,
  },
  {
    name: text,
    contact: fields({}, { url: token, email: token, phone: token }),
    paymentMethod: fields({ label: text }, { expires: token }),
  },
) satisfies Read<Account>;

const feature = fields(
  {
    name: text,
    // What is wrong must not be read as the default, which says that the plan has the feature.
    value: (value, reading) =>
      value === undefined || (bool(value, reading) ?? text(value, reading)),
  },
  { group: text },
);

const plan = fields(
  {
    id: token,
    name: text,
    intervalCount: otherwise(count, () => 1),
    recommended: otherwise(bool, no),
    change: otherwise(token, () => 'switch'),
  },
  {
    description: text,
    price: nullable(money),
    interval: token,
    recommendedReason: text,
    features: rows(feature),
    allowances: rows(
      fields({ meter: token }, { included: nullable(decimal), overagePrice: money }),
    ),
    contactUrl: token,
  },
) satisfies Read<Plan>;

export const plans = fields({ items: rows(plan, idOf) }) satisfies Read<Plans>;

const slot: Read<Slot> = (value) => (value === 'plan' || value === 'support' ? value : undefined);

export const subscription = fields(
  { slot, status: token, plan: nullable(plan) },
  {
    id: token,
    period,
    renewsAt: nullable(instant),
    trialEndsAt: instant,
    scheduled: fields({ type: token, at: instant }, { plan }),
  },
) satisfies Read<Subscription>;

const line = fields(
  { description: text, amount: money },
  { kind: token, quantity: decimal, unitPrice: money, period },
) satisfies Read<Line>;

export const changePreview = fields(
  {
    effectiveAt: instant,
    dueNow: money,
    lines: rows(line),
    // Left out it is exact; what can't be read must not be taken for exact.
    exact: (value) => value === undefined || value === true,
  },
  {
    previewId: token,
    expiresAt: instant,
    tax: money,
    next: fields({ at: instant, amount: money }),
  },
) satisfies Read<ChangePreview>;

const topUpOption = fields({ id: token, price: money }, { label: text, units: decimal });

const topUp = fields(
  {},
  {
    options: rows(topUpOption, idOf),
    unitPrice: money,
    custom: fields({ min: money, max: money }, { step: decimal }),
  },
);

const autoTopUp = fields(
  { status: token },
  { reason: token, threshold: decimal, amount: money, min: money, max: money },
);

const grant = fields(
  { id: token, name: text, remaining: decimal },
  { granted: decimal, expiresAt: instant },
);

export const balance = fields(
  {
    id: token,
    name: text,
    kind: token,
    remaining: nullable(decimal),
    status: otherwise(token, () => 'ok'),
  },
  {
    meter: token,
    unit: text,
    currency: token,
    granted: decimal,
    used: decimal,
    resetsAt: instant,
    expiresAt: instant,
    asOf: instant,
    topUp,
    lowAt: decimal,
    autoTopUp,
    grants: rows(grant, idOf),
  },
) satisfies Read<Balance>;

export const balances = fields({ items: rows(balance, idOf) }) satisfies Read<Balances>;

const paymentOption = fields(
  {
    id: token,
    kind: token,
    label: text,
    default: otherwise(bool, no),
    autoTopUp: otherwise(bool, no),
  },
  { method: token, detail: text, expires: token },
) satisfies Read<PaymentOption>;

export const paymentOptions = fields({
  items: rows(paymentOption, idOf),
}) satisfies Read<PaymentOptions>;

const bucket = fields(
  { start: date, value: decimal, partial: otherwise(bool, no) },
  {},
  // Without its groups a bar would stand there as none at all: then rather as a gap.
  { groups: namedValues(decimal) },
) satisfies Read<UsageBucket>;

const buckets: Read<UsageBucket[]> = (value, reading) =>
  rows(bucket, ({ start }) => start)(value, reading)?.sort((a, b) => (a.start < b.start ? -1 : 1));

export const usageSeries = fields(
  { meter: token, granularity: token, timeZone: token, from: date, to: date, buckets },
  { total: decimal, asOf: instant },
) satisfies Read<UsageSeries>;

/** A larger number of JSON loses digits on its way, silently. */
const cellNumber: Read<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;

const cell: Read<string | number> = (value, reading) =>
  text(value, reading) ?? cellNumber(value, reading);

const record = fields(
  { id: token, at: instant, values: namedValues(nullable(cell)) },
  { quantity: decimal },
) satisfies Read<UsageRecord>;

export const usageRecordPage = fields(
  { items: rows(record, idOf), nextCursor: nullable(token) },
  { timeZone: token, total: count },
) satisfies Read<UsageRecordPage>;

const invoiceRequired = {
  id: token,
  number: nullable(text),
  status: token,
  date,
  total: money,
  pdf: otherwise(bool, yes),
};

const invoiceOptional = {
  dueDate: date,
  period,
  amountDue: money,
  description: text,
  kind: token,
  paymentMethod: text,
  payment: fields({}, { failed: bool, nextAttemptAt: instant, canPay: bool }),
};

const invoice = fields(invoiceRequired, invoiceOptional) satisfies Read<Invoice>;

export const invoicePage = fields({
  items: rows(invoice, idOf),
  nextCursor: nullable(token),
}) satisfies Read<InvoicePage>;

const party = fields({ name: text }, { address: rows(text), taxId: text, email: token });

export const invoiceDetail = fields(
  { ...invoiceRequired, lines: rows(line) },
  {
    ...invoiceOptional,
    seller: party,
    buyer: party,
    notes: text,
    subtotal: money,
    taxes: rows(fields({ name: text, amount: money }, { rate: decimal, inclusive: bool })),
    creditsApplied: money,
    amountPaid: money,
  },
) satisfies Read<InvoiceDetail>;

export const problem = fields(
  { code: token, type: otherwise(token, () => 'about:blank'), status: otherwise(count, () => 0) },
  {
    title: text,
    detail: text,
    instance: token,
    errors: rows(fields({ detail: text }, { pointer: text, parameter: text })),
    requestId: token,
  },
) satisfies Read<Problem>;

export const operation = fields(
  { id: token, status: token },
  {
    url: token,
    effectiveAt: instant,
    instructions: rows(fields({ label: text, value: text })),
    message: text,
    problem,
  },
) satisfies Read<Operation>;

export const pdfLink = fields({ url: token }, { expiresAt: instant });
