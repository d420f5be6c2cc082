/** What an account has that can be asked for by name, found out by asking. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import { BillingError } from '../../../src/api/billing-error.js';

/** Days that hosts have usage in. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What of an account an operation is asked about, by the names of the contract's places. */
export type Sample = Readonly<Record<string, unknown>>;

/** What is not offered there, or not possible as things stand. */
const refused = ['conflict', 'invalid_request', 'not_found', 'not_supported', 'forbidden'];

/** An answer, or `undefined` where it is refused. */
async function orNothing<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (thrown) {
    const { code } = BillingError.from(thrown);
    if (refused.includes(code) || code === 'payment_method_required') return undefined;
    throw thrown;
  }
}

/** Good values for every place of the contract, from what an account reads of itself. */
export async function sampleOf(api: BillingApi, days: Days, returnUrl: string): Promise<Sample> {
  const { meters } = await api.account();
  const [balances, plans, all, open] = [
    await orNothing(api.balances()),
    await orNothing(api.plans('plan')),
    await orNothing(api.invoices({})),
    await orNothing(api.invoices({ status: 'open' })),
  ];
  const changes = ['upgrade', 'downgrade'];
  const balance = balances?.items[0];
  return {
    ...days,
    returnUrl,
    meter: meters[0]?.id ?? 'none',
    planId: plans?.items.find(({ change }) => changes.includes(String(change)))?.id ?? 'none',
    invoiceId:
      (open?.items[0] ?? all?.items.find(({ status }) => status !== 'draft'))?.id ?? 'none',
    balanceId: balance?.id ?? 'none',
    optionId: balance?.topUp?.options?.[0]?.id ?? 'none',
    enabled: false,
  };
}

/** The key of an account's confirmation. Both accounts have the same ones, as nothing forbids that. */
export const keyOf = (operation: string): string => `${operation}-of-both-tenants`;

/** Does whatever an account can do, and says what its operations are called. */
export async function operationsOf(api: BillingApi, sample: Sample): Promise<readonly string[]> {
  const { returnUrl, planId, balanceId, optionId, invoiceId } = sample as Record<string, string>;
  const id = (name: string | undefined): string => name ?? '';
  const key = (operation: string) => ({ idempotencyKey: keyOf(operation) });
  const order = { planId: id(planId), when: 'now', returnUrl: id(returnUrl) } as const;
  const back = { returnUrl: id(returnUrl) };
  const acts = [
    () => api.topUp(id(balanceId), { optionId: id(optionId), ...back }, key('topUp')),
    () => api.createPaymentSession({ purpose: 'payment_method', ...back }),
    () => api.payInvoice(id(invoiceId), back, key('payInvoice')),
    () => api.changePlan('plan', order, key('changePlan')),
    () => api.cancelSubscription('plan', { when: 'period_end' }, key('cancelSubscription')),
    () => api.resumeSubscription('plan', key('resumeSubscription')),
    () => api.cancelSubscription('plan', { when: 'period_end' }, key('another-cancellation')),
  ];
  const names: string[] = [];
  for (const act of acts) {
    const done = await orNothing(act());
    if (done) names.push(done.id);
  }
  return names;
}

/** Begins a single operation, and says what it is called. */
export async function beginOne(api: BillingApi, sample: Sample): Promise<string> {
  const { balanceId, optionId, returnUrl } = sample as Record<string, string>;
  const back = { returnUrl: returnUrl ?? '' };
  const order = { optionId: optionId ?? '', ...back };
  const key = { idempotencyKey: 'the-only-key-of-ours' };
  const begun =
    (await orNothing(api.createPaymentSession({ purpose: 'payment_method', ...back }))) ??
    (await orNothing(api.topUp(balanceId ?? '', order, key)));
  return begun?.id ?? 'none';
}

/** Every name that an account was given for something of its own. */
export async function namesOf(
  api: BillingApi,
  { from, to, meter, planId }: Sample,
): Promise<readonly string[]> {
  const records = { meter: String(meter), from: String(from), to: String(to), limit: 1 };
  const change = { planId: String(planId), when: 'now' } as const;
  const [balances, invoices, reversed, page, preview, held, support] = [
    await orNothing(api.balances()),
    await orNothing(api.invoices({ limit: 1 })),
    await orNothing(api.invoices({ limit: 1, order: 'asc' })),
    await orNothing(api.usageRecords(records)),
    await orNothing(api.previewChange('plan', change)),
    await orNothing(api.subscription('plan')),
    await orNothing(api.subscription('support')),
  ];
  const all = await orNothing(api.invoices({}));
  const ways = [];
  for (const purpose of ['plan', 'support', 'top_up', 'invoice'] as const) {
    ways.push(...((await orNothing(api.paymentOptions({ purpose })))?.items ?? []));
  }
  const { id } = await api.account();
  const found = [
    id,
    held?.id,
    support?.id,
    preview?.previewId,
    invoices?.nextCursor,
    reversed?.nextCursor,
    page?.nextCursor,
    ...(page?.items ?? []).map((one) => one.id),
    ...(balances?.items ?? []).map((one) => one.id),
    // The newest and the oldest stand for the others.
    ...[all?.items[0], all?.items.at(-1)].flatMap((one) => (one ? [one.id, one.number] : [])),
    ...ways.map((one) => one.id),
  ];
  return [...new Set(found)].filter((name) => typeof name === 'string');
}
