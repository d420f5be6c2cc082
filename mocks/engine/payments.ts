import { isZero } from '../../src/billing/decimal.js';
import type { Operation, PaymentOption, Problem } from '../../src/billing/types.js';
import { keepOperation, nextOperationId } from './operations.js';
import { paymentOptionsOf } from './payment-options.js';
import { badField, conflict, paymentMethodRequired } from './refusals.js';
import type { AccountState, Purchase } from './state.js';

/** How somebody wants to pay. */
export interface Payment {
  readonly paymentOptionId?: string;
  readonly returnUrl?: string;
}

const declined: Problem = { type: 'about:blank', status: 402, code: 'payment_failed' };

/**
 * Pays for something: at once by a saved method, on the provider's page, or by a transfer that
 * comes later.
 */
export function pay(state: AccountState, purchase: Purchase, payment: Payment): Operation {
  const id = nextOperationId(state);
  const timing = purchase.effectiveAt === undefined ? {} : { effectiveAt: purchase.effectiveAt };
  if (isZero(purchase.amount.amount)) {
    purchase.complete(id, undefined);
    return keepOperation(state, { id, status: 'completed', ...timing });
  }
  const way = wayToPay(state, payment.paymentOptionId);
  if ([...state.operations.values()].some(({ isRunning }) => isRunning)) throw conflict();
  switch (way.kind) {
    case 'saved':
      if (state.declines) {
        return keepOperation(state, { id, status: 'failed', problem: declined });
      }
      purchase.complete(id, way);
      return keepOperation(state, { id, status: 'completed', ...timing });
    case 'hosted': {
      const url = state.paymentPage(id, payment.returnUrl);
      return keepOperation(state, { id, status: 'redirect', url }, purchase, way);
    }
    default: {
      purchase.announce(way.label);
      const instructions = transferInstructions(id, purchase);
      return keepOperation(state, { id, status: 'pending', instructions }, purchase, way);
    }
  }
}

function wayToPay(state: AccountState, id: string | undefined): PaymentOption {
  const { items } = paymentOptionsOf(state);
  const way = items.find((item) => (id === undefined ? item.default : item.id === id));
  if (way) return way;
  throw id === undefined
    ? paymentMethodRequired()
    : badField('/paymentOptionId', 'Is not a way to pay of this account.');
}

function transferInstructions(
  operationId: string,
  { amount }: Purchase,
): NonNullable<Operation['instructions']> {
  return [
    { label: 'Beneficiary', value: 'Tern Conversations, Inc. (not a real company)' },
    { label: 'Bank', value: 'Bank of Examples' },
    { label: 'Account', value: 'XX00 EXAMPLE 0000 0000' },
    { label: 'Amount', value: `${amount.amount} ${amount.currency}` },
    { label: 'Reference', value: operationId.toUpperCase() },
  ];
}

/** What the provider says of a payment. */
export type PaymentOutcome = 'approved' | 'declined' | 'processing';

/**
 * The provider decides about a payment that waits for it, or a transfer arrives. What is final stays
 * as it is: a provider may say the same thing twice.
 */
export function settle(state: AccountState, operationId: string, outcome: PaymentOutcome): void {
  const kept = state.operations.get(operationId);
  if (!kept?.purchase) return;
  const { purchase, way } = kept;
  if (outcome === 'processing') {
    kept.isRunning = true;
    kept.operation = { id: operationId, status: 'pending' };
    return;
  }
  kept.isRunning = false;
  kept.purchase = undefined;
  if (outcome === 'declined') {
    kept.operation = { id: operationId, status: 'failed', problem: declined };
    return;
  }
  purchase.complete(operationId, way);
  const { effectiveAt } = purchase;
  kept.operation = {
    id: operationId,
    status: 'completed',
    ...(effectiveAt !== undefined && { effectiveAt }),
  };
}
