/**
 * OpenMeter: usage in any time zone, what is left of allowances, subscriptions, and invoices that an
 * app such as Stripe collects.
 */
import type { BillingApi, CallOptions } from '../api/billing-api.js';
import type { Account, Operation } from '../billing/types.js';
import { listBalances } from './openmeter/balances.js';
import {
  cancelSubscription,
  CHANGE,
  changePlan,
  previewChange,
  readOperation,
  resumeSubscription,
} from './openmeter/changes.js';
import { openMeterContext } from './openmeter/context.js';
import type { OpenMeterContext } from './openmeter/context.js';
import {
  getInvoice,
  listInvoices,
  PAYMENT,
  payInvoice,
  readPayment,
} from './openmeter/invoices.js';
import type { OpenMeterOptions } from './openmeter/options.js';
import { createPaymentSession, VISIT } from './openmeter/payment-pages.js';
import { listPlans } from './openmeter/plans.js';
import { listUsageRecords } from './openmeter/records.js';
import { getSubscription, holdingOf } from './openmeter/subscriptions.js';
import { publicMeter, queryUsage } from './openmeter/usage.js';
import { slotActions, slotsOf } from './shared/catalogue.js';
import { wholePort } from './shared/engine.js';
import { opened } from './shared/opaque.js';
import { notFound, unreadable } from './shared/refusals.js';
import { requireServer } from './shared/secrets.js';

export type { OfferedPlan, OfferedPlans } from './shared/catalogue.js';
export type {
  OpenMeterColumn,
  OpenMeterFeature,
  OpenMeterMeter,
  OpenMeterOptions,
} from './openmeter/options.js';

/**
 * The billing of one customer of OpenMeter.
 * @throws {TypeError} in a page, where anyone could read its key
 */
export function openmeter(options: OpenMeterOptions): BillingApi {
  requireServer('OpenMeter');
  const context = openMeterContext(options);
  return wholePort({
    account: (call) => getAccount(context, call),
    subscription: (slot, call) => getSubscription(context, slot, call),
    plans: async (slot, call) => {
      const { current } = await holdingOf(context, slot, call);
      return listPlans(context, slot, current?.plan?.key, call);
    },
    previewChange: (slot, change, call) => previewChange(context, slot, change, call),
    changePlan: (slot, order, call) => changePlan(context, slot, order, call),
    cancelSubscription: (slot, wish, call) => cancelSubscription(context, slot, wish, call),
    resumeSubscription: (slot, call) => resumeSubscription(context, slot, call),
    balances: (call) => listBalances(context, call),
    usage: (query, call) => queryUsage(context, query, call),
    usageRecords: (query, call) => listUsageRecords(context, query, call),
    invoices: (query, call) => listInvoices(context, query, call),
    invoice: (id, call) => getInvoice(context, id, call),
    payInvoice: (id, payment, call) => payInvoice(context, id, payment, call),
    createPaymentSession: (wish, call) => createPaymentSession(context, wish, call),
    operation: (id, call) => getOperation(context, id, call),
  });
}

async function getAccount(context: OpenMeterContext, call?: CallOptions): Promise<Account> {
  const { options, timeZone } = context;
  const { plans = {}, meters = [], contact, hasStripe } = options;
  const { id, name, currency = options.currency } = await context.customer(call);
  if (currency === undefined)
    throw unreadable('The customer has no currency, and no option names one.');
  return {
    id: options.accountId ?? id,
    ...(name !== undefined && { name }),
    ...(contact && { contact }),
    currency,
    timeZone,
    meters: meters.map(publicMeter),
    slots: slotsOf(plans),
    can: {
      ...slotActions(plans, options.cancellable ?? slotsOf(plans)),
      viewInvoices: { allowed: true },
      payInvoice: { allowed: true },
      ...(hasStripe && { managePayment: { allowed: true } }),
    },
  };
}

async function getOperation(
  context: OpenMeterContext,
  id: string,
  call?: CallOptions,
): Promise<Operation> {
  if (opened(CHANGE, id)) return readOperation(context, id, call);
  if (opened(PAYMENT, id)) return readPayment(context, id, call);
  if (opened(VISIT, id)) return { id, status: 'pending' };
  throw notFound();
}
