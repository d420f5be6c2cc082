import type { BillingApi, CallOptions } from '../../api/billing-api.js';
import { BillingError } from '../../api/billing-error.js';
import { actionFor, changeTime, isFree, payableOf, topUpOf } from '../../billing/purchase.js';
import type {
  Account,
  PaymentOptions,
  PaymentPurpose,
  Permission,
  Plans,
  Slot,
} from '../../billing/types.js';
import type { Nothing, Review } from './review.js';
import type { Wish } from './wish.js';

const nothing = (why: string): Nothing => ({ kind: 'nothing', why });

/** Asks for all that is looked at. */
export async function loadReview(
  client: BillingApi,
  options: CallOptions,
  wish: Wish,
): Promise<Review | Nothing> {
  switch (wish.purpose) {
    case 'top_up':
      return topUpReview(client, options, wish);
    case 'invoice':
      return invoiceReview(client, options, wish);
    default:
      return planReview(client, options, wish.purpose, wish.id);
  }
}

async function planReview(
  client: BillingApi,
  options: CallOptions,
  slot: Slot,
  planId: string,
): Promise<Review | Nothing> {
  const [account, { items }] = await Promise.all([
    client.account(options),
    client.plans(slot, options),
  ]);
  const hindrance = hindranceOf(account, slot) ?? planHindrance(items, planId);
  const plan = items.find(({ id }) => id === planId);
  if (hindrance !== undefined || !plan) return nothing(hindrance ?? 'not_offered');
  const when = changeTime(plan);
  const [preview, ways] = await Promise.all([
    whereSupported(client.previewChange(slot, { planId, when }, options)),
    waysToPay(client, options, slot, plan.price?.currency),
  ]);
  const current = items.find(({ change }) => change === 'current');
  const due = preview?.dueNow;
  return { kind: 'plan', account, slot, plan, current, when, preview, due, ways };
}

function planHindrance(plans: Plans['items'], planId: string): string | undefined {
  const plan = plans.find(({ id }) => id === planId);
  if (plan?.change === 'current') return 'current_plan';
  return plan?.change === 'contact' ? 'by_agreement' : undefined;
}

async function topUpReview(
  client: BillingApi,
  options: CallOptions,
  { amount, autoTopUp, id }: Wish,
): Promise<Review | Nothing> {
  const [account, { items }] = await Promise.all([
    client.account(options),
    client.balances(options),
  ]);
  const hindrance = hindranceOf(account, 'top_up');
  if (hindrance !== undefined) return nothing(hindrance);
  const balance = items.find((item) => item.id === id);
  const topUp = balance && topUpOf(balance, amount ?? '');
  if (!topUp) return nothing('not_offered');
  const due = topUp.price;
  const ways = await waysToPay(client, options, 'top_up', due.currency);
  return { kind: 'top_up', account, balance, topUp, autoTopUp, due, ways };
}

async function invoiceReview(
  client: BillingApi,
  options: CallOptions,
  { id }: Wish,
): Promise<Review | Nothing> {
  const [account, invoice] = await Promise.all([
    client.account(options),
    client.invoice(id, options),
  ]);
  const hindrance = hindranceOf(account, 'invoice');
  if (hindrance !== undefined) return nothing(hindrance);
  const due = payableOf(invoice);
  if (!due || isFree(due)) return nothing(invoice.status === 'paid' ? 'paid' : 'not_payable');
  const ways = await waysToPay(client, options, 'invoice', due.currency);
  return { kind: 'invoice', account, invoice, due, ways };
}

function waysToPay(
  client: BillingApi,
  options: CallOptions,
  purpose: PaymentPurpose,
  currency: string | undefined,
): Promise<PaymentOptions | undefined> {
  const query = { purpose, ...(currency !== undefined && { currency }) };
  return whereSupported(client.paymentOptions(query, options));
}

/** What an engine may not offer: the purchase goes on without it. */
async function whereSupported<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  try {
    return await answer;
  } catch (cause) {
    const error = BillingError.from(cause);
    if (error.code === 'not_supported') return undefined;
    throw error;
  }
}

/** Reasons for which the person can do something, or has done it already. */
const passing = new Set(['past_due', 'pending_change']);

/**
 * Why the account may not buy this; `undefined` where it may.
 * @throws {BillingError} `forbidden` where others decide about it
 */
function hindranceOf(account: Account, purpose: PaymentPurpose): string | undefined {
  const permission = permissionOf(account, purpose);
  if (permission?.allowed) return undefined;
  const reason = permission?.reason ?? 'not_offered';
  if (reason === 'not_offered' || reason === 'not_supported') return 'not_offered';
  if (passing.has(reason)) return reason;
  throw new BillingError('forbidden', { status: 403 });
}

/** What the server says about this purchase; `undefined` where it isn't offered at all. */
export function permissionOf({ can }: Account, purpose: PaymentPurpose): Permission | undefined {
  return can[actionFor(purpose)];
}
