import type { CallOptions } from '../../api/billing-api.js';
import type { ChangePreview, ChangeRequest, Slot } from '../../billing/types.js';
import { opened, sealed } from '../shared/opaque.js';
import { badField, conflict, previewExpired } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripePreview, StripePrice } from './answers.js';
import type { Stripe } from './client.js';
import { lineOf, taxOf } from './invoice-lines.js';
import { moneyOf } from './money.js';
import { amountOf, offeredPrices } from './plans.js';
import { heldIn, instantOf, periodSeconds } from './subscriptions.js';
import type { Held } from './subscriptions.js';

/** For so many seconds a change may still name the figures of a preview. */
const GOOD_FOR = 1800;

/** A change as it is understood: from what the customer holds to a price on offer. */
export interface Change {
  readonly held: Held | undefined;
  readonly target: StripePrice;
}

/** @throws {BillingError} `invalid_request` for a plan that is not on offer */
export async function changeOf(
  stripe: Stripe,
  slot: Slot,
  { planId }: ChangeRequest,
  options: CallOptions | undefined,
): Promise<Change> {
  const [offered, held] = await Promise.all([
    offeredPrices(stripe, slot, options),
    heldIn(stripe, slot, options),
  ]);
  const target = offered.find(({ id }) => id === planId);
  if (!target) throw badField('/planId', 'Is not a plan on offer.');
  if (held && held.price.currency !== target.currency) throw conflict();
  return { held, target };
}

/** What Stripe would bill at once for a change at an instant in seconds. */
function asked(
  stripe: Stripe,
  { held, target }: Change,
  at: number,
  options: CallOptions | undefined,
): Promise<StripePreview> {
  const items = [{ ...(held && { id: held.item.id }), price: target.id }];
  const form = {
    customer: stripe.customer,
    ...(held && { subscription: held.subscription.id }),
    subscription_details: {
      items,
      ...(held && { proration_behavior: 'always_invoice', proration_date: at }),
    },
  };
  return stripe.ask(answers.preview, ['invoices', 'create_preview'], form, options);
}

export async function previewChange(
  stripe: Stripe,
  slot: Slot,
  request: ChangeRequest,
  options: CallOptions | undefined,
): Promise<ChangePreview> {
  const change = await changeOf(stripe, slot, request, options);
  const now = Math.floor(stripe.now() / 1000);
  if (request.when === 'period_end' && change.held) {
    return laterPreview(change.held, change.target);
  }
  const preview = await asked(stripe, change, now, options);
  const tax = taxOf(preview);
  const next = nextBill(change);
  return {
    previewId: sealed('preview', [request.planId, request.when, now, preview.amount_due]),
    expiresAt: instantOf(now + GOOD_FOR),
    effectiveAt: instantOf(now),
    dueNow: moneyOf(preview.amount_due, preview.currency),
    lines: preview.lines.data.map(lineOf),
    ...(tax && { tax }),
    // Of more lines than Stripe sends with a preview, the rest is in the sum.
    exact: true,
    ...(next && { next }),
  };
}

/** At the period's end nothing is due now, and what comes then is the new price, before taxes. */
function laterPreview(held: Held, target: StripePrice): ChangePreview {
  const at = instantOf(periodSeconds(held).end);
  const amount = amountOf(target);
  return {
    effectiveAt: at,
    dueNow: moneyOf(0, target.currency),
    lines: [],
    exact: false,
    ...(amount && { next: { at, amount } }),
  };
}

/** The period goes on as it is where the new price has the same one; else it begins anew. */
function nextBill({ held, target }: Change): ChangePreview['next'] {
  const amount = amountOf(target);
  const [from, to] = [held?.price.recurring, target.recurring];
  const isSamePeriod =
    from?.interval === to?.interval && from?.interval_count === to?.interval_count;
  return held && amount && isSamePeriod
    ? { at: instantOf(periodSeconds(held).end), amount }
    : undefined;
}

/**
 * The instant, in seconds, that a confirmed change is reckoned from: the preview's own, as long as
 * Stripe still gives the same figures for it.
 * @throws {BillingError} `preview_expired`
 */
export async function confirmedAt(
  stripe: Stripe,
  change: Change,
  { planId, previewId, when }: ChangeRequest & { readonly previewId?: string },
  options: CallOptions | undefined,
): Promise<number> {
  const now = Math.floor(stripe.now() / 1000);
  if (previewId === undefined) return now;
  const [plan, time, at, due] = opened('preview', previewId) ?? [];
  if (plan !== planId || time !== when || typeof at !== 'number') throw previewExpired();
  if (at > now || now - at > GOOD_FOR) throw previewExpired();
  const again = await asked(stripe, change, at, options);
  if (again.amount_due !== due) throw previewExpired();
  return at;
}
