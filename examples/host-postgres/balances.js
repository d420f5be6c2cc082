import { addPaidInvoice } from './invoices.js';
import { badField, declined, notFound } from './refusals.js';
import { chosenWay } from './ways-to-pay.js';

const options = new Map([
  ['pack_100', '100.00'],
  ['pack_250', '250.00'],
]);
const [least, most] = ['5.00', '2000.00'];
const unitPrice = '0.20';

function balanceOf(row, { currency, card }) {
  const money = (amount) => ({ amount, currency });
  const status = row.auto_top_up ? 'active' : 'off';
  return {
    id: 'credits',
    name: 'Credits',
    kind: 'money',
    currency,
    meter: 'letters',
    remaining: row.remaining,
    lowAt: '20.00',
    status: row.is_low ? 'low' : 'ok',
    topUp: {
      unitPrice: money(unitPrice),
      options: [...options].map(([id, amount]) => ({ id, price: money(amount) })),
      custom: { min: money(least), max: money(most) },
    },
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

/** Whole cents, which are exact; `undefined` for what has not two decimals. */
const centsOf = (amount) =>
  /^\d+\.\d{2}$/.test(amount) ? BigInt(amount.replace('.', '')) : undefined;

function amountOf({ optionId, amount }, { currency }) {
  if (amount === undefined) {
    const offered = options.get(optionId);
    if (offered === undefined) throw badField('/optionId', 'Is no amount that is offered.');
    return offered;
  }
  const cents = centsOf(amount.amount);
  const isOffered =
    amount.currency === currency && cents >= centsOf(least) && cents <= centsOf(most);
  if (!isOffered) throw badField('/amount', 'Is no amount that is offered.');
  return amount.amount;
}

/** Sells credits: at once by card, at the provider's page, or by a transfer that comes later. */
export async function topUp(database, account, payments, balanceId, { id, key, ...order }) {
  if (balanceId !== 'credits') throw notFound();
  const amount = amountOf(order, account);
  const { paymentOptionId, returnUrl } = order;
  const way = chosenWay(account, payments, 'top_up', paymentOptionId);
  if (way.kind === 'saved') {
    if (!(await payments.charge(account, { amount, key }))) return declined;
    await addCredits(database, account, amount);
    return { status: 'completed' };
  }
  await database.query('INSERT INTO waiting_payments VALUES ($1, $2, $3, $4)', [
    id,
    account.id,
    amount,
    way.label,
  ]);
  if (way.kind === 'hosted') {
    return { status: 'redirect', url: payments.page(account, { id, amount, returnUrl }) };
  }
  return {
    status: 'pending',
    instructions: [
      { label: 'Beneficiary', value: 'Made-up Mail (not a real company)' },
      { label: 'IBAN', value: 'DE00 0000 0000 0000 0000 00' },
      { label: 'Reference', value: id.toUpperCase() },
    ],
  };
}

async function addCredits(database, account, amount) {
  await database.query('UPDATE balances SET remaining = remaining + $2 WHERE account_id = $1', [
    account.id,
    amount,
  ]);
  await addPaidInvoice(database, account, { amount, description: 'Credits', kind: 'top_up' });
}

/** What your provider's webhook calls. It may come twice: only the first one finds what waits. */
export const settle = (database, operationId, isPaid) =>
  database.transaction(async () => {
    const [waiting] = await database.query(
      `DELETE FROM waiting_payments USING accounts
       WHERE operation_id = $1 AND accounts.id = account_id
       RETURNING amount::text, paid_by, accounts.*`,
      [operationId],
    );
    if (!waiting) return;
    const { amount, paid_by, ...account } = waiting;
    if (isPaid) await addCredits(database, { ...account, card: paid_by }, amount);
    await database.query(
      `UPDATE operations SET body = body - 'url' - 'instructions' || $2 WHERE id = $1`,
      [operationId, isPaid ? { status: 'completed' } : declined],
    );
  });

/** Counts what is used, takes it from the balance, and fills that up where the account wishes so. */
export const use = (database, payments, accountId, quantity) =>
  database.transaction(async () => {
    const [account] = await database.query('SELECT * FROM accounts WHERE id = $1', [accountId]);
    await database.query(
      `INSERT INTO usage_records (account_id, at, channel, quantity) VALUES ($1, now(), 'web', $2)`,
      [account.id, quantity],
    );
    const [{ amount } = {}] = await database.query(
      `UPDATE balances SET remaining = remaining - $2 * $3::numeric WHERE account_id = $1
       RETURNING CASE WHEN auto_top_up AND remaining < auto_threshold THEN auto_amount::text END AS amount`,
      [account.id, quantity, unitPrice],
    );
    if (!amount || !account.card) return;
    // Nobody confirms a reload, so it is numbered: where its commit is lost, the next one has the
    // same number, and so the same key.
    const [{ reloads }] = await database.query(
      'UPDATE balances SET reloads = reloads + 1 WHERE account_id = $1 RETURNING reloads',
      [account.id],
    );
    const isCharged = await payments.charge(account, { amount, key: `reload_${reloads}` });
    if (isCharged) await addCredits(database, account, amount);
  });

export async function setAutoTopUp({ query }, account, balanceId, { enabled, threshold, amount }) {
  if (balanceId !== 'credits') throw notFound();
  const reload = amount && amountOf({ amount }, account);
  const [row] = await query(
    `UPDATE balances SET auto_top_up = $2, auto_threshold = coalesce($3, auto_threshold),
       auto_amount = coalesce($4, auto_amount) WHERE account_id = $1 RETURNING ${columns}`,
    [account.id, enabled, threshold, reload],
  );
  return balanceOf(row, account);
}
