import { randomUUID } from 'node:crypto';

import { balancesOf, setAutoTopUp, topUp } from './balances.js';
import { invoiceOfId, invoicesOf, payInvoice } from './invoices.js';
import { notFound } from './refusals.js';
import {
  cancelSubscription,
  changePlan,
  plansOf,
  previewOf,
  resumeSubscription,
  subscriptionOf,
  upcomingInvoice,
} from './subscriptions.js';
import { meters, recordsOf, usageOf } from './usage.js';
import { waysToPay } from './ways-to-pay.js';

const allowed = { allowed: true };
const pending = { allowed: false, reason: 'pending_change' };

/** The billing of one account. Every query names it, so no id of another one leads anywhere. */
export async function billingOf(database, payments, id) {
  const { query, transaction } = database;
  const [account] = await query('SELECT * FROM accounts WHERE id = $1', [id]);
  if (!account) throw notFound();

  /** Does something, and keeps how it went. */
  const operation = (kind, act) =>
    transaction(async () => {
      const own = `op_${randomUUID()}`;
      const body = { id: own, ...(await act(own)) };
      await query('INSERT INTO operations VALUES ($1, $2, $3, $4)', [body.id, id, kind, body]);
      return body;
    });

  return {
    account: async () => {
      const rows = await query(
        'SELECT slot, status, scheduled FROM subscriptions WHERE account_id = $1',
        [id],
      );
      const held = new Map(rows.map((row) => [row.slot, row]));
      const open = (slot) => (held.get(slot)?.scheduled ? pending : allowed);
      return {
        id,
        name: account.name,
        currency: account.currency,
        timeZone: account.time_zone,
        meters,
        slots: ['plan', 'support'],
        can: {
          changePlan: open('plan'),
          changeSupport: open('support'),
          ...(held.get('support')?.status === 'active' && { cancelSupport: open('support') }),
          topUp: allowed,
          viewInvoices: allowed,
          payInvoice: allowed,
        },
        ...(account.card && { paymentMethod: { label: account.card } }),
      };
    },
    subscription: (slot) => subscriptionOf(database, account, slot),
    plans: (slot) => plansOf(database, account, slot),
    previewChange: (slot, change) => previewOf(database, account, slot, change),
    balances: () => balancesOf(database, account),
    usage: (wish) => usageOf(database, account, wish),
    usageRecords: (wish) => recordsOf(database, account, wish),
    invoices: (wish) => invoicesOf(database, account, wish),
    invoice: (invoiceId) =>
      invoiceId === 'upcoming'
        ? upcomingInvoice(database, account)
        : invoiceOfId(database, account, invoiceId),
    paymentOptions: async ({ purpose }) => ({ items: waysToPay(account, payments, purpose) }),
    operation: async (operationId) => {
      const [row] = await query('SELECT body FROM operations WHERE id = $1 AND account_id = $2', [
        operationId,
        id,
      ]);
      if (!row) throw notFound();
      // Whoever is back from a page, paid or not, is told when the webhook has come.
      return row.body.status === 'redirect' ? { id: operationId, status: 'pending' } : row.body;
    },
    changePlan: (slot, order, { idempotencyKey: key }) =>
      operation('plan_change', () =>
        changePlan(database, account, payments, slot, { ...order, key }),
      ),
    cancelSubscription: (slot, wish) =>
      operation('cancellation', () => cancelSubscription(database, account, slot, wish)),
    resumeSubscription: (slot) =>
      operation('resumption', () => resumeSubscription(database, account, slot)),
    topUp: (balanceId, order, { idempotencyKey: key }) =>
      operation('top_up', (own) =>
        topUp(database, account, payments, balanceId, { ...order, id: own, key }),
      ),
    setAutoTopUp: (balanceId, wish) => setAutoTopUp(database, account, balanceId, wish),
    payInvoice: (invoiceId, order, { idempotencyKey: key }) =>
      operation('invoice_payment', () =>
        payInvoice(database, account, payments, invoiceId, { ...order, key }),
      ),
  };
}
