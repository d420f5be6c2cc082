import type { CallOptions } from '../../api/billing-api.js';
import type {
  Cancellation,
  ChangeOrder,
  ChangePreview,
  ChangeRequest,
  Operation,
  Slot,
} from '../../billing/types.js';
import { moneyOfMinor } from '../shared/money.js';
import { openedOperation, sealed } from '../shared/opaque.js';
import { badField, conflict, notFound, notSupported, unreadable } from '../shared/refusals.js';
import type { LagoContext } from './context.js';
import { linesOf, previewInvoice } from './invoice.js';
import { paymentReference } from './payment-methods.js';
import { allPlans, isUpgrade } from './plans.js';
import type { LagoPlan } from './plans.js';
import {
  downgradeOf,
  exclusiveEnd,
  externalIdOf,
  holdingOf,
  periodOf,
  readSubscription,
} from './subscriptions.js';
import type { Holding, LagoSubscription } from './subscriptions.js';

/** Ids of changes: what was asked for in which slot, and of a change, to which plan. */
export const CHANGE = 'lago-subscription';

interface Planned extends Holding {
  readonly plan: LagoPlan;
  readonly held: LagoPlan | undefined;
}

async function plannedChange(
  context: LagoContext,
  slot: Slot,
  { planId }: ChangeRequest,
  call?: CallOptions,
): Promise<Planned> {
  const offered = context.options.plans?.[slot];
  if (!offered) throw notSupported('changePlan');
  const [holding, plans] = await Promise.all([
    holdingOf(context, slot, call),
    allPlans(context, call),
  ]);
  const isOffered = offered.some(({ id, change }) => id === planId && change !== 'contact');
  const plan = plans.find(({ code }) => code === planId);
  if (!plan || !isOffered) throw badField('/planId', 'Is not a plan to move to.');
  const code = holding.active?.plan_code;
  if (planId === code) throw badField('/planId', 'Is the plan that is held.');
  return { ...holding, plan, held: plans.find((one) => one.code === code) };
}

/**
 * What a change costs, by Lago's own preview. When it takes effect is Lago's choice, not ours: at
 * once where a year of the new plan costs no less, otherwise at the period's end.
 */
export async function previewChange(
  context: LagoContext,
  slot: Slot,
  change: ChangeRequest,
  call?: CallOptions,
): Promise<ChangePreview> {
  const { plan, held, active } = await plannedChange(context, slot, change, call);
  const invoice = await previewInvoice(
    context,
    active
      ? { subscriptions: { external_ids: [externalIdOf(context, slot)], plan_code: plan.code } }
      : { plan_code: plan.code },
    call,
  );
  const { currency, total_amount_cents: total, taxes_amount_cents: taxes } = invoice;
  const amount = moneyOfMinor(total, currency);
  const figures = {
    lines: linesOf(invoice),
    ...(taxes !== undefined && { tax: moneyOfMinor(taxes, currency) }),
  };
  const upgrade = isUpgrade(plan, held);
  if (!active || upgrade === true) {
    const effectiveAt = new Date(context.clock.now()).toISOString();
    return { ...figures, effectiveAt, dueNow: amount, exact: true };
  }
  const end = periodOf(active)?.end;
  if (upgrade === undefined || end === undefined) throw notSupported('previewChange');
  return {
    ...figures,
    effectiveAt: end,
    dueNow: moneyOfMinor(0, currency),
    next: { at: end, amount },
    // Until then the account's use goes on.
    exact: false,
  };
}

export async function changePlan(
  context: LagoContext,
  slot: Slot,
  order: ChangeOrder,
  call?: CallOptions,
): Promise<Operation> {
  const { plan } = await plannedChange(context, slot, order, call);
  const payment = await paymentReference(context, order.paymentOptionId, call);
  const answer = await context.client({
    method: 'POST',
    path: ['subscriptions'],
    json: {
      subscription: {
        external_customer_id: context.options.customer,
        external_id: externalIdOf(context, slot),
        plan_code: plan.code,
        ...(payment && { payment_method: payment }),
      },
    },
    options: call,
  });
  return changeOf(context, slot, plan.code, readSubscription(answer), call);
}

/** How a change to a plan stands, by the subscription as Lago has it now. */
async function changeOf(
  context: LagoContext,
  slot: Slot,
  code: string,
  subscription: LagoSubscription,
  call?: CallOptions,
): Promise<Operation> {
  const id = sealed(CHANGE, ['change', slot, code]);
  const {
    plan_code: held,
    status,
    started_at: startedAt,
    subscription_at: plannedAt,
  } = subscription;
  if (held === code && status === 'active') {
    return { id, status: 'completed', ...(startedAt !== undefined && { effectiveAt: startedAt }) };
  }
  // It waits for its first payment, or for its own day.
  if (held === code && status === 'incomplete') return { id, status: 'pending' };
  if (held === code && status === 'pending' && plannedAt !== undefined) {
    return { id, status: 'scheduled', effectiveAt: plannedAt };
  }
  const { timeZone } = await context.customer(call);
  const downgrade = downgradeOf(subscription, timeZone);
  if (downgrade?.planCode === code) return { id, status: 'scheduled', effectiveAt: downgrade.at };
  throw notFound();
}

export async function cancelSubscription(
  context: LagoContext,
  slot: Slot,
  { when }: Cancellation,
  call?: CallOptions,
): Promise<Operation> {
  const externalId = externalIdOf(context, slot);
  if (context.options.cancellable?.includes(slot) === false) {
    throw notSupported('cancelSubscription');
  }
  const { active } = await holdingOf(context, slot, call);
  // A change that waits must be taken back first, or it would begin all the same.
  if (active?.next_plan_code !== undefined || !active) throw conflict();
  const id = sealed(CHANGE, ['cancel', slot]);
  const path = ['subscriptions', externalId];
  if (when === 'now') {
    const ended = readSubscription(
      await context.client({ method: 'DELETE', path, options: call }),
    ).terminated_at;
    return { id, status: 'completed', ...(ended !== undefined && { effectiveAt: ended }) };
  }
  const end = active.current_billing_period_ending_at;
  if (end === undefined) throw unreadable('The subscription has no period.');
  const json = { subscription: { ending_at: exclusiveEnd(end) } };
  const answer = await context.client({ method: 'PUT', path, json, options: call });
  return endOf(id, readSubscription(answer));
}

function endOf(id: string, { ending_at: at }: LagoSubscription): Operation {
  if (at === undefined) throw notFound();
  return { id, status: 'scheduled', effectiveAt: at };
}

export async function resumeSubscription(
  context: LagoContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Operation> {
  const path = ['subscriptions', externalIdOf(context, slot)];
  const { active } = await holdingOf(context, slot, call);
  const id = sealed(CHANGE, ['resume', slot]);
  if (active?.ending_at !== undefined) {
    const json = { subscription: { ending_at: null } };
    await context.client({ method: 'PUT', path, json, options: call });
    return { id, status: 'completed' };
  }
  if (active?.next_plan_code === undefined) throw conflict();
  // The plan that waits is a pending subscription of the same name.
  await context.client({ method: 'DELETE', path, query: { status: 'pending' }, options: call });
  return { id, status: 'completed' };
}

export async function readChange(
  context: LagoContext,
  operationId: string,
  call?: CallOptions,
): Promise<Operation> {
  const [step, slot, code] = openedOperation(CHANGE, operationId);
  if (slot !== 'plan' && slot !== 'support') throw notFound();
  const { active, pending } = await holdingOf(context, slot, call);
  if (step === 'change' && typeof code === 'string') {
    const subscription = active ?? pending;
    if (!subscription) throw notFound();
    return changeOf(context, slot, code, subscription, call);
  }
  if (step === 'cancel') {
    return active ? endOf(operationId, active) : { id: operationId, status: 'completed' };
  }
  return { id: operationId, status: 'completed' };
}
