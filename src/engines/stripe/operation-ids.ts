import { openedOperation, sealed } from '../shared/opaque.js';

/**
 * What an operation is about. Its id names the things at Stripe whose state tells how it went, so
 * nothing need be stored.
 */
export type OperationKind = 'change' | 'cancel' | 'keep' | 'checkout' | 'portal' | 'pay';

const kinds: readonly string[] = [
  'change',
  'cancel',
  'keep',
  'checkout',
  'portal',
  'pay',
] satisfies readonly OperationKind[];

export const operationId = (kind: OperationKind, ...parts: readonly string[]): string =>
  sealed('stripe', [kind, ...parts]);

/** @throws {BillingError} `not_found` for an id that isn't one of ours */
export function openedOperationId(id: string): {
  readonly kind: OperationKind | undefined;
  readonly parts: readonly string[];
} {
  const [kind, ...parts] = openedOperation('stripe', id).map(String);
  return {
    kind: kind !== undefined && kinds.includes(kind) ? (kind as OperationKind) : undefined,
    parts,
  };
}
