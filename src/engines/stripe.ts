/** A customer of Stripe's as the billing of an account. For servers: its key is a secret. */
import type { BillingApi } from '../api/billing-api.js';
import { wholePort } from './shared/engine.js';
import type { EnginePart } from './shared/engine.js';
import { requireServer } from './shared/secrets.js';
import { account } from './stripe/account.js';
import { balances, topUp } from './stripe/balances.js';
import { cancelSubscription, changePlan, resumeSubscription } from './stripe/changes.js';
import { createPaymentSession } from './stripe/checkout.js';
import { stripeClient } from './stripe/client.js';
import { invoice, invoicePdf, invoices } from './stripe/invoices.js';
import { operation } from './stripe/operations.js';
import type { StripeOptions } from './stripe/options.js';
import { payInvoice, paymentOptions } from './stripe/payments.js';
import { offeredPrices, plansOf } from './stripe/plans.js';
import { previewChange } from './stripe/previews.js';
import { heldIn, subscription } from './stripe/subscriptions.js';
import { usage } from './stripe/usage.js';

export type { StripeMeter, StripeOptions, StripePlan, StripeTopUp } from './stripe/options.js';

/**
 * The billing of one customer. Stripe has no records behind a meter's sums and no automatic top-up:
 * these reject with `not_supported`.
 *
 * @throws {TypeError} in a page
 */
export function stripe(options: StripeOptions): BillingApi {
  requireServer('Stripe');
  const client = stripeClient(options);
  const part: EnginePart = {
    account: (call) => account(client, call),
    subscription: (slot, call) => subscription(client, slot, call),
    plans: async (slot, call) => {
      const [offered, held] = await Promise.all([
        offeredPrices(client, slot, call),
        heldIn(client, slot, call),
      ]);
      return plansOf(client, offered, held?.price);
    },
    previewChange: (slot, change, call) => previewChange(client, slot, change, call),
    changePlan: (slot, order, call) => changePlan(client, slot, order, call),
    cancelSubscription: (slot, wish, call) => cancelSubscription(client, slot, wish, call),
    resumeSubscription: (slot, call) => resumeSubscription(client, slot, call),
    balances: (call) => balances(client, call),
    topUp: (id, order, call) => topUp(client, id, order, call),
    usage: (query, call) => usage(client, query, call),
    invoices: (query, call) => invoices(client, query, call),
    invoice: (id, call) => invoice(client, id, call),
    invoicePdf: (id, call) => invoicePdf(client, id, call),
    payInvoice: (id, payment, call) => payInvoice(client, id, payment, call),
    paymentOptions: (query, call) => paymentOptions(client, query, call),
    createPaymentSession: (wish, call) => createPaymentSession(client, wish, call),
    operation: (id, call) => operation(client, id, call),
  };
  return wholePort(part);
}
