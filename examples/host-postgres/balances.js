import { addPaidInvoice } from './invoices.js';
import { badField, notFound } from './refusals.js';

const options = new Map([
  ['pack_50', '50.00'],
  ['pack_100', '100.00'],
]);

function balanceOf(row, { currency, card }) {
  const money = (amount) => ({ amount, currency });
  const status = row.auto_top_up ? 'active' : 'off';
  return {
    id: 'credits',
    name: 'Credits',
    kind: 'money',
    currency,
    remaining: row.remaining,
    lowAt: '20.00',
    status: row.is_low ? 'low' : 'ok',
    topUp: { options: [...options].map(([id, amount]) => ({ id, price: money(amount) })) },
    autoTopUp: card
      ? { status, threshold: row.auto_threshold, amount: money(row.auto_amount) }
      : { status: 'unavailable', reason: 'payment_method_unfit' },
  };
}

const columns = `remaining::text, remaining < 20 AS is_low, auto_top_up, auto_threshold::text,
  auto_amount::text`;

export async function balancesOf({ query }, account) {
  const rows = await query(`SELECT ${columns} FROM balances WHERE account_id = $1`, [account.id]);
  return { items: rows.map((row) => balanceOf(row, account)) };
}

export async function topUp(database, account, balanceId, { optionId, paymentOptionId = 'card' }) {
  if (balanceId !== 'credits') throw notFound();
  const amount = options.get(optionId);
  if (amount === undefined) throw badField('/optionId', 'Is no amount that is offered.');
  if (paymentOptionId === 'wire') {
    return {
      status: 'pending',
      instructions: [{ label: 'IBAN', value: 'DE00 0000 0000 0000 0000 00' }],
    };
  }
  if (paymentOptionId !== 'card') throw badField('/paymentOptionId', 'Is no way to pay.');
  await database.query('UPDATE balances SET remaining = remaining + $2 WHERE account_id = $1', [
    account.id,
    amount,
  ]);
  await addPaidInvoice(database, account, { amount, description: 'Credits', kind: 'top_up' });
  return { status: 'completed' };
}

export async function setAutoTopUp({ query }, account, balanceId, { enabled, threshold, amount }) {
  if (balanceId !== 'credits') throw notFound();
  const [row] = await query(
    `UPDATE balances SET auto_top_up = $2, auto_threshold = coalesce($3, auto_threshold),
       auto_amount = coalesce($4, auto_amount) WHERE account_id = $1 RETURNING ${columns}`,
    [account.id, enabled, threshold, amount?.amount],
  );
  return balanceOf(row, account);
}

export const waysToPay = ({ card }) => ({
  items: [
    ...(card ? [{ id: 'card', kind: 'saved', label: card, default: true, autoTopUp: true }] : []),
    { id: 'wire', kind: 'transfer', method: 'wire', label: 'Wire transfer' },
  ],
});
