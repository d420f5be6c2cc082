/**
 * Lago: plans and their changes, wallets with purchases and automatic top-up, usage by its analytics,
 * invoices with files and payment.
 */
import type { BillingApi, CallOptions } from '../api/billing-api.js';
import type { Account, Operation } from '../billing/types.js';
import {
  cancelSubscription,
  CHANGE,
  changePlan,
  previewChange,
  readChange,
  resumeSubscription,
} from './lago/changes.js';
import { lagoContext } from './lago/context.js';
import type { LagoContext } from './lago/context.js';
import {
  getInvoice,
  getInvoicePdf,
  listInvoices,
  PAYMENT,
  payInvoice,
  readPayment,
} from './lago/invoices.js';
import type { LagoOptions } from './lago/options.js';
import { createPaymentSession, listPaymentOptions, VISIT } from './lago/payment-methods.js';
import { listPlans } from './lago/plans.js';
import { getSubscription, holdingOf } from './lago/subscriptions.js';
import { PURCHASE, readPurchase, setAutoTopUp, topUp } from './lago/top-up.js';
import { listUsageRecords, publicMeter, queryUsage } from './lago/usage.js';
import { listBalances } from './lago/wallets.js';
import { slotActions, slotsOf } from './shared/catalogue.js';
import { wholePort } from './shared/engine.js';
import { opened } from './shared/opaque.js';
import { notFound, unreadable } from './shared/refusals.js';
import { requireServer } from './shared/secrets.js';

export type { OfferedPlan, OfferedPlans } from './shared/catalogue.js';
export type { LagoColumn, LagoMeter, LagoOptions, LagoTopUp } from './lago/options.js';

/**
 * The billing of one customer of Lago.
 * @throws {TypeError} in a page, where anyone could read its key
 */
export function lago(options: LagoOptions): BillingApi {
  requireServer('Lago');
  const context = lagoContext(options);
  return wholePort({
    account: (call) => getAccount(context, call),
    subscription: (slot, call) => getSubscription(context, slot, call),
    plans: async (slot, call) => {
      const { active } = await holdingOf(context, slot, call);
      return listPlans(context, slot, active?.plan_code, call);
    },
    previewChange: (slot, change, call) => previewChange(context, slot, change, call),
    changePlan: (slot, order, call) => changePlan(context, slot, order, call),
    cancelSubscription: (slot, wish, call) => cancelSubscription(context, slot, wish, call),
    resumeSubscription: (slot, call) => resumeSubscription(context, slot, call),
    balances: (call) => listBalances(context, call),
    topUp: (id, order, call) => topUp(context, id, order, call),
    setAutoTopUp: (id, settings, call) => setAutoTopUp(context, id, settings, call),
    usage: (query, call) => queryUsage(context, query, call),
    usageRecords: (query, call) => listUsageRecords(context, query, call),
    invoices: (query, call) => listInvoices(context, query, call),
    invoice: (id, call) => getInvoice(context, id, call),
    invoicePdf: (id, call) => getInvoicePdf(context, id, call),
    payInvoice: (id, payment, call) => payInvoice(context, id, payment, call),
    paymentOptions: (query, call) => listPaymentOptions(context, query, call),
    createPaymentSession: (wish, call) => createPaymentSession(context, wish, call),
    operation: (id, call) => getOperation(context, id, call),
  });
}

async function getAccount(context: LagoContext, call?: CallOptions): Promise<Account> {
  const { options } = context;
  const { accountId, contact, subscriptions = {}, plans = {}, meters = [], topUp: sold } = options;
  const { name, currency, timeZone } = await context.customer(call);
  if (currency === undefined) {
    throw unreadable('The customer has no currency, and no option names one.');
  }
  const slots = (['plan', 'support'] as const).filter((slot) => subscriptions[slot] !== undefined);
  const offered = Object.fromEntries(slots.map((slot) => [slot, plans[slot] ?? []]));
  return {
    id: accountId ?? options.customer,
    ...(name !== undefined && { name }),
    ...(contact && { contact }),
    currency,
    timeZone,
    meters: meters.map(publicMeter),
    slots: slotsOf(offered),
    can: {
      ...slotActions(offered, options.cancellable ?? slots),
      ...(sold && { topUp: { allowed: true } }),
      viewInvoices: { allowed: true },
      payInvoice: { allowed: true },
      managePayment: { allowed: true },
    },
  };
}

async function getOperation(
  context: LagoContext,
  id: string,
  call?: CallOptions,
): Promise<Operation> {
  if (opened(CHANGE, id)) return readChange(context, id, call);
  if (opened(PURCHASE, id)) return readPurchase(context, id, call);
  if (opened(PAYMENT, id)) return readPayment(context, id, call);
  if (opened(VISIT, id)) return { id, status: 'pending' };
  throw notFound();
}
