/** What checks that write have in common. */
import type { Action, PaymentOptions } from '../billing/types.js';
import { needs, NotApplicable } from './check.js';
import type { Asking, Probe } from './probe.js';

export const newKey = (): string => `conformance-${crypto.randomUUID()}`;

/** A body to post; with a key, as the confirmation that it names. */
export const post = (body: unknown, key?: string): Asking => ({
  method: 'POST',
  body,
  ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
});

/** Skips a check of what the account may not do. */
export async function mustOffer(probe: Probe, action: Action): Promise<void> {
  const { can } = await probe.account();
  needs(can[action]?.allowed === true, `The account may not ${action}.`);
}

/** How the test account pays: by what is on file, or on the first page that is offered. */
export async function wayToPay(
  probe: Probe,
  purpose: 'plan' | 'top_up' | 'invoice',
): Promise<{ readonly returnUrl: string; readonly paymentOptionId?: string }> {
  const { returnUrl } = probe;
  try {
    const query = { purpose };
    const { items } = await probe.readOffered<PaymentOptions>('/payment-options', { query });
    const way = items.find(({ kind }) => kind === 'saved') ?? items[0];
    return { returnUrl, ...(way && { paymentOptionId: way.id }) };
  } catch (error) {
    // Who lists no ways to pay has one of their own.
    if (error instanceof NotApplicable) return { returnUrl };
    throw error;
  }
}
