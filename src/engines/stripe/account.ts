import type { CallOptions } from '../../api/billing-api.js';
import type { Account } from '../../billing/types.js';
import { notFound } from '../shared/refusals.js';
import * as answers from './answers.js';
import type { StripeCustomer } from './answers.js';
import type { Stripe } from './client.js';
import { cardExpiry, methodLabel } from './payment-methods.js';

export async function customerOf(
  stripe: Stripe,
  options: CallOptions | undefined,
): Promise<StripeCustomer> {
  const expand = { 'expand[]': ['invoice_settings.default_payment_method'] };
  const path = ['customers', stripe.customer];
  const customer = await stripe.get(answers.customer, path, expand, options);
  if (customer.deleted) throw notFound();
  return customer;
}

/** The currency that the customer is billed in. Stripe knows none before the first bill. */
export function currencyOf(stripe: Stripe, { currency }: StripeCustomer): string {
  return (currency ?? stripe.options.currency).toUpperCase();
}

/** The currency of whatever is bought next. */
export async function billingCurrency(
  stripe: Stripe,
  options: CallOptions | undefined,
): Promise<string> {
  return currencyOf(stripe, await customerOf(stripe, options));
}

export async function account(stripe: Stripe, options: CallOptions | undefined): Promise<Account> {
  const customer = await customerOf(stripe, options);
  const { accountId, contact, meters = [], slots = ['plan'] } = stripe.options;
  const method = customer.invoice_settings?.default_payment_method;
  const expires = method && cardExpiry(method);
  return {
    id: accountId ?? stripe.customer,
    ...(customer.name !== undefined && { name: customer.name }),
    ...(contact && { contact }),
    currency: currencyOf(stripe, customer),
    timeZone: stripe.timeZone,
    meters: meters.map(({ formula: _, ...meter }) => ({
      ...meter,
      granularities: ['day', 'month'],
      timeZones: 'any',
    })),
    slots: [...slots],
    can: permissions(stripe),
    ...(method && {
      paymentMethod: { label: methodLabel(method), ...(expires && { expires }) },
    }),
  };
}

function permissions({ options }: Stripe): Account['can'] {
  const { plans = [], slots = ['plan'], topUp } = options;
  const yes = { allowed: true };
  const offersPlans = plans.length > 0;
  return {
    ...(slots.includes('plan') && { ...(offersPlans && { changePlan: yes }), cancelPlan: yes }),
    ...(slots.includes('support') && {
      ...(offersPlans && { changeSupport: yes }),
      cancelSupport: yes,
    }),
    ...(topUp && { topUp: yes }),
    viewInvoices: yes,
    payInvoice: yes,
    managePayment: yes,
  };
}
