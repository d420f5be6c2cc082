/** Plans are changed, cancelled and kept. */
import type { WriteOptions } from '../../api/billing-api.js';
import type { Cancellation, ChangeOrder, Operation, Slot } from '../../billing/types.js';
import { conflict, notFound } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripePrice, StripeSubscription } from './answers.js';
import { subscribeAtCheckout } from './checkout.js';
import type { Stripe, StripeForm } from './client.js';
import { operationId } from './operation-ids.js';
import { isSaved } from './payments.js';
import { changeOf, confirmedAt } from './previews.js';
import { endOf, heldIn, instantOf, nextPhase, periodSeconds } from './subscriptions.js';
import type { Held } from './subscriptions.js';

/** What Stripe takes as the reason of a cancellation; others go into the comment. */
const feedbacks = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
];

/** One confirmation may take several requests, and each has a key of its own. */
const stepKey = ({ idempotencyKey }: WriteOptions, step: string): WriteOptions => ({
  idempotencyKey: `${idempotencyKey}-${step}`,
});

const update = (
  stripe: Stripe,
  id: string,
  form: StripeForm,
  options: WriteOptions,
): Promise<StripeSubscription> =>
  stripe.post(
    answers.subscription,
    ['subscriptions', id],
    { ...form, expand: ['schedule', 'latest_invoice'] },
    options,
  );

export async function changePlan(
  stripe: Stripe,
  slot: Slot,
  order: ChangeOrder,
  options: WriteOptions,
): Promise<Operation> {
  const change = await changeOf(stripe, slot, order, options);
  const { held, target } = change;
  if (!held) return subscribeAtCheckout(stripe, target, order, options);
  const { id } = held.subscription;
  if (held.price.id === target.id) {
    // The confirmation came again after its answer was lost.
    return { id: operationId('change', id, target.id), status: 'completed' };
  }
  if (order.when === 'period_end') return changeLater(stripe, held, target, options);
  const at = await confirmedAt(stripe, change, order, options);
  await undoScheduled(stripe, held, options);
  const way = order.paymentOptionId;
  if (isSaved(way)) {
    await update(stripe, id, { default_payment_method: way }, stepKey(options, 'method'));
  }
  const isCharged = held.subscription.collection_method !== 'send_invoice';
  const changed = await update(
    stripe,
    id,
    {
      items: [{ id: held.item.id, price: target.id }],
      proration_behavior: 'always_invoice',
      // Of the preview that was seen; without one Stripe's own, for a confirmation that comes again
      // must say the same again.
      ...(order.previewId !== undefined && { proration_date: at }),
      // Until the difference is paid, the old plan stays.
      ...(isCharged && { payment_behavior: 'pending_if_incomplete' }),
    },
    options,
  );
  const { latest_invoice: bill, pending_update: pending } = changed;
  const operation = operationId('change', id, target.id);
  if (!pending) return { id: operation, status: 'completed', effectiveAt: instantOf(at) };
  const url = bill?.hosted_invoice_url;
  return url === undefined
    ? { id: operation, status: 'pending' }
    : { id: operation, status: 'redirect', url };
}

/** A schedule keeps what is there until the period's end, and lets go after the change. */
async function changeLater(
  stripe: Stripe,
  held: Held,
  target: StripePrice,
  options: WriteOptions,
): Promise<Operation> {
  const { id, schedule: old } = held.subscription;
  if (endOf(held) !== undefined) await undoScheduled(stripe, held, options);
  const schedule =
    old ??
    (await stripe.post(
      answers.schedule,
      ['subscription_schedules'],
      { from_subscription: id },
      stepKey(options, 'schedule'),
    ));
  const { start, end } = periodSeconds(held);
  const running = schedule.phases?.find(
    (phase) => (phase.end_date ?? Infinity) * 1000 > stripe.now(),
  );
  await stripe.post(
    answers.schedule,
    ['subscription_schedules', schedule.id],
    {
      end_behavior: 'release',
      proration_behavior: 'none',
      phases: [
        {
          items: itemsWith(held, held.price.id),
          start_date: running?.start_date ?? start,
          end_date: end,
        },
        { items: itemsWith(held, target.id), start_date: end },
      ],
    },
    options,
  );
  return {
    id: operationId('change', id, target.id),
    status: 'scheduled',
    effectiveAt: instantOf(end),
  };
}

/** All items of a subscription, the plan's with another price; what is metered has no quantity. */
const itemsWith = ({ item, subscription }: Held, price: string): StripeForm[] =>
  subscription.items.data.map((one) => ({
    price: one.id === item.id ? price : one.price.id,
    quantity: one.price.recurring?.usage_type === 'metered' ? undefined : (one.quantity ?? 1),
  }));

/** Takes back what is scheduled, a cancellation or a change. */
async function undoScheduled(stripe: Stripe, held: Held, options: WriteOptions): Promise<void> {
  const { id, schedule } = held.subscription;
  if (schedule) {
    const path = ['subscription_schedules', schedule.id, 'release'];
    await stripe.post(answers.named, path, {}, stepKey(options, 'release'));
  }
  if (endOf(held) !== undefined) {
    await update(stripe, id, { cancel_at_period_end: false }, stepKey(options, 'keep'));
  }
}

export async function cancelSubscription(
  stripe: Stripe,
  slot: Slot,
  cancellation: Cancellation,
  options: WriteOptions,
): Promise<Operation> {
  const held = await heldIn(stripe, slot, options);
  if (!held) throw notFound();
  const { id, schedule } = held.subscription;
  const operation = operationId('cancel', id);
  const details = { cancellation_details: reasonOf(cancellation) };
  if (cancellation.when === 'now') {
    await stripe.remove(answers.named, ['subscriptions', id], details, options);
    return { id: operation, status: 'completed', effectiveAt: instantOf(stripe.now() / 1000) };
  }
  // A schedule decides about the end itself.
  if (schedule) await undoScheduled(stripe, held, options);
  await update(stripe, id, { cancel_at_period_end: true, ...details }, options);
  return { id: operation, status: 'scheduled', effectiveAt: instantOf(periodSeconds(held).end) };
}

function reasonOf({ comment, reason }: Cancellation): StripeForm {
  const isKnown = reason !== undefined && feedbacks.includes(reason);
  const words = isKnown ? [comment] : [reason, comment];
  const said = words.filter((word) => word !== undefined && word !== '').join(': ');
  return {
    ...(isKnown && { feedback: reason }),
    ...(said !== '' && { comment: said }),
  };
}

export async function resumeSubscription(
  stripe: Stripe,
  slot: Slot,
  options: WriteOptions,
): Promise<Operation> {
  const held = await heldIn(stripe, slot, options);
  if (!held) throw notFound();
  const isScheduled =
    endOf(held) !== undefined || nextPhase(held.subscription, stripe.now()) !== undefined;
  if (!isScheduled) throw conflict();
  await undoScheduled(stripe, held, options);
  return { id: operationId('keep', held.subscription.id), status: 'completed' };
}
