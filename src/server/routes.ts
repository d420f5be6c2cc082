/** The contract's operations: where each stands, what it takes, and what it asks of the port. */
import type { Action, Slot } from '../billing/types.js';
import {
  autoTopUpRequest,
  cancellation,
  changeOrder,
  changeRequest,
  invoicePayment,
  paymentSessionRequest,
  topUpRequest,
} from './bodies.js';
import { optionalText, requiredChoice } from './parameters.js';
import type { Need } from './permissions.js';
import { badParameter } from './problem.js';
import { invoiceQuery, usageQuery, usageRecordQuery } from './queries.js';
import { slotOf } from './route.js';
import type { Route } from './route.js';

const changing: Readonly<Record<Slot, Action>> = { plan: 'changePlan', support: 'changeSupport' };
const canceling: Readonly<Record<Slot, Action>> = { plan: 'cancelPlan', support: 'cancelSupport' };

const seesInvoices: Need = { role: ['viewInvoices'] };

const acts = (action: Action): Need => ({ role: [action], account: action });

const reads: readonly Route[] = [
  {
    operation: 'getAccount',
    method: 'GET',
    path: '/account',
    isTagged: true,
    read: () => ({ run: (api, options) => api.account(options) }),
  },
  {
    operation: 'getSubscription',
    method: 'GET',
    path: '/subscriptions/{slot}',
    isTagged: true,
    read: (input) => {
      const slot = slotOf(input);
      return { run: (api, options) => api.subscription(slot, options) };
    },
  },
  {
    operation: 'listPlans',
    method: 'GET',
    path: '/subscriptions/{slot}/plans',
    read: (input) => {
      const slot = slotOf(input);
      return { run: (api, options) => api.plans(slot, options) };
    },
  },
  {
    operation: 'previewChange',
    method: 'POST',
    path: '/subscriptions/{slot}/preview',
    read: (input) => {
      const [slot, change] = [slotOf(input), changeRequest(input.body)];
      return { run: (api, options) => api.previewChange(slot, change, options) };
    },
  },
  {
    operation: 'listBalances',
    method: 'GET',
    path: '/balances',
    isTagged: true,
    read: () => ({ run: (api, options) => api.balances(options) }),
  },
  {
    operation: 'queryUsage',
    method: 'GET',
    path: '/usage',
    isTagged: true,
    read: (input) => {
      const query = usageQuery(input.query);
      return { run: (api, options) => api.usage(query, options) };
    },
  },
  {
    operation: 'listUsageRecords',
    method: 'GET',
    path: '/usage/records',
    read: (input) => {
      const query = usageRecordQuery(input.query);
      return { run: (api, options) => api.usageRecords(query, options) };
    },
  },
  {
    operation: 'listInvoices',
    method: 'GET',
    path: '/invoices',
    read: (input) => {
      const query = invoiceQuery(input.query);
      return { needs: seesInvoices, run: (api, options) => api.invoices(query, options) };
    },
  },
  {
    operation: 'getInvoice',
    method: 'GET',
    path: '/invoices/{invoiceId}',
    read: ({ path }) => {
      const id = path('invoiceId');
      return { needs: seesInvoices, run: (api, options) => api.invoice(id, options) };
    },
  },
  {
    operation: 'getInvoicePdf',
    method: 'GET',
    path: '/invoices/{invoiceId}/pdf',
    read: ({ path }) => {
      const id = path('invoiceId');
      return { needs: seesInvoices, run: (api, options) => api.invoicePdf(id, options) };
    },
  },
  {
    operation: 'listPaymentOptions',
    method: 'GET',
    path: '/payment-options',
    read: ({ query }) => {
      const purpose = requiredChoice(query, 'purpose', ['plan', 'support', 'top_up', 'invoice']);
      const currency = optionalText(query, 'currency');
      if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
        throw badParameter('currency', 'Is not a currency code.');
      }
      const question = { purpose, ...(currency !== undefined && { currency }) };
      return { run: (api, options) => api.paymentOptions(question, options) };
    },
  },
  {
    operation: 'getOperation',
    method: 'GET',
    path: '/operations/{operationId}',
    read: ({ path }) => {
      const id = path('operationId');
      return { run: (api, options) => api.operation(id, options) };
    },
  },
];

const writes: readonly Route[] = [
  {
    operation: 'changePlan',
    method: 'POST',
    path: '/subscriptions/{slot}/change',
    isWrite: true,
    isKeyed: true,
    read: (input) => {
      const [slot, order] = [slotOf(input), changeOrder(input.body)];
      return {
        content: [slot, order],
        needs: acts(changing[slot]),
        returnUrl: order.returnUrl,
        run: (api, options) => api.changePlan(slot, order, options),
      };
    },
  },
  {
    operation: 'cancelSubscription',
    method: 'POST',
    path: '/subscriptions/{slot}/cancel',
    isWrite: true,
    isKeyed: true,
    read: (input) => {
      const [slot, wish] = [slotOf(input), cancellation(input.body)];
      return {
        content: [slot, wish],
        needs: acts(canceling[slot]),
        run: (api, options) => api.cancelSubscription(slot, wish, options),
      };
    },
  },
  {
    operation: 'resumeSubscription',
    method: 'POST',
    path: '/subscriptions/{slot}/resume',
    isWrite: true,
    isKeyed: true,
    read: (input) => {
      const slot = slotOf(input);
      return {
        content: [slot],
        // The account's permission for what is undone waits for just that.
        needs: { role: [changing[slot], canceling[slot]] },
        run: (api, options) => api.resumeSubscription(slot, options),
      };
    },
  },
  {
    operation: 'topUp',
    method: 'POST',
    path: '/balances/{balanceId}/top-up',
    isWrite: true,
    isKeyed: true,
    read: ({ path, body }) => {
      const [id, order] = [path('balanceId'), topUpRequest(body)];
      return {
        content: [id, order],
        needs: acts('topUp'),
        returnUrl: order.returnUrl,
        run: (api, options) => api.topUp(id, order, options),
      };
    },
  },
  {
    operation: 'setAutoTopUp',
    method: 'PUT',
    path: '/balances/{balanceId}/auto-top-up',
    isWrite: true,
    read: ({ path, body }) => {
      const [id, settings] = [path('balanceId'), autoTopUpRequest(body)];
      return {
        // Switching it off is free to whoever may buy, whatever the account has come to.
        needs: settings.enabled ? acts('topUp') : { role: ['topUp'] },
        run: (api, options) => api.setAutoTopUp(id, settings, options),
      };
    },
  },
  {
    operation: 'payInvoice',
    method: 'POST',
    path: '/invoices/{invoiceId}/pay',
    isWrite: true,
    isKeyed: true,
    read: ({ path, body }) => {
      const [id, payment] = [path('invoiceId'), invoicePayment(body ?? {})];
      return {
        content: [id, payment],
        needs: acts('payInvoice'),
        returnUrl: payment.returnUrl,
        run: (api, options) => api.payInvoice(id, payment, options),
      };
    },
  },
  {
    operation: 'createPaymentSession',
    method: 'POST',
    path: '/payment-session',
    isWrite: true,
    read: ({ body }) => {
      const wish = paymentSessionRequest(body);
      return {
        needs: acts('managePayment'),
        returnUrl: wish.returnUrl,
        run: (api, options) => api.createPaymentSession(wish, options),
      };
    },
  },
];

/** Every operation of the contract. */
export const routes: readonly Route[] = [...reads, ...writes];
