/**
 * A mock's answers are random in everything, the customer included. Here they become those of the
 * one customer that an engine asks for, so that the rest of them is read at all.
 */
import { own } from '../../../mocks/vendors/openmeter/fake-openmeter.js';
import { ofOneCustomer } from '../stripe/of-one-customer.js';

type Json = Readonly<Record<string, unknown>>;

/** Each object of an answer, the innermost first, as `change` makes it. */
function each(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => each(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, each(one, change)]);
  return change(Object.fromEntries(inner) as Json);
}

const lagoObject = (object: Json): Json => ({
  ...object,
  ...('external_customer_id' in object && { external_customer_id: 'acme' }),
  ...('current_billing_period_ending_at' in object && {
    external_id: 'acme-plan',
    plan_code: 'pro',
  }),
  ...('amount_currency' in object && 'interval' in object && { code: 'pro' }),
  ...('issuing_date' in object && { customer: { external_id: 'acme', name: 'Acme' } }),
  ...('applicable_timezone' in object && { currency: 'USD' }),
  ...('current_page' in object && { next_page: null }),
});

const totalsOf = (totals: Json): Json =>
  Object.fromEntries(Object.keys(totals).map((name) => [name, '12.50']));

const openMeterObject = (object: Json): Json => ({
  ...object,
  ...('customerId' in object && { customerId: own }),
  ...('currency' in object && { currency: 'USD' }),
  ...('usageAttribution' in object && { id: own, name: 'Acme', currency: 'USD' }),
  ...('totals' in object && {
    totals: totalsOf(object['totals'] as Json),
    issuedAt: object['createdAt'],
  }),
  ...('featureKey' in object && { featureKey: 'sessions' }),
  ...('hasAccess' in object && { balance: 1.5, overage: 0 }),
  ...('billingAnchor' in object && { plan: { id: object['id'], key: 'pro', version: 1 } }),
  ...('phases' in object && 'version' in object && { key: 'pro' }),
  ...('totalCount' in object && { totalCount: 1 }),
});

export const ofOurCustomer = {
  stripe: (path: string, value: Json): unknown => ofOneCustomer(path, { ...value }),
  lago: (_: string, value: Json): unknown => each(value, lagoObject),
  openmeter: (_: string, value: Json): unknown => each(value, openMeterObject),
} as const;
