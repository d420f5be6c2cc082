/**
 * A mock's answers are random in everything, the customer included. Here they become those of the
 * one customer that an engine asks for, so that the rest of them is read at all.
 */
import { isUndescribed } from './described-vendor.js';
import type { VendorMock } from './described-vendor.js';
import { own } from './openmeter/fake-openmeter.js';
import { ofOneCustomer } from './stripe/of-one-customer.js';

type Json = Readonly<Record<string, unknown>>;

/** Each object of an answer, the innermost first, as `change` makes it. */
function each(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => each(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, each(one, change)]);
  return change(Object.fromEntries(inner) as Json);
}

const lagoObject =
  (plan: string, firstDay: string | null) =>
  (object: Json): Json => ({
    ...object,
    ...('external_customer_id' in object && { external_customer_id: 'acme' }),
    ...('current_billing_period_ending_at' in object && {
      external_id: 'acme-plan',
      plan_code: plan,
    }),
    ...('amount_currency' in object && 'interval' in object && { code: plan }),
    ...('issuing_date' in object && { customer: { external_id: 'acme', name: 'Acme' } }),
    ...('applicable_timezone' in object && { currency: 'USD' }),
    // The description requires neither day nor units of a row, without which it says nothing.
    ...(firstDay !== null &&
      'organization_id' in object && { start_of_period_dt: firstDay, units: '7' }),
    ...('current_page' in object && { next_page: null }),
  });

const totalsOf = (totals: Json): Json =>
  Object.fromEntries(Object.keys(totals).map((name) => [name, '12.50']));

const openMeterObject =
  (plan: string) =>
  (object: Json): Json => ({
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
    ...('billingAnchor' in object && { plan: { id: object['id'], key: plan, version: 1 } }),
    ...('phases' in object && 'version' in object && { key: plan }),
    ...('totalCount' in object && { totalCount: 1 }),
  });

const changes = {
  stripe: ({ pathname }: URL, value: Json, plan: string): unknown =>
    ofOneCustomer(pathname, value, plan),
  lago: ({ searchParams }: URL, value: Json, plan: string): unknown =>
    each(value, lagoObject(plan, searchParams.get('from_date'))),
  openmeter: (_: URL, value: Json, plan: string): unknown => each(value, openMeterObject(plan)),
} as const;

/**
 * The vendor of that customer: the mock judges each request, and its answer becomes theirs.
 *
 * @param plan - One that the engine offers.
 * @param standIn - Has what the description lacks.
 */
export function ofOurCustomer(
  mock: VendorMock,
  plan: string,
  standIn: typeof globalThis.fetch,
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (isUndescribed(mock.vendor, url.pathname)) return standIn(input, init);
    const response = await mock.fetch(input, init);
    const text = await response.text();
    const { headers, status } = response;
    const isJson = headers.get('Content-Type')?.includes('json') ?? false;
    if (!response.ok || !isJson)
      return new Response(text === '' ? null : text, { status, headers });
    return Response.json(changes[mock.vendor](url, JSON.parse(text) as Json, plan));
  };
}
