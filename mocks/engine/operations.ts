import type { Operation, PaymentOption } from '../../src/billing/types.js';
import { badParameter, notFound } from './refusals.js';
import type { AccountState, Purchase } from './state.js';

/** The id of the operation that is recorded next. */
export const nextOperationId = ({ operations }: AccountState): string =>
  `op_${String(operations.size + 1).padStart(6, '0')}`;

/** Keeps an operation, with what is still to be paid for it. */
export function keepOperation(
  state: AccountState,
  operation: Operation,
  purchase?: Purchase,
  way?: PaymentOption,
): Operation {
  state.operations.set(operation.id, { operation, purchase, way, isRunning: false });
  return operation;
}

/**
 * How an operation stands. Who was sent to a payment page and asks again has come back, or another
 * tab asks: until the provider has said something it is pending.
 */
export function operationOf(state: AccountState, id: string): Operation {
  const kept = state.operations.get(id)?.operation;
  if (!kept) throw notFound();
  return kept.status === 'redirect' ? { id, status: 'pending' } : { ...kept };
}

/** Carries out a write unless its key was carried out before; then it answers the same. */
export function once(
  state: AccountState,
  key: string,
  content: readonly unknown[],
  act: () => Operation,
): Operation {
  const text = JSON.stringify(content);
  const known = state.confirmed.get(key);
  if (known && known.content !== text) {
    throw badParameter('Idempotency-Key', 'Was used for another request.', 422);
  }
  if (known) return { ...known.operation };
  const operation = act();
  state.confirmed.set(key, { content: text, operation });
  return { ...operation };
}
