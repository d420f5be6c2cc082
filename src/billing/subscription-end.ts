import type { Subscription } from './types.js';

/** Whether a subscription that was there before has ended, or is about to, by what is known of it now. */
export function hasEnded(before: Subscription, now: Subscription): boolean {
  if (now.scheduled?.type === 'cancel') return true;
  const isOver = now.status === 'canceled' || now.status === 'none';
  return isOver || now.plan?.id !== before.plan?.id;
}
