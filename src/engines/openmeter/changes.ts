import type { CallOptions } from '../../api/billing-api.js';
import { fields } from '../../api/read.js';
import type {
  Cancellation,
  ChangeOrder,
  ChangePreview,
  ChangeRequest,
  Line,
  Operation,
  Plan,
  Slot,
  When,
} from '../../billing/types.js';
import { moneyOfMajor } from '../shared/money.js';
import { openedOperation, sealed } from '../shared/opaque.js';
import { readAnswer } from '../shared/read.js';
import { badField, conflict, notFound, notSupported } from '../shared/refusals.js';
import type { OpenMeterContext } from './context.js';
import { listPlans } from './plans.js';
import { billingPeriodOf, holdingOf, readSubscription } from './subscriptions.js';
import type { OpenMeterSubscription } from './subscriptions.js';

/** Ids of changes: what was asked for, and the subscription that tells how it went. */
export const CHANGE = 'om-subscription';

const timings: Readonly<Record<When, string>> = {
  now: 'immediate',
  period_end: 'next_billing_cycle',
};

async function plannedChange(
  context: OpenMeterContext,
  slot: Slot,
  { planId }: ChangeRequest,
  call?: CallOptions,
): Promise<{ plan: Plan; current: OpenMeterSubscription | undefined }> {
  const { current } = await holdingOf(context, slot, call);
  const { items } = await listPlans(context, slot, current?.plan?.key, call);
  const plan = items.find(({ id }) => id === planId);
  if (!plan || plan.change === 'contact') throw badField('/planId', 'Is not a plan to move to.');
  if (plan.change === 'current') throw badField('/planId', 'Is the plan that is held.');
  return { plan, current };
}

/**
 * An estimate: OpenMeter has no preview. At the period's end nothing is due now; what is due for a
 * change at once is the new price, less what its proration takes off.
 */
export async function previewChange(
  context: OpenMeterContext,
  slot: Slot,
  change: ChangeRequest,
  call?: CallOptions,
): Promise<ChangePreview> {
  const { plan, current } = await plannedChange(context, slot, change, call);
  const { price } = plan;
  // Without a price there is nothing that an estimate could say.
  if (!price) throw notSupported('previewChange');
  const line: Line = { description: plan.name, kind: 'plan', amount: price };
  if (change.when === 'now' || !current) {
    const effectiveAt = new Date(context.clock.now()).toISOString();
    return { effectiveAt, dueNow: price, lines: [line], exact: false };
  }
  const period = await billingPeriodOf(context, current, call);
  if (!period) throw notSupported('previewChange');
  const dueNow = moneyOfMajor('0', price.currency);
  const next = { at: period.end, amount: price };
  return { effectiveAt: period.end, dueNow, lines: [line], exact: false, next };
}

const changed = fields({ next: (value: unknown) => readSubscription(value) });

export async function changePlan(
  context: OpenMeterContext,
  slot: Slot,
  order: ChangeOrder,
  call?: CallOptions,
): Promise<Operation> {
  const { current } = await plannedChange(context, slot, order, call);
  const plan = { key: order.planId };
  if (current) {
    const answer = await context.client({
      method: 'POST',
      path: ['api', 'v1', 'subscriptions', current.id, 'change'],
      json: { timing: timings[order.when], plan },
      options: call,
    });
    const { next } = readAnswer(changed, answer, 'The change');
    return operationOf(context, 'begin', next);
  }
  const answer = await context.client({
    method: 'POST',
    path: ['api', 'v1', 'subscriptions'],
    json: { customerId: await context.customerId(call), timing: 'immediate', plan },
    options: call,
  });
  return operationOf(context, 'begin', readSubscription(answer));
}

export async function cancelSubscription(
  context: OpenMeterContext,
  slot: Slot,
  { when }: Cancellation,
  call?: CallOptions,
): Promise<Operation> {
  const { plans = {}, cancellable } = context.options;
  if (!plans[slot] || cancellable?.includes(slot) === false)
    throw notSupported('cancelSubscription');
  const { current, next } = await holdingOf(context, slot, call);
  // A change that waits must be undone first, or it would begin all the same.
  if (!current || next) throw conflict();
  const answer = await context.client({
    method: 'POST',
    path: ['api', 'v1', 'subscriptions', current.id, 'cancel'],
    json: { timing: timings[when] },
    options: call,
  });
  return operationOf(context, 'end', readSubscription(answer));
}

export async function resumeSubscription(
  context: OpenMeterContext,
  slot: Slot,
  call?: CallOptions,
): Promise<Operation> {
  const { current, next } = await holdingOf(context, slot, call);
  if (!current || (!next && current.activeTo === undefined)) throw conflict();
  const answer = await context.client({
    method: 'POST',
    // `restore` also takes back what was to follow.
    path: ['api', 'v1', 'subscriptions', current.id, next ? 'restore' : 'unschedule-cancelation'],
    options: call,
  });
  return operationOf(context, 'resume', readSubscription(answer));
}

type Step = 'begin' | 'end' | 'resume';

/** How a step stands, by the subscription itself. */
function operationOf(
  { clock }: OpenMeterContext,
  step: Step,
  { id, activeFrom, activeTo }: OpenMeterSubscription,
): Operation {
  const name = sealed(CHANGE, [step, id]);
  const at = step === 'end' ? activeTo : activeFrom;
  if (step === 'resume')
    return { id: name, status: activeTo === undefined ? 'completed' : 'pending' };
  // An end that isn't set was taken back: then it is no longer an operation that went on.
  if (at === undefined) throw notFound();
  const status = Date.parse(at) > clock.now() ? 'scheduled' : 'completed';
  return { id: name, status, effectiveAt: at };
}

/** Reads an operation's subscription again; one of another customer is none of ours. */
export async function readOperation(
  context: OpenMeterContext,
  operationId: string,
  call?: CallOptions,
): Promise<Operation> {
  const [step, id] = openedOperation(CHANGE, operationId);
  if (typeof id !== 'string') throw notFound();
  if (step !== 'begin' && step !== 'end' && step !== 'resume') throw notFound();
  const answer = await context.client({
    path: ['api', 'v1', 'subscriptions', id],
    options: call,
  });
  const subscription = readSubscription(answer);
  const isOurs = subscription.customerId === (await context.customerId(call));
  if (!isOurs || subscription.deletedAt !== undefined) throw notFound();
  return operationOf(context, step, subscription);
}
