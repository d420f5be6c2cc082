import type {
  Cancellation,
  ChangeOrder,
  ChangePreview,
  ChangeRequest,
  Operation,
  Plan,
  Slot,
} from '../../src/billing/types.js';
import { basicSupportId } from '../worlds/support-plans.js';
import { mustAllow } from './account.js';
import { addInvoice, becomePaying } from './new-invoice.js';
import { keepOperation, nextOperationId } from './operations.js';
import { pay } from './payments.js';
import { quoteOf } from './quotes.js';
import type { Quote } from './quotes.js';
import { conflict, forbidden, previewExpired } from './refusals.js';
import type { AccountState, HoldingState, InvoiceRecord } from './state.js';

const changeAction = { plan: 'changePlan', support: 'changeSupport' } as const;
const cancelAction = { plan: 'cancelPlan', support: 'cancelSupport' } as const;

export function previewChange(
  state: AccountState,
  slot: Slot,
  change: ChangeRequest,
): ChangePreview {
  mustAllow(state, changeAction[slot]);
  return quoteOf(state, slot, change).preview;
}

export function changePlan(
  state: AccountState,
  slot: Slot,
  order: ChangeOrder,
  idempotencyKey: string,
): Operation {
  mustAllow(state, changeAction[slot]);
  const quote = quoteOf(state, slot, order);
  if (order.previewId !== undefined && order.previewId !== quote.preview.previewId) {
    throw previewExpired();
  }
  return quote.isScheduled
    ? scheduleChange(state, slot, quote, idempotencyKey)
    : buyPlan(state, slot, quote, order, idempotencyKey);
}

function scheduleChange(
  state: AccountState,
  slot: Slot,
  { plan, preview }: Quote,
  idempotencyKey: string,
): Operation {
  const holding = heldIn(state, slot);
  const operationId = nextOperationId(state);
  holding.scheduled = { type: 'change', planId: plan.id };
  state.ledger.push({ kind: 'scheduled_change', amount: null, idempotencyKey, operationId });
  const { effectiveAt } = preview;
  return keepOperation(state, { id: operationId, status: 'scheduled', effectiveAt });
}

function buyPlan(
  state: AccountState,
  slot: Slot,
  quote: Quote,
  order: ChangeOrder,
  idempotencyKey: string,
): Operation {
  const { plan, period, preview } = quote;
  const { dueNow: amount, effectiveAt, lines, tax } = preview;
  const draft = { kind: slot, description: plan.name, lines, tax: tax?.amount, period };
  let awaited: InvoiceRecord | undefined;
  return pay(
    state,
    {
      amount,
      effectiveAt,
      announce: (method) => {
        awaited = addInvoice(state, draft, method, 'open');
      },
      complete: (operationId, way) => {
        if (awaited) Object.assign(awaited, { status: 'paid', payment: undefined });
        else if (lines.length > 0) addInvoice(state, draft, way?.label, 'paid');
        const anchor = quote.isNewPeriod ? period?.start : state.holdings[slot]?.anchor;
        enterPlan(state, slot, plan, { period, anchor });
        becomePaying(state);
        const kind = slot === 'plan' ? 'plan_change' : 'support_change';
        state.ledger.push({ kind, amount, idempotencyKey, operationId });
      },
    },
    order,
  );
}

/** From now on the slot holds this plan, with what it includes. */
export function enterPlan(
  state: AccountState,
  slot: Slot,
  plan: Plan,
  { period, anchor }: Pick<HoldingState, 'period' | 'anchor'>,
): void {
  state.holdings[slot] = {
    planId: plan.id,
    status: 'active',
    period,
    anchor,
    scheduled: undefined,
  };
  if (slot === 'support') return;
  const included = plan.allowances?.[0]?.included;
  state.allowance =
    included === undefined || included === '0' || !period
      ? undefined
      : { name: state.allowance?.name ?? 'Sessions', included, used: '0', resets: period.end };
}

export function cancel(
  state: AccountState,
  slot: Slot,
  { when }: Cancellation,
  idempotencyKey: string,
): Operation {
  mustAllow(state, cancelAction[slot]);
  const holding = heldIn(state, slot);
  const id = nextOperationId(state);
  state.ledger.push({ kind: 'cancellation', amount: null, idempotencyKey, operationId: id });
  if (when === 'now' || !holding.period) {
    endSupport(state);
    return keepOperation(state, { id, status: 'completed' });
  }
  holding.scheduled = { type: 'cancel' };
  const effectiveAt = state.calendar.instant(holding.period.end);
  return keepOperation(state, { id, status: 'scheduled', effectiveAt });
}

/** After a bought support plan comes the basic one. */
export function endSupport(state: AccountState): void {
  state.holdings.support = undefined;
  becomePaying(state);
}

/** Undoes what is scheduled. It needs the permission of what it undoes, which waits for it. */
export function resume(state: AccountState, slot: Slot, idempotencyKey: string): Operation {
  if (state.world.isByContract) throw forbidden();
  const holding = heldIn(state, slot);
  if (!holding.scheduled) throw conflict();
  holding.scheduled = undefined;
  const operationId = nextOperationId(state);
  state.ledger.push({ kind: 'resumption', amount: null, idempotencyKey, operationId });
  return keepOperation(state, { id: operationId, status: 'completed' });
}

function heldIn({ holdings }: AccountState, slot: Slot): HoldingState {
  const holding = holdings[slot];
  if (!holding || holding.planId === basicSupportId) throw conflict();
  return holding;
}
